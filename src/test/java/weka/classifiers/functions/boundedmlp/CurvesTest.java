package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static final double INF = Double.POSITIVE_INFINITY;

    /**
     * A function of inputs that are uniform between 0 and 1.
     *
     * @param largestError in per cent of the error of the mean
     * @param noise the standard deviation of the noise in the training targets
     */
    private record Curve(
            String name,
            int inputs,
            double lower,
            double upper,
            double noise,
            double largestError,
            ToDoubleFunction<double[]> function) {

        Instances rows(long seed, double deviation) {
            List<Attribute> attributes = new ArrayList<>();
            for (int k = 0; k <= inputs; k++) {
                attributes.add(new Attribute("x" + k));
            }
            Instances rows = new Instances(name, new ArrayList<>(attributes), ROWS);
            rows.setClassIndex(inputs);
            Random random = new Random(seed);
            for (int i = 0; i < ROWS; i++) {
                double[] values = new double[inputs + 1];
                for (int k = 0; k < inputs; k++) {
                    values[k] = random.nextDouble();
                }
                values[inputs] = function.applyAsDouble(values) + deviation * random.nextGaussian();
                rows.add(new DenseInstance(1, values));
            }
            return rows;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static double limited(double y) {
        return Math.max(0, Math.min(1, y));
    }

    private static Stream<Curve> curves() {
        return Stream.of(
                new Curve("sine", 1, 0, INF, 0, 5, x -> 0.5 + 0.49 * Math.sin(6.28 * x[0])),
                new Curve("sine between two bounds", 1, 0, 1, 0, 5, x -> 0.5 + 0.49 * Math.sin(6.28 * x[0])),
                new Curve("sine cut off", 1, 0, 1, 0, 5, x -> limited(0.5 + 0.8 * Math.sin(9.42 * x[0]))),
                new Curve("three periods", 1, -1.1, INF, 0, 6, x -> Math.sin(18.85 * x[0])),
                new Curve("without a bound", 1, -INF, INF, 0, 6, x -> Math.sin(20 * x[0] - 10)),
                new Curve("two seasons with noise", 1, 0, INF, 0.1, 15, x -> 1.2 - Math.cos(12.57 * x[0])),
                new Curve("bumps of two inputs", 2, 0, INF, 0, 6, x -> {
                    return Math.max(0, Math.sin(6 * x[0] - 3) * Math.cos(6 * x[1] - 3));
                }));
    }

    @ParameterizedTest
    @MethodSource("curves")
    void aCurveIsLearntAndNoRowStaysStuck(Curve curve) throws Exception {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Instances rows = curve.rows(seed, curve.noise);
            BoundedMLPRegressor scheme = Schemes.scheme(
                    "-bins 0 -members 1 -S " + seed + " -lower-bound " + curve.lower + " -upper-bound " + curve.upper);
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
