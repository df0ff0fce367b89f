package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

class OutputBiasTest {

    /** The width of an interval of length 2 that has been halved 17 times. */
    private static final double WIDTH = 0x1p-16;

    /** An interval does not contain its lower end, which matters where the best bias is one of its ends. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, -0.7, 0, 0.25, -0.5})
    void movesToTheMiddleOfTheSmallIntervalThatContainsTheBestBias(double best) throws Exception {
        Network network = predictsItsInput();
        settle(network, 2 + best, 5 + best);
        assertThat(network.outputBias() / WIDTH).isEqualTo(Math.ceil(best / WIDTH) - 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void movesByNoMoreThanOneStandardDeviation(int sign) throws Exception {
        Network network = predictsItsInput();
        settle(network, 2 + 3 * sign, 5 + 3 * sign);
        assertThat(sign * network.outputBias()).isEqualTo((float) (1 - WIDTH / 2));
    }

    @Test
    void theBiasOfAConstantNetworkStays() throws Exception {
        Network constant = new Network(1, 1);
        settle(constant, 4, 6);
        assertThat(constant.outputBias()).isZero();
    }

    /** For inputs above 0. */
    private static Network predictsItsInput() {
        Network network = new Network(1, 1);
        network.inputWeights(0)[0] = 1;
        network.outputWeights()[0] = 1;
        return network;
    }

    /** Settles the bias of a network on two rows with the inputs 2 and 5. */
    private static void settle(Network network, double... targets) throws InterruptedException {
        Samples samples = new Samples(new float[][] {{2}, {5}}, targets, new double[] {1, 1}, 1);
        OutputBias.settle(network, Trainers.task(samples, Fixtures.quick(), Fixtures.linear(GradientPolicy.MASKED)));
    }
}
