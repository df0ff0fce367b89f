package weka.classifiers.functions.boundedmlp.speed;

import java.util.List;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;
import weka.classifiers.functions.boundedmlp.nn.training.EpochWorker;
import weka.classifiers.functions.boundedmlp.nn.training.EpochWorker.Mode;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

/**
 * Whether dead units, a processor without fused multiply-add, an earlier training of a small network and a cold start
 * cost little.
 */
final class SteadinessSection implements Section {
    private static final int BATCH = 32;
    private static final double DEAD_LIMIT = 1.15;
    /**
     * Fused multiply-add in software would take a hundred times as long. Separate multiplications and additions take
     * less, but HotSpot does not vectorise them.
     */
    private static final double FMA_LIMIT = 6;
    /** Loops that HotSpot compiled for small networks only would take 1.4 times as long. */
    private static final double HISTORY_LIMIT = 1.25;

    private static final double COLD_LIMIT = 0.5;

    @Override
    public String name() {
        return "steadiness";
    }

    @Override
    public String title() {
        return "Steadiness";
    }

    @Override
    public void run(Harness harness, SectionReport report) throws Exception {
        Contender living = contender(harness, "all units alive", Size.M, Mode.SETTLED, List.of());
        Contender dead = contender(harness, "an eighth of the units dead", Size.M, Mode.DEAD, List.of());
        Contender warm = contender(harness, "warm", Size.M, Mode.WARM, List.of());
        Contender noFma = contender(harness, "-XX:-UseFMA", Size.M, Mode.WARM, List.of("-XX:-UseFMA"));
        Contender large = contender(harness, "L", Size.L, Mode.WARM, List.of());
        Contender afterSmall = contender(harness, "L, after training S", Size.L, Mode.AFTER_SMALL, List.of());
        Contender cold = contender(harness, "ten epochs from a cold start", Size.M, Mode.COLD, List.of());
        Race race = harness.race(name(), List.of(living, dead, warm, noFma, large, afterSmall, cold));
        report.paragraph("Epochs of M, unless another size is given, with b = " + BATCH
                + ". Dead units have been dead for so long that their moments are denormal.");
        MarkdownTable table = new MarkdownTable(List.of("Epoch", "seconds", "times as long"));
        row(table, race, living, living);
        row(table, race, dead, living);
        row(table, race, warm, warm);
        row(table, race, noFma, warm);
        row(table, race, large, large);
        row(table, race, afterSmall, large);
        table.row(List.of(cold.name(), Numbers.seconds(race.seconds(cold.name())), ""));
        report.table(table);
        report.target(Target.atMost(
                "An epoch with an eighth of the units dead", race.ratio(dead.name(), living.name()), DEAD_LIMIT, "x"));
        report.target(Target.atMost(
                "An epoch on a processor without FMA", race.ratio(noFma.name(), warm.name()), FMA_LIMIT, "x"));
        report.target(Target.atMost(
                "An epoch of L after training S", race.ratio(afterSmall.name(), large.name()), HISTORY_LIMIT, "x"));
        report.target(Target.atMost("Ten epochs of M from a cold start", race.seconds(cold.name()), COLD_LIMIT, " s"));
    }

    private static void row(MarkdownTable table, Race race, Contender contender, Contender base)
            throws BenchmarkFailure {
        table.row(List.of(
                contender.name(),
                Numbers.seconds(race.seconds(contender.name())),
                Target.rounded(race.ratio(contender.name(), base.name()))));
    }

    private static Contender contender(Harness harness, String name, Size size, Mode mode, List<String> options) {
        SpeedSettings settings = harness.settings();
        return new Contender(name, () -> harness.launcher()
                .java(options, EpochWorker.class, settings.shape(size), BATCH, settings.seconds(), 1, mode));
    }
}
