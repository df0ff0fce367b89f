package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;
import weka.classifiers.functions.boundedmlp.nn.training.EpochWorker;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

/** Whether the time of an epoch grows no faster than the number of rows, inputs and hidden units. */
final class GrowthSection implements Section {
    private static final int BATCH = 32;
    /** Twice the work takes twice the time, and a little more is left to chance. */
    private static final double LIMIT = 2.15;

    private static final Shape START = new Shape(10_000, 32, 64);
    private static final int DOUBLINGS = 4;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "Growth";
    }

    @Override
    public void run(Harness harness, SectionReport report) throws Exception {
        Shape start = harness.settings().smoke() ? harness.settings().shape(Size.M) : START;
        List<Shape> shapes = new ArrayList<>(List.of(start));
        for (int i = 1, factor = 2; i <= DOUBLINGS; i++, factor *= 2) {
            shapes.add(new Shape(factor * start.n(), start.d(), start.h()));
            shapes.add(new Shape(start.n(), factor * start.d(), start.h()));
            shapes.add(new Shape(start.n(), start.d(), factor * start.h()));
        }
        Race race = harness.race(
                name(), shapes.stream().map(shape -> contender(harness, shape)).toList());
        report.paragraph("Seconds of an epoch with b = " + BATCH + " from n = " + start.n() + ", d = " + start.d()
                + ", h = " + start.h()
                + " on, with one of them doubled repeatedly; in brackets: how many times as long as before.");
        List<String> header = new ArrayList<>(List.of("Doubled", "start"));
        for (int i = 1, factor = 2; i <= DOUBLINGS; i++, factor *= 2) {
            header.add(factor + " times");
        }
        MarkdownTable table = new MarkdownTable(header);
        List<String> dimensions = List.of("n", "d", "h");
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            String what = dimensions.get(dimension);
            double before = race.seconds(start.toString());
            List<String> row = new ArrayList<>(List.of(what, Numbers.seconds(before)));
            for (int i = 1 + dimension; i < shapes.size(); i += dimensions.size()) {
                double seconds = race.seconds(shapes.get(i).toString());
                row.add(Numbers.seconds(seconds) + " (" + Target.rounded(seconds / before) + "x)");
                before = seconds;
            }
            table.row(row);
            double mean = Math.pow(before / race.seconds(start.toString()), 1.0 / DOUBLINGS);
            report.target(Target.atMost("An epoch when " + what + " doubles, on average", mean, LIMIT, "x"));
        }
        report.table(table);
    }

    private static Contender contender(Harness harness, Shape shape) {
        return new Contender(shape.toString(), () -> harness.launcher()
                .java(EpochWorker.class, shape, BATCH, harness.settings().seconds(), 1, EpochWorker.Mode.WARM));
    }
}
