package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.backprop.Backprop;
import weka.classifiers.functions.boundedmlp.nn.backprop.Watch;
import weka.classifiers.functions.boundedmlp.nn.backprop.WholeBatch;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** The order of inputs and hidden units and the signs of inputs do not matter: the network learns the same. */
class SymmetryTest {

    private static final int ROWS = 41;
    private static final int INPUTS = 6;
    private static final int UNITS = 9;
    private static final int STEPS = 60;

    private final Random random = new Random(1);
    private final Samples samples = Fixtures.samples(ROWS, INPUTS, random);
    private final Network start = Fixtures.networkOffTheKinks(INPUTS, UNITS, random);

    @ParameterizedTest
    @EnumSource
    void permutedInputsWithPermutedWeightsLearnTheSame(OptimizerKind kind) {
        int[] order = Fixtures.shuffled(INPUTS, random);
        Network permuted = start.copy();
        for (int k = 0; k < INPUTS; k++) {
            System.arraycopy(start.inputWeights(order[k]), 0, permuted.inputWeights(k), 0, UNITS);
        }
        assertLearnsTheSame(kind, permuted, changed((row, k) -> row[order[k]]));
    }

    @ParameterizedTest
    @EnumSource
    void permutedHiddenUnitsLearnTheSame(OptimizerKind kind) {
        int[] order = Fixtures.shuffled(UNITS, random);
        Network permuted = start.copy();
        for (int block = 0; block < INPUTS + 2; block++) {
            for (int j = 0; j < UNITS; j++) {
                permuted.blocks()[block][j] = start.blocks()[block][order[j]];
            }
        }
        assertLearnsTheSame(kind, permuted, samples);
    }

    @ParameterizedTest
    @EnumSource
    void anInputOfTheOtherSignWithWeightsOfTheOtherSignLearnsTheSame(OptimizerKind kind) {
        Network mirrored = start.copy();
        float[] weights = mirrored.inputWeights(2);
        for (int j = 0; j < UNITS; j++) {
            weights[j] = -weights[j];
        }
        assertLearnsTheSame(kind, mirrored, changed((row, k) -> k == 2 ? -row[k] : row[k]));
    }

    private interface Input {
        float of(float[] row, int k);
    }

    private Samples changed(Input input) {
        float[][] inputs = new float[ROWS][INPUTS];
        double[] targets = new double[ROWS];
        double[] weights = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int k = 0; k < INPUTS; k++) {
                inputs[i][k] = input.of(samples.inputs(i), k);
            }
            targets[i] = samples.target(i);
            weights[i] = samples.weight(i);
        }
        return new Samples(inputs, targets, weights, INPUTS);
    }

    private void assertLearnsTheSame(OptimizerKind kind, Network changed, Samples changedSamples) {
        for (OutputActivation activation : List.of(
                Fixtures.clamp(-0.5, 1),
                Fixtures.linear(GradientPolicy.MASKED),
                new SigmoidOutput(new Bounds(-1, 2)))) {
            double[] expected = trained(kind, start.copy(), samples, activation);
            double[] actual = trained(kind, changed.copy(), changedSamples, activation);
            assertThat(actual).as(activation.toString()).containsExactly(expected, within(1e-3));
            assertThat(Arrays.stream(expected).distinct().count()).isGreaterThan(ROWS / 2);
        }
    }

    /** The output's net inputs of all rows after some steps. */
    private static double[] trained(OptimizerKind kind, Network network, Samples samples, OutputActivation activation) {
        Backprop backprop = new Backprop(samples, UNITS, 1, ROWS, new SquaredError(activation), 0.01);
        Optimizer optimizer = kind == OptimizerKind.ADAM ? new Adam(network) : new Sgd(network, 0.9);
        Network gradient = new Network(INPUTS, UNITS);
        for (int step = 0; step < STEPS; step++) {
            WholeBatch.lossAndGradient(backprop, network, ROWS, gradient, Watch.fresh(ROWS));
            optimizer.step(network, gradient, 1, 0.003);
        }
        double[] outputs = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            outputs[i] = Fixtures.netInput(network, samples.inputs(i));
        }
        return outputs;
    }
}
