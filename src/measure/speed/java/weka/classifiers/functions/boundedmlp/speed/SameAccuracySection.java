package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

/** The time, cold and with defaults, until ours predicts held-out rows as well as a peer with its defaults. */
final class SameAccuracySection implements Section {
    private static final List<Integer> EPOCHS = List.of(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 25, 30, 40, 60, 80, 120, 160, 240, 320, 500);

    @Override
    public String name() {
        return "error";
    }

    @Override
    public String title() {
        return "To the same held-out error, cold, with defaults";
    }

    @Override
    public void run(Harness pinned, SectionReport report) throws Exception {
        Harness harness = pinned.with(Pinning.NONE);
        report.paragraph("The synthetic task: inputs x_k = sqrt(12) (u_k - 1/2) with u_k uniform in [0, 1); target"
                + " y = max(0, (10 sin(pi u_1 u_2) + 20 (u_3 - 1/2)^2 + 10 u_4 + 5 u_5 - 11) / 5 + e / 5), e standard"
                + " normal: a quarter of the targets lie at the bound, 0, and no RMSE can be much below 0.2. A fifth"
                + " more rows are held out. Seconds are those of training in a new process: for Weka's schemes from its"
                + " Instances (ours includes encoding, early stopping and the training on all rows), for"
                + " scikit-learn from float arrays. They do not include the start of the process, Python's imports,"
                + " Weka's initialisation and loading the data. Processes are not pinned, as on a user's machine:"
                + " each trains on one thread (scikit-learn takes longer with two), but Java compiles on another"
                + " processor if there is one. On M, ours is as good as Weka's schemes before Java has compiled it,"
                + " so the targets for these schemes are for L.");
        report.paragraph(
                "Every peer has its defaults. Ours has its defaults except for the largest number of epochs, -N,"
                        + " which is the smallest of " + EPOCHS + " after which it predicts at least as well as the"
                        + " peer. The seed of each launch is its number, for the peer and for ours, and both errors"
                        + " are medians, because they differ more between seeds than between our epochs.");
        for (Size size : harness.settings().sizes()) {
            List<DefaultPeer> peers = DefaultPeer.of(harness, size);
            if (!peers.isEmpty()) {
                compare(harness, size, peers, report);
            }
        }
    }

    private void compare(Harness harness, Size size, List<DefaultPeer> peers, SectionReport report) throws Exception {
        List<Measured> measured = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (DefaultPeer peer : peers) {
            int launches = peer.often() ? harness.settings().launches() : 1;
            Race alone = new Race(name() + " " + size, launches, List.of(peer.contender()), harness.progress());
            measured.add(new Measured(peer, alone));
            best = Math.min(best, alone.median(peer.contender().name(), FitWorker.RMSE));
        }
        NavigableMap<Integer, Double> ourErrors = ourErrors(harness, size, best);
        MarkdownTable table = new MarkdownTable(
                List.of("Peer, " + size, "RMSE", "seconds", "our -N", "our RMSE", "our seconds", "times as fast"));
        for (Measured peer : measured) {
            table.row(row(harness, size, peer.peer(), peer.alone(), ourErrors, report));
        }
        Readings byDefault = fit(harness, size);
        table.row(List.of(
                "(ours, all defaults)",
                "",
                "",
                "default",
                Numbers.shown(byDefault.get(FitWorker.RMSE)),
                Numbers.seconds(byDefault.seconds()),
                ""));
        report.table(table);
        peers.stream()
                .map(DefaultPeer::remark)
                .filter(remark -> !remark.isEmpty())
                .forEach(report::paragraph);
    }

    /** A peer, and its race without other contenders. */
    private record Measured(DefaultPeer peer, Race alone) {}

    /** Our RMSE by number of epochs, up to the first that is as good as the best peer's. */
    private NavigableMap<Integer, Double> ourErrors(Harness harness, Size size, double best) throws Exception {
        NavigableMap<Integer, Double> errors = new TreeMap<>();
        for (int epochs : EPOCHS) {
            if (smallest(errors, best).isEmpty()) {
                double error = harness.race(name() + " " + size, List.of(ours(harness, size, epochs)))
                        .median(Schemes.OURS, FitWorker.RMSE);
                errors.put(epochs, error);
                harness.progress().accept(name() + " " + size + ", -N " + epochs + ": RMSE " + Numbers.shown(error));
            }
        }
        return errors;
    }

    /** The smallest number of epochs after which the error is at most the given one; empty if there is none. */
    static OptionalInt smallest(NavigableMap<Integer, Double> errors, double error) {
        return errors.entrySet().stream()
                .filter(entry -> entry.getValue() <= error)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    private List<String> row(
            Harness harness,
            Size size,
            DefaultPeer peer,
            Race alone,
            NavigableMap<Integer, Double> ourErrors,
            SectionReport report)
            throws Exception {
        String name = peer.contender().name();
        double rmse = alone.median(name, FitWorker.RMSE);
        String what = name + ", to its error, " + size;
        OptionalInt epochs = smallest(ourErrors, rmse);
        if (epochs.isEmpty()) { // never as good as the peer, so the target is missed
            target(what, 0, peer, report);
            return List.of(name, Numbers.shown(rmse), Numbers.seconds(alone.seconds(name)), "none", "–", "–", "–");
        }
        List<Contender> round = new ArrayList<>(List.of(ours(harness, size, epochs.getAsInt())));
        if (peer.often()) {
            round.add(0, peer.contender());
        }
        Race race = harness.race(name() + " " + size, round);
        double seconds = peer.often() ? race.seconds(name) : alone.seconds(name);
        double ratio = seconds / race.seconds(Schemes.OURS);
        target(what, ratio, peer, report);
        return List.of(
                name,
                Numbers.shown(rmse),
                Numbers.seconds(seconds),
                Integer.toString(epochs.getAsInt()),
                Numbers.shown(race.median(Schemes.OURS, FitWorker.RMSE)),
                Numbers.seconds(race.seconds(Schemes.OURS)),
                Target.rounded(ratio));
    }

    private static void target(String what, double ratio, DefaultPeer peer, SectionReport report) {
        if (!Double.isNaN(peer.target())) {
            report.target(Target.atLeast(what, ratio, peer.target(), "x"));
        }
    }

    private static Contender ours(Harness harness, Size size, int epochs) {
        return new Contender(Schemes.OURS, seed -> fit(harness, size, "-N", epochs, "-S", seed));
    }

    private static Readings fit(Harness harness, Size size, Object... options) throws Exception {
        return DefaultPeer.fit(harness, Schemes.OURS, harness.settings().shape(size), options);
    }
}
