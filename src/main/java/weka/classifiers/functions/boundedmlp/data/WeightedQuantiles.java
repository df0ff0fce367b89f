package weka.classifiers.functions.boundedmlp.data;

import java.util.Arrays;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * The known values of a column with their weights, to tell quantiles from: by selection (Hoare 1961), which reads a column a
 * few times where sorting would read it once for every doubling of its length.
 */
final class WeightedQuantiles {

    /** So many values tell where about a quantile lies. */
    private static final int SAMPLE = 31;

    private final double[] values;
    private final double[] weights;
    private final double totalWeight;
    private final Random random = new Random(1);

    /**
     * Copies the known values.
     *
     * @param column finite values, at least one, and NaN for missing ones; not modified
     * @param columnWeights their weights, above 0; not modified
     */
    WeightedQuantiles(double[] column, double[] columnWeights) {
        int known = 0;
        for (double value : column) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        values = new double[known];
        weights = new double[known];
        double total = 0;
        int at = 0;
        for (int i = 0; i < column.length; i++) {
            if (!Double.isNaN(column[i])) {
                values[at] = column[i];
                weights[at] = columnWeights[i];
                total += columnWeights[i];
                at++;
            }
        }
        totalWeight = total;
    }

    /**
     * {@return the first value, from the smallest on, up to which more than a share of the weights lies}
     *
     * @param share in [0, 1)
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    double fromSmallest(double share) throws InterruptedException {
        return select(share * totalWeight, 1);
    }

    /**
     * {@return the first value, from the largest down, up to which more than a share of the weights lies}
     *
     * @param share in [0, 1)
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    double fromLargest(double share) throws InterruptedException {
        return select(share * totalWeight, -1);
    }

    /** The first value up to which more than the wanted weight lies, in the order in which the sign makes the values rise. */
    private double select(double wanted, int sign) throws InterruptedException {
        int from = 0;
        int to = values.length; // it lies between
        double weightBefore = 0;
        double weightBetween = totalWeight;
        while (true) {
            Interruption.check();
            double pivot = probably((wanted - weightBefore) / weightBetween, from, to, sign);
            double smaller = 0;
            double equal = 0;
            int equalFrom = from;
            int largerFrom = to;
            for (int i = from; i < largerFrom; ) {
                double value = sign * values[i];
                if (value < pivot) {
                    smaller += weights[i];
                    swap(i++, equalFrom++);
                } else if (value > pivot) {
                    swap(i, --largerFrom);
                } else {
                    equal += weights[i++];
                }
            }
            if (equalFrom > from && weightBefore + smaller > wanted) {
                to = equalFrom;
                weightBetween = smaller;
            } else if (largerFrom == to || weightBefore + smaller + equal > wanted) {
                return sign * pivot;
            } else {
                weightBefore += smaller + equal;
                weightBetween -= smaller + equal;
                from = largerFrom;
            }
        }
    }

    /** The value of a row below which probably lies about a share of some rows. */
    private double probably(double share, int from, int to, int sign) {
        double[] sample = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            sample[i] = sign * values[from + random.nextInt(to - from)];
        }
        Arrays.sort(sample);
        return sample[(int) Math.max(0, Math.min(SAMPLE - 1, share * SAMPLE))];
    }

    private void swap(int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
        double weight = weights[i];
        weights[i] = weights[j];
        weights[j] = weight;
    }
}
