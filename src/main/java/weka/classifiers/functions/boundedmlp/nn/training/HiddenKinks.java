package weka.classifiers.functions.boundedmlp.nn.training;

import java.util.Arrays;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.rows.RowOrder;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * Spreads the kinks of the hidden units over the data. A hidden unit bends the output where its net input {@code w x +
 * b1} is 0. With all biases 0, the units of a network of one input bend it at one place, the mean, and have to find
 * their way to all others.
 */
final class HiddenKinks {

    /** So many rows show well enough where the data lies. */
    private static final int MOST_ROWS = 500;

    /** Their weights lie side by side; all units of a huge network together would take much memory. */
    private static final int UNITS_AT_A_TIME = 128;

    private HiddenKinks() {}

    /**
     * Sets the hidden biases so that the unit {@code j} of {@code h} has its kink where a share {@code (j + 0.5) / h}
     * of the rows lies on its negative side. With more than two inputs the kinks are drawn towards the mean by {@link
     * Network#fewness}: there, units differ by their directions, and a wide spread fits noise.
     *
     * @param network the weights; its hidden biases are overwritten
     * @param samples the data
     * @param random chooses the rows that are looked at, if there are more than 500
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static void spread(Network network, Samples samples, Random random) throws InterruptedException {
        Samples some = samples.size() <= MOST_ROWS ? samples : samples.subset(chosen(samples.size(), random));
        int n = some.size();
        float[][] rows = new float[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = some.inputs(i);
        }
        float[] biases = network.hiddenBiases();
        for (int from = 0; from < biases.length; from += UNITS_AT_A_TIME) {
            int to = Math.min(biases.length, from + UNITS_AT_A_TIME);
            double[][] netInputs = netInputs(network, from, to, rows);
            for (int j = from; j < to; j++) {
                double share = (j + 0.5) / biases.length;
                double quantile = quantile(netInputs[j - from], some.weights(), share);
                biases[j] = (float) (-Network.fewness(network.inputCount()) * quantile);
            }
        }
    }

    private static int[] chosen(int size, Random random) {
        int[] rows = new int[MOST_ROWS];
        Arrays.setAll(rows, i -> random.nextInt(size));
        return rows;
    }

    /** The net inputs of some units, without their biases, for each row. Inputs that are 0 are passed over. */
    private static double[][] netInputs(Network network, int from, int to, float[][] rows) {
        double[][] netInputs = new double[to - from][rows.length];
        double[] ofRow = new double[to - from];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(ofRow, 0);
            for (int k = 0; k < network.inputCount(); k++) {
                double x = rows[i][k];
                float[] weights = network.inputWeights(k);
                if (x != 0) {
                    for (int j = from; j < to; j++) {
                        ofRow[j - from] += x * weights[j];
                    }
                }
            }
            for (int j = 0; j < ofRow.length; j++) {
                netInputs[j][i] = ofRow[j];
            }
        }
        return netInputs;
    }

    /** The value below which a share of the weights lies, whose mean is 1. */
    private static double quantile(double[] values, double[] weights, double share) throws InterruptedException {
        int[] order = RowOrder.byValue(values);
        int place = 0;
        double below = weights[order[0]];
        while (below <= share * values.length && place < values.length - 1) {
            place++;
            below += weights[order[place]];
        }
        return values[order[place]];
    }
}
