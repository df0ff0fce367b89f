package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;
import weka.classifiers.functions.boundedmlp.nn.training.EpochWorker;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

/** The seconds of a training epoch, with the same work for all. */
final class TrainingSection implements Section {
    private static final List<Integer> BATCHES = List.of(32, 200);

    /** The largest product of rows, hidden units and inputs on which MultilayerPerceptron's epochs are timed. */
    private static final long MOST_WEKA_WORK = 64_000_000;

    /** How many times as fast as scikit-learn and PyTorch ours should be, for each of {@link #BATCHES}. */
    private static final Map<Python, Map<Size, List<Double>>> PYTHON_TARGETS = Map.of(
            Python.SCIKIT_LEARN,
            Map.of(
                    Size.S, List.of(25.0, 6.0),
                    Size.M, List.of(12.0, 4.0),
                    Size.L, List.of(6.0, 3.0),
                    Size.XL, List.of(2.5, 1.3)),
            Python.PYTORCH,
            Map.of(
                    Size.S, List.of(50.0, 9.0),
                    Size.M, List.of(22.0, 5.0),
                    Size.L, List.of(9.0, 2.7),
                    Size.XL, List.of(2.5, 1.0)));

    /** How many times as fast as Weka's networks ours should be. */
    private static final Map<String, Map<Size, Double>> WEKA_TARGETS = Map.of(
            Schemes.MULTILAYER_PERCEPTRON, new EnumMap<>(Map.of(Size.S, 15.0, Size.M, 35.0, Size.L, 60.0)),
            Schemes.MLP_REGRESSOR, new EnumMap<>(Map.of(Size.M, 6.0, Size.L, 9.0)));

    @Override
    public String name() {
        return "training";
    }

    @Override
    public String title() {
        return "Training: seconds per epoch";
    }

    @Override
    public void run(Harness harness, SectionReport report) throws Exception {
        report.paragraph(
                "A two-layer network with d inputs and h rectified hidden units, Adam, mini-batches of b rows, on n"
                        + " rows of the synthetic task; warm. In brackets: how many times as long as ours. GFLOP/s"
                        + " are effective, from 4 n (d + 2) h operations per epoch. scikit-learn and PyTorch compute"
                        + " with floats. MultilayerPerceptron takes a step after each row; MLPRegressor's time is"
                        + " that of one gradient over all rows.");
        MarkdownTable table = new MarkdownTable(List.of(
                "Work",
                "ours, s",
                "GFLOP/s",
                "scikit-learn, s",
                "PyTorch, s",
                "MultilayerPerceptron, s",
                "MLPRegressor, s"));
        List<String> estimates = new ArrayList<>();
        for (Size size : harness.settings().sizes()) {
            Shape shape = harness.settings().shape(size);
            Race race = harness.race(name() + " " + size, round(harness, size, shape));
            for (int batch : BATCHES) {
                table.row(row(race, size, shape, batch));
                addTargets(race, size, batch, report);
            }
            if (rowsForWeka(shape) < shape.n()) {
                estimates.add(size + " from " + rowsForWeka(shape) + " rows");
            }
        }
        report.table(table);
        if (!estimates.isEmpty()) {
            report.paragraph("The time of MultilayerPerceptron's epochs is proportional to the rows, and is"
                    + " extrapolated: "
                    + String.join(", ", estimates) + ".");
        }
    }

    private static List<Contender> round(Harness harness, Size size, Shape shape) throws Exception {
        List<Contender> round = new ArrayList<>();
        double seconds = harness.settings().seconds();
        for (int batch : BATCHES) {
            List<Contender> peers = new ArrayList<>();
            for (Python.Installed installed : harness.pythons()) {
                Python peer = installed.peer();
                String data = harness.data(shape.n(), shape.d()).toString();
                peers.add(new Contender(
                        named(peer.name(), batch),
                        () -> harness.python(peer, "epoch_" + peer.module() + ".py", data, shape, batch, seconds)));
            }
            // Weka's networks have no mini-batches: each runs beside one of the batch sizes
            if (batch == BATCHES.get(0)) {
                peers.add(multilayerPerceptron(harness, shape));
            } else if (WEKA_TARGETS
                    .getOrDefault(Schemes.MLP_REGRESSOR, Map.of())
                    .containsKey(size)) {
                peers.add(new Contender(Schemes.MLP_REGRESSOR, () -> harness.launcher()
                        .java(WekaEpochWorker.class, Schemes.MLP_REGRESSOR, shape, seconds)));
            }
            round.addAll(Race.alternate(peers, ours(harness, shape, batch)));
        }
        return round;
    }

    private static Contender ours(Harness harness, Shape shape, int batch) {
        return new Contender(named(Schemes.OURS, batch), () -> harness.launcher()
                .java(EpochWorker.class, shape, batch, harness.settings().seconds(), 1, EpochWorker.Mode.WARM));
    }

    private static Contender multilayerPerceptron(Harness harness, Shape shape) {
        int rows = rowsForWeka(shape);
        double share = (double) shape.n() / rows;
        return new Contender(Schemes.MULTILAYER_PERCEPTRON, () -> {
            Readings readings = harness.launcher()
                    .java(
                            WekaEpochWorker.class,
                            Schemes.MULTILAYER_PERCEPTRON,
                            shape.withRows(rows),
                            harness.settings().seconds());
            return new Readings(Map.of(Readings.SECONDS, share * readings.seconds()));
        });
    }

    private static int rowsForWeka(Shape shape) {
        return (int) Math.min(shape.n(), MOST_WEKA_WORK / ((long) shape.d() * shape.h()));
    }

    private static String named(String name, int batch) {
        return name + " b=" + batch;
    }

    private static List<String> row(Race race, Size size, Shape shape, int batch) throws BenchmarkFailure {
        String ours = named(Schemes.OURS, batch);
        List<String> row = new ArrayList<>(List.of(
                size + " b=" + batch,
                Numbers.seconds(race.seconds(ours)),
                String.format(java.util.Locale.ROOT, "%.1f", shape.epochOperations() / race.seconds(ours) / 1e9)));
        for (Python peer : List.of(Python.SCIKIT_LEARN, Python.PYTORCH)) {
            row.add(cell(race, named(peer.name(), batch), ours));
        }
        row.add(cell(race, Schemes.MULTILAYER_PERCEPTRON, ours));
        row.add(cell(race, Schemes.MLP_REGRESSOR, ours));
        return row;
    }

    private static String cell(Race race, String peer, String ours) throws BenchmarkFailure {
        return race.has(peer)
                ? Numbers.seconds(race.seconds(peer))
                        + String.format(java.util.Locale.ROOT, " (%.1fx)", race.ratio(peer, ours))
                : "–";
    }

    private static void addTargets(Race race, Size size, int batch, SectionReport report) throws BenchmarkFailure {
        String ours = named(Schemes.OURS, batch);
        String what = ", an epoch of " + size + ", b = " + batch;
        for (Python peer : List.of(Python.SCIKIT_LEARN, Python.PYTORCH)) {
            double limit = PYTHON_TARGETS
                    .getOrDefault(peer, Map.of())
                    .getOrDefault(size, List.of())
                    .get(BATCHES.indexOf(batch));
            report.target(Target.atLeast(peer.name() + what, race.ratio(named(peer.name(), batch), ours), limit, "x"));
        }
        for (String scheme : List.of(Schemes.MULTILAYER_PERCEPTRON, Schemes.MLP_REGRESSOR)) {
            Double limit = WEKA_TARGETS.getOrDefault(scheme, Map.of()).get(size);
            if (limit != null) {
                report.target(Target.atLeast(scheme + what, race.ratio(scheme, ours), limit, "x"));
            }
        }
    }
}
