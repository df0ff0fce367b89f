package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

/** The time of predictions of single instances, and the bytes that they allocate. */
final class PredictionSection implements Section {
    private static final double MLP_REGRESSOR_TARGET = 5;
    private static final double MULTILAYER_PERCEPTRON_TARGET = 25;
    private static final List<String> PEERS = List.of(Schemes.MLP_REGRESSOR, Schemes.MULTILAYER_PERCEPTRON);

    /** The number of attributes, and of the values of each; 0 values stand for numeric attributes. */
    private record Kind(int attributes, int values) {
        @Override
        public String toString() {
            return attributes + (values == 0 ? " numeric attributes" : " nominal attributes of " + values + " values");
        }
    }

    private static final List<Kind> KINDS = List.of(new Kind(10, 0), new Kind(50, 0), new Kind(10, 5));
    /** The targets apply to the last one, the default. */
    private static final List<Integer> HIDDEN_SIZES = List.of(20, Hyperparameters.HIDDEN_SIZE);

    @Override
    public String name() {
        return "prediction";
    }

    @Override
    public String title() {
        return "Prediction: classifyInstance, one instance at a time";
    }

    @Override
    public void run(Harness harness, SectionReport report) throws Exception {
        report.paragraph(
                "Nanoseconds of a prediction from the Instance, warm; in brackets: how many times as long as ours,"
                        + " and the bytes that a prediction allocates. The targets of the ratios apply to our"
                        + " default number of hidden units, " + Hyperparameters.HIDDEN_SIZE + ".");
        MarkdownTable table = new MarkdownTable(List.of(
                "Attributes", "hidden units", "ours, ns (bytes)", "MLPRegressor, ns", "MultilayerPerceptron, ns"));
        for (Kind kind : KINDS) {
            for (int h : HIDDEN_SIZES) {
                Race race = race(harness, kind, h);
                String what = ", " + kind + ", " + h + " hidden units";
                double bytes = race.median(Schemes.OURS, PredictWorker.BYTES);
                List<String> row = new ArrayList<>(List.of(
                        kind.toString(),
                        Integer.toString(h),
                        String.format(Locale.ROOT, "%.0f (%.0f)", 1e9 * race.seconds(Schemes.OURS), bytes)));
                for (String peer : PEERS) {
                    double ratio = race.ratio(peer, Schemes.OURS);
                    row.add(String.format(
                            Locale.ROOT,
                            "%.0f (%.1fx, %.0f)",
                            1e9 * race.seconds(peer),
                            ratio,
                            race.median(peer, PredictWorker.BYTES)));
                    if (h == Hyperparameters.HIDDEN_SIZE) {
                        report.target(Target.atLeast(
                                "Predictions, " + peer + what,
                                ratio,
                                peer.equals(Schemes.MLP_REGRESSOR)
                                        ? MLP_REGRESSOR_TARGET
                                        : MULTILAYER_PERCEPTRON_TARGET,
                                "x"));
                    }
                }
                table.row(row);
                report.target(Target.atMost("Bytes allocated by a prediction" + what, Math.rint(bytes), 0, " bytes"));
            }
        }
        report.table(table);
    }

    private Race race(Harness harness, Kind kind, int h) throws Exception {
        List<Contender> peers = new ArrayList<>();
        for (String peer : PEERS) {
            peers.add(contender(harness, peer, kind, h));
        }
        return harness.race(
                name() + ", " + kind + ", h=" + h, Race.alternate(peers, contender(harness, Schemes.OURS, kind, h)));
    }

    private static Contender contender(Harness harness, String scheme, Kind kind, int h) {
        return new Contender(scheme, () -> harness.launcher()
                .java(
                        PredictWorker.class,
                        scheme,
                        kind.values(),
                        kind.attributes(),
                        h,
                        harness.settings().seconds()));
    }
}
