package weka.classifiers.functions.boundedmlp.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.bayes.BayesNet;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.Version;

/** Which results have an entry in the Explorer's menu, and what the entry's window shows. */
class PluginsTest {

    @Test
    void aTrainedNetworkHasALearningCurve() throws Exception {
        BoundedMLPRegressor scheme = trained("-N 3");
        assertThat(new LearningCurvePlugin().getVisualizeMenuItem(scheme.graph(), "12:00:00 - ours"))
                .isNotNull()
                .satisfies(item -> assertThat(item.getText()).isEqualTo("Learning curve"));
    }

    @Test
    void graphsOfOtherSchemesAndOfNoEpochsHaveNone() throws Exception {
        BayesNet other = new BayesNet();
        Instances nominal = new Instances(
                "r",
                new ArrayList<>(List.of(new Attribute("x", List.of("a", "b")), new Attribute("y", List.of("c", "d")))),
                2);
        nominal.setClassIndex(1);
        nominal.add(new DenseInstance(1, new double[] {0, 0}));
        nominal.add(new DenseInstance(1, new double[] {1, 1}));
        other.buildClassifier(nominal);
        LearningCurvePlugin plugin = new LearningCurvePlugin();
        for (String graph : new String[] {
            other.graph(), "", "digraph {}", trained("-N 0 -V 0").graph()
        }) {
            assertThat(plugin.getVisualizeMenuItem(graph, "other")).as(graph).isNull();
        }
        assertThat(plugin.getVisualizeMenuItem(null, "other")).isNull();
    }

    @Test
    void rowsInNoResultListHaveNoEntry() {
        assertThat(new PredictedActualPlugin().getVisualizeMenuItem(predicted()))
                .isNull();
        assertThat(new PredictedActualPlugin().getVisualizeMenuItem(null)).isNull();
    }

    @Test
    void predictionsAreReadWithTheirIntervals() {
        Instances rows = predicted(
                "predictionInterval_1-lowerBoundary",
                "predictionInterval_1-upperBoundary",
                "predictionInterval_1-width",
                "predictionInterval_2-lowerBoundary");
        rows.add(new DenseInstance(1, new double[] {9, 2, 3, 1, 4, 3, 99}));
        rows.add(new DenseInstance(1, new double[] {9, 5, 6, Double.NaN, Double.NaN, Double.NaN, 99}));
        rows.add(new DenseInstance(1, new double[] {9, 5, Double.NaN, 1, 4, 3, 99}));
        rows.add(new DenseInstance(1, new double[] {9, Double.NaN, 5, 1, 4, 3, 99}));
        rows.add(new DenseInstance(1, new double[] {9, 5, Double.MAX_VALUE, 1, 4, 3, 99}));
        Predictions predictions = Predictions.of(rows, 0, 7);
        assertThat(predictions.target()).isEqualTo("rain");
        assertThat(predictions.bounds()).isEqualTo(new Bounds(0, 7));
        assertThat(predictions.leftOut()).isEqualTo(3);
        assertThat(predictions.points())
                .containsExactly(
                        new Predictions.Point(3, 2, 1, 4), new Predictions.Point(6, 5, Double.NaN, Double.NaN));
        assertThat(CsvText.of(predictions))
                .isEqualTo("\"rain\",\"predicted rain\",interval from,interval to\n3.0,2.0,1.0,4.0\n6.0,5.0,,\n");
    }

    @Test
    void predictionsWithoutIntervalsAreReadToo() {
        Instances rows = predicted();
        rows.add(new DenseInstance(1, new double[] {9, 0, 3}));
        rows.renameAttribute(2, "a \"wet\" day, mm");
        Predictions predictions = Predictions.of(rows, 0, Double.POSITIVE_INFINITY);
        assertThat(predictions.hasIntervals()).isFalse();
        assertThat(predictions.atLower()).isEqualTo(1);
        assertThat(CsvText.of(predictions))
                .isEqualTo("\"a \"\"wet\"\" day, mm\",\"predicted a \"\"wet\"\" day, mm\"\n3.0,0.0\n");
    }

    static Stream<Object> plugins() {
        return Stream.of(new LearningCurvePlugin(), new PredictedActualPlugin());
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void thisWekaIsAmongTheVersionsOfAPlugin(ExplorerPlugin plugin) {
        Version version = new Version();
        assertThat(version.isOlder(plugin.getMinVersion())).isFalse();
        assertThat(version.isOlder(plugin.getMaxVersion())).isTrue();
        // these versions have the same order as their texts
        assertThat(plugin.getDesignVersion()).isBetween(plugin.getMinVersion(), plugin.getMaxVersion());
    }

    private static BoundedMLPRegressor trained(String options) throws Exception {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setOptions(Utils.splitOptions("-H 4 " + options));
        Instances data = predicted();
        for (int i = 0; i < 20; i++) {
            data.add(new DenseInstance(1, new double[] {i, 20 - i, i}));
        }
        scheme.buildClassifier(data);
        return scheme;
    }

    /** Rows as the Explorer keeps them: an attribute, the prediction, the class and intervals. */
    private static Instances predicted(String... more) {
        ArrayList<Attribute> attributes =
                new ArrayList<>(List.of(new Attribute("x"), new Attribute("predictedrain"), new Attribute("rain")));
        Stream.of(more).map(Attribute::new).forEach(attributes::add);
        Instances rows = new Instances("weather_predicted", attributes, 0);
        rows.setClassIndex(2);
        return rows;
    }
}
