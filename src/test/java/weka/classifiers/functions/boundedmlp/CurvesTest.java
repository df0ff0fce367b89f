package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * Curves of one and two inputs with several bends are learnt by the defaults, although part of each curve lies near a
 * bound: neither do rows stay stuck there, nor do all hidden units bend the output at one place.
 */
class CurvesTest {

    private static final int ROWS = 800;
    private static final int SEEDS = 3;

    private enum Curve {
        SINE(1, "0 Infinity", 5, x -> 0.5 + 0.49 * Math.sin(6.28 * x[0])),
        SINE_BETWEEN_TWO_BOUNDS(1, "0 1", 5, x -> 0.5 + 0.49 * Math.sin(6.28 * x[0])),
        SINE_CUT_OFF(1, "0 1", 5, x -> Math.max(0, Math.min(1, 0.5 + 0.8 * Math.sin(9.42 * x[0])))),
        THREE_PERIODS(1, "-1.1 Infinity", 6, x -> Math.sin(18.85 * x[0])),
        WITHOUT_A_BOUND(1, "-Infinity Infinity", 6, x -> Math.sin(20 * x[0] - 10)),
        TWO_SEASONS_WITH_NOISE(1, "0 Infinity", 15, x -> 1.2 - Math.cos(12.57 * x[0])),
        BUMPS_OF_TWO_INPUTS(2, "0 Infinity", 6, x -> Math.max(0, Math.sin(6 * x[0] - 3) * Math.cos(6 * x[1] - 3)));

        final int inputs;
        final String bounds;
        /** In per cent of the error of the mean. */
        final double largestError;

        final ToDoubleFunction<double[]> function;

        Curve(int inputs, String bounds, double largestError, ToDoubleFunction<double[]> function) {
            this.inputs = inputs;
            this.bounds = bounds;
            this.largestError = largestError;
            this.function = function;
        }

        Instances rows(long seed, double noise) {
            List<Attribute> attributes = new ArrayList<>();
            for (int k = 0; k <= inputs; k++) {
                attributes.add(new Attribute("x" + k));
            }
            Instances rows = new Instances(name(), new ArrayList<>(attributes), ROWS);
            rows.setClassIndex(inputs);
            Random random = new Random(seed);
            for (int i = 0; i < ROWS; i++) {
                double[] values = new double[inputs + 1];
                for (int k = 0; k < inputs; k++) {
                    values[k] = random.nextDouble();
                }
                values[inputs] = function.applyAsDouble(values) + noise * random.nextGaussian();
                rows.add(new DenseInstance(1, values));
            }
            return rows;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCurveIsLearntAndNoRowStaysStuck(Curve curve) throws Exception {
        String[] bounds = curve.bounds.split(" ");
        for (int seed = 1; seed <= SEEDS; seed++) {
            Instances rows = curve.rows(seed, curve == Curve.TWO_SEASONS_WITH_NOISE ? 0.1 : 0);
            BoundedMLPRegressor scheme =
                    Schemes.scheme("-S " + seed + " -lower-bound " + bounds[0] + " -upper-bound " + bounds[1]);
            scheme.buildClassifier(rows);

            Evaluation evaluation = new Evaluation(rows);
            evaluation.evaluateModel(scheme, curve.rows(100L + seed, 0));
            assertThat(evaluation.rootRelativeSquaredError())
                    .as("per cent of the error of the mean, seed " + seed)
                    .isLessThan(curve.largestError);
            assertThat(scheme.getMeasure("measureStuckRows"))
                    .as("stuck rows, seed " + seed)
                    .isLessThanOrEqualTo(ROWS / 50);
        }
    }
}
