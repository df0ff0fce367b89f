package weka.classifiers.functions.boundedmlp.nn.training;

import java.util.Arrays;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * Spreads the kinks of the hidden units over the data. A hidden unit bends the output where its net input {@code w x +
 * b1} is 0. With all biases 0, the units of a network of one input bend it at one place, the mean, and have to find
 * their way to all others.
 */
final class HiddenKinks {

    /** So many rows show well enough where the data lies. */
    private static final int ROWS = 500;

    private HiddenKinks() {}

    /**
     * Sets the hidden biases so that the unit {@code j} of {@code h} has its kink where a share {@code (j + 0.5) / h} of
     * the rows lies on its negative side. With more than two inputs the kinks are drawn towards the mean by {@link
     * Network#fewness}: there, units differ by their directions, and a wide spread fits noise.
     *
     * @param network the weights; its hidden biases are overwritten
     * @param samples the data
     * @param random chooses the rows that are looked at
     */
    static void spread(Network network, Samples samples, Random random) {
        int inputCount = network.inputCount();
        float[][] rows = new float[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = samples.inputs(random.nextInt(samples.size()));
        }
        float[] biases = network.hiddenBiases();
        double[] netInputs = new double[ROWS];
        for (int j = 0; j < biases.length; j++) {
            for (int i = 0; i < ROWS; i++) {
                netInputs[i] = 0;
                for (int k = 0; k < inputCount; k++) {
                    netInputs[i] += (double) rows[i][k] * network.inputWeights(k)[j];
                }
            }
            Arrays.sort(netInputs);
            int place = (int) ((j + 0.5) / biases.length * ROWS);
            biases[j] = (float) (-Network.fewness(inputCount) * netInputs[place]);
        }
    }
}
