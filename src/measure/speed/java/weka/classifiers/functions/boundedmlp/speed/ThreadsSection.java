package weka.classifiers.functions.boundedmlp.speed;

import java.util.List;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;
import weka.classifiers.functions.boundedmlp.nn.training.EpochWorker;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

/** The gain by a second thread. */
final class ThreadsSection implements Section {
    private static final int BATCH = 200;
    private static final double XL_TARGET = 1.5;
    /** Not slower than one thread; the rest is the difference between two measurements of the same thing. */
    private static final double NOT_SLOWER = 0.95;

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public String title() {
        return "Two threads";
    }

    @Override
    public void run(Harness harness, SectionReport report) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        if (processors < 2) {
            report.paragraph("Skipped: this machine has only one processor.");
            return;
        }
        Pinning both = Pinning.to("0," + (processors - 1));
        report.paragraph("An epoch with b = " + BATCH + ", " + both.words() + "; the other processor should be idle"
                + " otherwise.");
        MarkdownTable table = new MarkdownTable(List.of("Work", "one thread, s", "two threads, s", "times as fast"));
        for (Size size : harness.settings().sizes()) {
            Contender one = contender(harness, both, size, 1);
            Contender two = contender(harness, both, size, 2);
            // each runs twice per round, in mirrored order: most sizes are trained by one thread anyway, so the ratio
            // should differ little from 1
            Race race = harness.race(name() + " " + size, List.of(one, two, two, one));
            double ratio = race.ratio(one.name(), two.name());
            table.row(List.of(
                    size.name(),
                    Numbers.seconds(race.seconds(one.name())),
                    Numbers.seconds(race.seconds(two.name())),
                    Target.rounded(ratio)));
            report.target(Target.atLeast(
                    "Two threads, an epoch of " + size, ratio, size == Size.XL ? XL_TARGET : NOT_SLOWER, "x"));
        }
        report.table(table);
    }

    private static Contender contender(Harness harness, Pinning pinning, Size size, int threads) {
        SpeedSettings settings = harness.settings();
        return new Contender(threads == 1 ? "one thread" : threads + " threads", () -> harness.launcher()
                .with(pinning)
                .java(
                        EpochWorker.class,
                        settings.shape(size),
                        BATCH,
                        settings.seconds(),
                        threads,
                        EpochWorker.Mode.WARM));
    }
}
