package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictions;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;

/** Neither the units of the data nor single huge values matter. */
class ExtremeValuesTest {

    private static final String OPTIONS = "-H 32 -N 100";

    @ParameterizedTest
    @ValueSource(doubles = {0x1p40, 0x1p-40, 0x1p900, 0x1p-900})
    void aChangeOfUnitByAPowerOfTwoChangesNothingAtAll(double unit) throws Exception {
        Instances data = Schemes.numeric(150, 1);
        double[] expected = predictions(fit(data, OPTIONS), data);
        Instances targets = Schemes.withTargets(data, y -> y * unit);
        Instances inputs = new Instances(data);
        inputs.forEach(row -> row.setValue(0, row.value(0) * unit));
        assertThat(Arrays.stream(predictions(fit(targets, OPTIONS), data))
                        .map(p -> p / unit)
                        .toArray())
                .containsExactly(expected);
        assertThat(predictions(fit(inputs, OPTIONS), inputs)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e12, 1e-12, 1e150, 1e-150, 1e300, 1e-300})
    void targetsOfAnySizeAreLearntAsWellAsThoseNearOne(double unit) throws Exception {
        Instances data = Schemes.numeric(150, 2);
        Instances scaled = Schemes.withTargets(data, y -> y * unit);
        double expected = relativeError(data);
        assertThat(expected).isLessThan(0.2);
        // rounding differs, and so do the steps
        assertThat(relativeError(scaled)).isCloseTo(expected, within(0.02));
    }

    /** The root mean squared error on the training rows, in standard deviations of the target. */
    private static double relativeError(Instances data) throws Exception {
        double[] predictions = predictions(fit(data, OPTIONS), data);
        double[] targets = data.attributeToDoubleArray(data.classIndex());
        double largest = Arrays.stream(targets).max().orElseThrow();
        double mean = Arrays.stream(targets).map(y -> y / largest).average().orElseThrow();
        double squares = 0;
        double variance = 0;
        for (int i = 0; i < targets.length; i++) {
            squares += Math.pow(predictions[i] / largest - targets[i] / largest, 2);
            variance += Math.pow(targets[i] / largest - mean, 2);
        }
        return Math.sqrt(squares / variance);
    }

    @Test
    void rowsOf1e308InTrainingAndPredictionGiveFinitePredictions() throws Exception {
        for (int attribute = 0; attribute < 3; attribute++) {
            for (double huge : new double[] {1e308, -1e308, Double.MAX_VALUE, -Double.MAX_VALUE}) {
                Instances data = Schemes.numeric(60, 3);
                data.instance(4).setValue(attribute, huge);
                data.instance(5).setValue(attribute, -huge);
                for (String options : new String[] {"", " -output softplus", " -lower-bound -Infinity"}) {
                    assertThat(Arrays.stream(predictions(fit(data, "-H 16 -N 10" + options), data)))
                            .as(huge + " in attribute " + attribute + options)
                            .allMatch(Double::isFinite);
                }
            }
        }
    }

    @Test
    void aHugeValueToPredictOnIsLimitedToTheTrainingRange() throws Exception {
        Instances data = Schemes.numeric(60, 4);
        var scheme = fit(data, "-H 16 -N 50");
        double largest = data.attributeStats(0).numericStats.max;
        Instances rows = new Instances(data, 0, 2);
        rows.forEach(row -> row.setValue(1, 3));
        rows.instance(0).setValue(0, 1e308);
        rows.instance(1).setValue(0, largest);
        double[] predicted = predictions(scheme, rows);
        assertThat(predicted[0]).isEqualTo(predicted[1]).isLessThan(20);
    }

    @Test
    void oneHugeValueAmongManyRowsDoesNotSpoilTheOthers() throws Exception {
        Instances data = Schemes.numeric(2000, 5);
        Instances spoilt = new Instances(data);
        spoilt.instance(0).setValue(0, 1e308);
        double[] targets = data.attributeToDoubleArray(2);
        double[] predicted = predictions(fit(spoilt, "-H 16 -N 30"), data);
        double squares = 0;
        for (int i = 1; i < targets.length; i++) {
            squares += Math.pow(predicted[i] - targets[i], 2) / targets.length;
        }
        assertThat(Math.sqrt(squares)).isLessThan(0.2 * Schemes.targetDeviation(data));
    }

    @Test
    void theTextOfAModelWhoseErrorsNoDoubleHoldsIsThere() throws Exception {
        Instances data = Schemes.withTargets(Schemes.numeric(60, 6), y -> y > 1 ? 1e308 : -1e308);
        assertThat(fit(data, "-H 4 -N 3 -upper-bound 1").toString())
                .containsPattern("(NaN|Infinity) on all training rows with the final network");
    }
}
