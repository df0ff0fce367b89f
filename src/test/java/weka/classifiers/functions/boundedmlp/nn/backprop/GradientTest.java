package weka.classifiers.functions.boundedmlp.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * Compares gradients with central differences. No difference spans a kink, because the net inputs of the hidden units
 * and of the output keep away from the kinks. So the cost of a clamped network is quadratic in each single parameter,
 * and its central difference is exact.
 */
class GradientTest {

    private static final int ROWS = 24;
    private static final double DECAY = 0.25;
    private static final int[] ALL = Fixtures.rows(ROWS);

    private static final Random RANDOM = new Random(3);
    private static final Network NETWORK = Fixtures.networkOffTheKinks(4, 5, RANDOM);
    private static final Samples SAMPLES = Fixtures.samples(ROWS, 4, RANDOM);

    static List<OutputActivation> activations() {
        double[] netInputs = Fixtures.sortedNetInputs(NETWORK, SAMPLES);
        return Fixtures.activations(
                middleOfLargestGap(netInputs, 3, ROWS / 2), middleOfLargestGap(netInputs, ROWS / 2, ROWS - 3));
    }

    /** All outputs except those with a gradient policy that deliberately differs from the derivative of the cost. */
    static List<OutputActivation> derivatives() {
        return activations().stream()
                .filter(activation ->
                        !(activation instanceof ClampOutput clamp && clamp.policy() != GradientPolicy.MASKED))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void theReferenceIsTheDerivativeOfItsNetInputsTimesTheirDeltas(OutputActivation activation) {
        ReferenceNetwork reference = ReferenceNetwork.of(NETWORK);
        double[] deltas = reference.outputDeltas(SAMPLES, ALL, activation);

        double[] gradient = reference.gradient(SAMPLES, ALL, activation, DECAY);

        for (int p = 0; p < gradient.length; p++) {
            double difference = centralDifference(reference, p, 1e-5, changed -> {
                double sum = changed.penalty(DECAY);
                for (int i = 0; i < ROWS; i++) {
                    sum += deltas[i] * changed.z2(SAMPLES.inputs(i));
                }
                return sum;
            });
            assertThat(gradient[p]).as("parameter " + p).isEqualTo(difference, within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void theReferenceIsTheDerivativeOfTheCost(OutputActivation activation) {
        ReferenceNetwork reference = ReferenceNetwork.of(NETWORK);

        double[] gradient = reference.gradient(SAMPLES, ALL, activation, DECAY);

        for (int p = 0; p < gradient.length; p++) {
            double difference =
                    centralDifference(reference, p, 1e-5, changed -> changed.cost(SAMPLES, ALL, activation, DECAY));
            assertThat(gradient[p]).as("parameter " + p).isEqualTo(difference, within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void theGradientIsTheDerivativeOfTheLossAndThePenalty(OutputActivation activation) throws InterruptedException {
        Network gradient = new Network(4, 5);
        Backprop backprop = new Backprop(SAMPLES, 5, 1, ROWS, new SquaredError(activation), DECAY);
        WholeBatch.lossAndGradient(backprop, NETWORK, ROWS, gradient, Watch.fresh(ROWS));
        double tolerance = activation instanceof ClampOutput ? 1e-6 : 1e-4;

        for (int b = 0; b < NETWORK.blocks().length; b++) {
            for (int j = 0; j < NETWORK.blocks()[b].length; j++) {
                // with this step, float still represents all net inputs exactly
                float step = 1 / 256f;
                double difference =
                        (lossAndPenalty(b, j, step, activation) - lossAndPenalty(b, j, -step, activation)) / (2 * step);
                assertThat((double) gradient.blocks()[b][j])
                        .as("block %d, parameter %d", b, j)
                        .isEqualTo(difference, within(tolerance));
            }
        }
    }

    @Test
    void theDifferencesSeeClampedRowsOnBothSidesAndFreeOnes() {
        Bounds bounds = activations().get(2).bounds();
        List<Double> netInputs = Arrays.stream(Fixtures.sortedNetInputs(NETWORK, SAMPLES))
                .boxed()
                .toList();

        assertThat(netInputs)
                .anyMatch(z -> z < bounds.lower())
                .anyMatch(z -> z > bounds.upper())
                .anyMatch(bounds::inside);
        assertThat(netInputs).allMatch(z -> Math.abs(z - bounds.lower()) > 0.02 && Math.abs(z - bounds.upper()) > 0.02);
    }

    private static double lossAndPenalty(int block, int j, float step, OutputActivation activation)
            throws InterruptedException {
        Network changed = NETWORK.copy();
        changed.blocks()[block][j] += step;
        return Fixtures.loss(changed, SAMPLES, activation).meanLoss()
                + ReferenceNetwork.of(changed).penalty(DECAY);
    }

    private static double centralDifference(ReferenceNetwork network, int p, double step, Cost cost) {
        double value = network.parameters()[p];
        return (cost.of(network.with(p, value + step)) - cost.of(network.with(p, value - step))) / (2 * step);
    }

    private static double middleOfLargestGap(double[] sorted, int from, int to) {
        int best = from;
        for (int i = from; i < to; i++) {
            best = sorted[i + 1] - sorted[i] > sorted[best + 1] - sorted[best] ? i : best;
        }
        return (sorted[best] + sorted[best + 1]) / 2;
    }

    private interface Cost {
        double of(ReferenceNetwork network);
    }
}
