package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

class HiddenKinksTest {

    private static final int UNITS = 100;

    @Test
    void theKinksOfOneInputAreSpreadEvenlyOverTheRows() throws Exception {
        Samples samples = Fixtures.samples(2000, 1, new Random(1));
        Network network = spread(samples);
        double[] kinks = new double[UNITS];
        Arrays.setAll(kinks, j -> -network.hiddenBiases()[j] / network.inputWeights(0)[j]);
        Arrays.sort(kinks);
        double[] values = new double[samples.size()];
        Arrays.setAll(values, i -> samples.inputs(i)[0]);
        Arrays.sort(values);
        for (int j = 0; j < UNITS; j++) {
            double below = Arrays.stream(values).filter(rowsBelow(kinks[j])).count() / (double) values.length;
            assertThat(below).as("share of the rows below kink " + j).isEqualTo((j + 0.5) / UNITS, within(0.15));
        }
    }

    private static DoublePredicate rowsBelow(double kink) {
        return value -> value < kink;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 0.1975", "4, 0.0625", "8, 0.0039", "100, 0"})
    void withMoreInputsTheKinksLieNearTheMean(int inputs, double share) throws Exception {
        assertThat(Network.fewness(inputs)).isEqualTo(share, within(1e-4));
        Network network = spread(Fixtures.samples(500, inputs, new Random(2)));
        double largest = 0;
        double typical = 0;
        for (int j = 0; j < UNITS; j++) {
            double norm = 0;
            for (int k = 0; k < inputs; k++) {
                norm += Math.pow(network.inputWeights(k)[j], 2);
            }
            largest = Math.max(largest, Math.abs(network.hiddenBiases()[j]) / Math.sqrt(norm));
            typical += Math.abs(network.hiddenBiases()[j]) / Math.sqrt(norm) / UNITS;
        }
        assertThat(largest).as("distance from the mean").isLessThan(share * 4 + 1e-6);
        assertThat(typical).as("distance from the mean").isGreaterThan(share * 0.1);
    }

    /** A unit of weight 1 has its kink at the first value that has half of the rows below it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 500})
    void atMost500RowsAreAllLookedAt(int rows) throws Exception {
        float[][] inputs = new float[rows][];
        Arrays.setAll(inputs, i -> new float[] {i});
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        Network network = new Network(1, 1);
        network.inputWeights(0)[0] = 1;

        HiddenKinks.spread(network, new Samples(inputs, new double[rows], weights, 1), new Random(5));

        assertThat(network.hiddenBiases()).containsExactly(-rows / 2f);
    }

    private static Network spread(Samples samples) throws Exception {
        Network network = Network.initialise(samples.inputCount(), UNITS, 0, new Random(3));
        HiddenKinks.spread(network, samples, new Random(4));
        return network;
    }
}
