package weka.classifiers.functions.boundedmlp.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

/** The time of a small cross-validation from the command line, including the start of Weka. */
final class ShortJobsSection implements Section {
    private static final int ROWS = 150;
    private static final List<Integer> INPUTS = List.of(5, 10);
    private static final String ZERO_R = "ZeroR";

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String title() {
        return "Short jobs";
    }

    @Override
    public void run(Harness harness, SectionReport report) throws Exception {
        report.paragraph("Wall-clock time of the whole process: 10-fold cross-validation on " + ROWS
                + " rows of the synthetic task from the command line, with defaults.");
        MarkdownTable table = new MarkdownTable(List.of("Inputs", "ZeroR, s", "ours, s", "allowed, s"));
        for (int inputs : INPUTS) {
            Path file = harness.folder().resolve("short-" + inputs + ".arff");
            Files.writeString(
                    file,
                    new SyntheticTask(ROWS, inputs, Harness.DATA_SEED)
                            .instances(0, ROWS)
                            .toString());
            Contender zeroR = contender(harness, ZERO_R, "weka.classifiers.rules.ZeroR", file);
            Contender ours = contender(harness, Schemes.OURS, "weka.classifiers.functions.BoundedMLPRegressor", file);
            Race race = harness.race(name() + ", " + inputs + " inputs", List.of(zeroR, ours));
            double limit = 2 * race.seconds(ZERO_R) + 2;
            table.row(List.of(
                    Integer.toString(inputs),
                    Numbers.seconds(race.seconds(ZERO_R)),
                    Numbers.seconds(race.seconds(Schemes.OURS)),
                    Numbers.seconds(limit)));
            report.target(Target.atMost(
                    "10-fold cross-validation, " + inputs + " inputs", race.seconds(Schemes.OURS), limit, " s"));
        }
        report.table(table);
    }

    private static Contender contender(Harness harness, String name, String scheme, Path file) {
        return new Contender(
                name,
                () -> new Readings(Map.of(
                        Readings.SECONDS,
                        harness.launcher().weka("=== Cross-validation ===", scheme, "-t", file.toString(), "-o"))));
    }
}
