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

/** How long it takes, cold and with defaults, to predict held-out rows as well as a peer does with its defaults. */
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
                + " normal: a quarter of the targets lie at the bound, 0, and no RMSE can be much below 0.2. A fifth more"
                + " rows are held out. Seconds are those of training in a new process: for Weka's schemes from its"
                + " Instances (ours with encoding, early stopping and the training on all rows), for scikit-learn from"
                + " float arrays. The start of the process, Python's imports, Weka's own initialisation and loading the data are not in"
                + " them. Nothing is pinned, as for a user: each trains on one thread (with two, scikit-learn takes longer), but"
                + " Java compiles on another processor if there is one.");
        report.paragraph(
                "Every peer has its defaults. So has ours, but for the largest number of epochs, -N: the smallest of "
                        + EPOCHS + " after which it predicts as well as the peer or better.");
        for (Size size : harness.settings().sizes()) {
            List<DefaultPeer> peers = DefaultPeer.of(harness, size);
            if (!peers.isEmpty()) {
                compare(harness, size, peers, report);
            }
        }
    }

    private void compare(Harness harness, Size size, List<DefaultPeer> peers, SectionReport report) throws Exception {
        Race once = new Race(
                name() + " " + size,
                1,
                peers.stream().map(DefaultPeer::contender).toList(),
                harness.progress());
        double best = Double.POSITIVE_INFINITY;
        for (DefaultPeer peer : peers) {
            best = Math.min(best, once.median(peer.contender().name(), FitWorker.RMSE));
        }
        NavigableMap<Integer, Double> ourErrors = ourErrors(harness, size, best);
        MarkdownTable table = new MarkdownTable(
                List.of("Peer, " + size, "RMSE", "seconds", "our -N", "our RMSE", "our seconds", "times as fast"));
        for (DefaultPeer peer : peers) {
            table.row(row(harness, size, peer, once, ourErrors, report));
        }
        Readings byDefault = ours(harness, size, List.of());
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

    /** Our error after so many epochs, until it is as good as the best peer's. */
    private NavigableMap<Integer, Double> ourErrors(Harness harness, Size size, double best) throws Exception {
        NavigableMap<Integer, Double> errors = new TreeMap<>();
        for (int epochs : EPOCHS) {
            if (smallest(errors, best).isEmpty()) {
                double error = ours(harness, size, epochs(epochs)).get(FitWorker.RMSE);
                errors.put(epochs, error);
                harness.progress().accept(name() + " " + size + ", -N " + epochs + ": RMSE " + Numbers.shown(error));
            }
        }
        return errors;
    }

    /** The smallest number of epochs after which the error is no larger; none if there is none. */
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
            Race once,
            NavigableMap<Integer, Double> ourErrors,
            SectionReport report)
            throws Exception {
        String name = peer.contender().name();
        double rmse = once.median(name, FitWorker.RMSE);
        String what = name + ", to its error, " + size;
        OptionalInt epochs = smallest(ourErrors, rmse);
        if (epochs.isEmpty()) { // never as good as the peer: no target is missed by more
            report.target(Target.atLeast(what, 0, peer.target(), "x"));
            return List.of(name, Numbers.shown(rmse), Numbers.seconds(once.seconds(name)), "none", "–", "–", "–");
        }
        Contender ours = new Contender(Schemes.OURS, () -> ours(harness, size, epochs(epochs.getAsInt())));
        List<Contender> round = new ArrayList<>(List.of(ours));
        if (peer.often()) {
            round.add(0, peer.contender());
        }
        Race race = harness.race(name() + " " + size, round);
        double seconds = peer.often() ? race.seconds(name) : once.seconds(name);
        double ratio = seconds / race.seconds(Schemes.OURS);
        report.target(Target.atLeast(what, ratio, peer.target(), "x"));
        return List.of(
                name,
                Numbers.shown(rmse),
                Numbers.seconds(seconds),
                Integer.toString(epochs.getAsInt()),
                Numbers.shown(race.median(Schemes.OURS, FitWorker.RMSE)),
                Numbers.seconds(race.seconds(Schemes.OURS)),
                Target.rounded(ratio));
    }

    private static List<Object> epochs(int most) {
        return List.of("-N", most);
    }

    private static Readings ours(Harness harness, Size size, List<Object> options) throws Exception {
        return DefaultPeer.fit(harness, Schemes.OURS, harness.settings().shape(size), options.toArray());
    }
}
