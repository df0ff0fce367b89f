package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.bits;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.predictions;
import static weka.classifiers.functions.boundedmlp.Schemes.withTargets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.data.Columns;
import weka.classifiers.functions.boundedmlp.data.Encoder;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.model.ModelTraining;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.SparseInputs;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** How the predictions must change, or must not, when data and bounds change together. */
class RelationsTest {

    private static final String QUICK = "-H 8 -N 20 -L 0.01 ";

    /** Small full-batch steps, which do not amplify rounding. */
    private static final String SMOOTH = "-H 8 -N 40 -V 0 -mini-batch 1000 -optimizer sgd -M 0.5 -L 0.05 ";

    private static final double INF = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "0, Infinity, masked, clamp",
        "0.5, 9, towards, clamp",
        "-Infinity, 7, leaky, clamp",
        "-Infinity, Infinity, masked, clamp",
        "-0.5, Infinity, masked, softplus",
        "-1, 30, masked, sigmoid"
    })
    void targetsAndBoundsTimesAPowerOfTwoMultiplyEveryPrediction(
            double lower, double upper, String gradient, String output) throws Exception {
        Instances data = Schemes.mixed(60, 1);
        String options = QUICK + "-gradient " + gradient + " -output " + output;
        double[] expected = predictions(fit(data, options + bounds(lower, upper)), data);
        for (int exponent : new int[] {-300, -1, 3, 300}) {
            double factor = Math.scalb(1.0, exponent);
            Instances scaled = withTargets(data, y -> factor * y);
            double[] actual = predictions(fit(scaled, options + bounds(factor * lower, factor * upper)), data);
            assertThat(bits(actual))
                    .as("times 2^%d", exponent)
                    .containsExactly(
                            bits(Arrays.stream(expected).map(p -> factor * p).toArray()));
        }
        assertThat(Arrays.stream(expected).distinct().count()).isGreaterThan(20);
    }

    /** A negative factor turns the lower bound into an upper one. */
    @ParameterizedTest
    @CsvSource({
        "1.7, -12.3, 0, Infinity, clamp",
        "-1.7, 12.3, 0, Infinity, clamp",
        "-0.003, 1e3, 0.5, 9, clamp",
        "1e9, 1e9, -0.5, Infinity, softplus",
        "-1e9, 1e9, -0.5, Infinity, softplus",
        "-77.7, -0.1, -1, 30, sigmoid"
    })
    void anAffineChangeOfTargetsAndBoundsChangesEveryPredictionAlike(
            double factor, double shift, double lower, double upper, String output) throws Exception {
        Instances data = Schemes.mixed(60, 2);
        String options = SMOOTH + "-output " + output;
        double[] expected = predictions(fit(data, options + bounds(lower, upper)), data);
        double one = factor * lower + shift;
        double other = factor * upper + shift;
        Instances changed = withTargets(data, y -> factor * y + shift);
        double[] actual = predictions(fit(changed, options + bounds(Math.min(one, other), Math.max(one, other))), data);
        double tolerance = 1e-3 * Schemes.targetDeviation(changed);
        assertThat(actual)
                .containsExactly(
                        Arrays.stream(expected).map(p -> factor * p + shift).toArray(), within(tolerance));
        // otherwise the test would only compare the mean
        assertThat(Arrays.stream(actual).max().orElseThrow()
                        - Arrays.stream(actual).min().orElseThrow())
                .isGreaterThan(100 * tolerance);
    }

    @Test
    void inputsTimesAPowerOfTwoChangeNoBit() throws Exception {
        Instances data = Schemes.mixed(60, 3);
        Instances rows = Schemes.mixed(40, 4);
        long[] expected = predictedBits(fit(data, QUICK), rows);
        for (int exponent : new int[] {-200, -1, 5, 200}) {
            Instances changed = withInputs(data, 0, Math.scalb(1.0, exponent), 0);
            Instances changedRows = withInputs(rows, 0, Math.scalb(1.0, exponent), 0);
            assertThat(predictedBits(fit(changed, QUICK), changedRows)).containsExactly(expected);
        }
    }

    @Test
    void anAffineChangeOfInputsChangesNothingButRounding() throws Exception {
        Instances data = Schemes.mixed(60, 5);
        Instances rows = Schemes.mixed(40, 6);
        double[] expected = predictions(fit(data, SMOOTH), rows);
        double[] actual = predictions(
                fit(withInputs(withInputs(data, 0, 1.8, 32), 4, 1e7, -3), SMOOTH),
                withInputs(withInputs(rows, 0, 1.8, 32), 4, 1e7, -3));
        assertThat(actual).containsExactly(expected, within(1e-3 * Schemes.targetDeviation(data)));
    }

    @Test
    void namesDoNotMatter() throws Exception {
        Instances data = Schemes.mixed(60, 7);
        Instances renamed = new Instances(data);
        renamed.setRelationName("other");
        for (int k = 0; k < data.numAttributes(); k++) {
            renamed.renameAttribute(k, "another " + k);
        }
        for (int label = 0; label < 4; label++) {
            renamed.renameAttributeValue(1, label, "label " + label);
        }
        assertThat(predictedBits(fit(renamed, QUICK), data)).containsExactly(predictedBits(fit(data, QUICK), data));
    }

    @Test
    void labelsThatNoRowHasDoNotMatterWhereverTheyStand() throws Exception {
        Instances data = Schemes.mixed(60, 8);
        Instances more = relabelled(data, List.of("x", "red", "y", "green", "blue", "never", "z"));
        assertThat(predictedBits(fit(more, QUICK), more)).containsExactly(predictedBits(fit(data, QUICK), data));
    }

    /** Compares inputs and not predictions, because the network's initial weights for each label are then different. */
    @Test
    void labelsInAnotherOrderPutTheirInputsInThatOrder() throws Exception {
        Instances data = Schemes.mixed(60, 9);
        Instances reordered = relabelled(data, List.of("blue", "never", "red", "green"));
        Encoder encoder = Columns.encoder(data);
        Encoder other = Columns.encoder(reordered);
        // size, red, green, blue, day, depth against size, blue, red, green, day, depth
        int[] places = {0, 2, 3, 1, 4, 5};
        float[][] inputs = Columns.inputs(encoder, data);
        float[][] otherInputs = Columns.inputs(other, reordered);
        for (int i = 0; i < data.size(); i++) {
            for (int k = 0; k < places.length; k++) {
                assertThat(otherInputs[i][places[k]]).isEqualTo(inputs[i][k]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"masked", "towards", "leaky"})
    void boundsThatNothingComesNearTrainAsNoneDo(String gradient) throws Exception {
        Instances data = Schemes.mixed(60, 10);
        long[] unbounded = predictedBits(fit(data, QUICK + bounds(-INF, INF)), data);
        for (double far : new double[] {1e3, 1e9, 1e300}) {
            for (double[] pair : new double[][] {{-far, INF}, {-INF, far}, {-far, far}}) {
                assertThat(predictedBits(fit(data, QUICK + "-gradient " + gradient + bounds(pair[0], pair[1])), data))
                        .as("%s to %s", pair[0], pair[1])
                        .containsExactly(unbounded);
            }
        }
        // a bound that outputs reach does change the training
        assertThat(predictedBits(fit(data, QUICK + "-gradient " + gradient + bounds(0, INF)), data))
                .isNotEqualTo(unbounded);
    }

    /** A leak too small for a float is the same as masked. If all targets lie between the bounds, 1 is like towards. */
    @ParameterizedTest
    @CsvSource({"masked, 4.9e-324", "towards, 0.9999999999999999"})
    void theGradientsMeetWhereTheLeakEnds(String gradient, double leak) throws Exception {
        Instances data = withTargets(Schemes.mixed(60, 12), y -> y + 0.25);
        String options = "-H 8 -N 40 -V 0 -L 0.03 -upper-bound 30 -gradient ";
        long[] expected = predictedBits(fit(data, options + gradient), data);
        assertThat(predictedBits(fit(data, options + "leaky -leak " + leak), data))
                .containsExactly(expected);
        assertThat(predictedBits(fit(data, options + "leaky -leak 0.5"), data)).isNotEqualTo(expected);
    }

    @Test
    void withoutBoundsThePredictionIsThePlainNetworks() throws Exception {
        Instances data = Schemes.mixed(60, 11);
        BoundedModel model = ModelTraining.fit(
                data, new Hyperparameters().hiddenSize(8).maxEpochs(20).lowerBound(-INF));
        SparseInputs inputs = new SparseInputs(model.encoder().activeCount());
        for (Instance row : data) {
            model.encoder().encode(row, inputs);
            double z =
                    model.network().netInput(inputs, new float[model.network().hiddenSize()]);
            assertThat(model.predict(row))
                    .isEqualTo(model.targetScale().center()
                            + z * model.targetScale().unit());
        }
    }

    private static String bounds(double lower, double upper) {
        return " -lower-bound " + lower + " -upper-bound " + upper;
    }

    private static Instances withInputs(Instances data, int attribute, double factor, double shift) {
        Instances changed = new Instances(data);
        changed.forEach(row -> row.setValue(attribute, factor * row.value(attribute) + shift)); // NaN stays NaN
        return changed;
    }

    /** The data with other labels declared for the attribute colour; the rows keep their labels. */
    private static Instances relabelled(Instances data, List<String> labels) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int k = 0; k < data.numAttributes(); k++) {
            attributes.add(
                    k == 1
                            ? new Attribute("colour", labels)
                            : (Attribute) data.attribute(k).copy());
        }
        Instances changed = new Instances("relabelled", attributes, data.size());
        changed.setClassIndex(data.classIndex());
        data.forEach(row -> {
            double[] values = row.toDoubleArray();
            values[1] = row.isMissing(1) ? Double.NaN : labels.indexOf(row.stringValue(1));
            changed.add(new DenseInstance(row.weight(), values));
        });
        return changed;
    }
}
