package weka.classifiers.functions.boundedmlp.data;

import java.util.Arrays;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * Computes weighted quantiles of the known values of a column by selection (Hoare 1961). That reads the column a few
 * times; sorting would read it once for every doubling of its length.
 */
final class WeightedQuantiles {

    /** The number of values in a sample that estimates a quantile. */
    private static final int SAMPLE = 31;

    private final double[] values;
    private final double[] weights;
    private final double totalWeight;
    private final Random random = new Random(1);

    /**
     * Copies the known values.
     *
     * @param column finite values, at least one, and NaN for missing ones; not modified
     * @param columnWeights the weights of the values, above 0; not modified
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

    /** {@return the share of the total weight that values below a value have} */
    double shareBelow(double value) {
        return shareBefore(value, 1);
    }

    /** {@return the share of the total weight that values above a value have} */
    double shareAbove(double value) {
        return shareBefore(value, -1);
    }

    /** The share of what comes before a value, in ascending order for the sign 1 and in descending order for -1. */
    private double shareBefore(double value, int sign) {
        double before = 0;
        for (int i = 0; i < values.length; i++) {
            before += sign * values[i] < sign * value ? weights[i] : 0;
        }
        return before / totalWeight;
    }

    /**
     * {@return the smallest value such that the values up to it have more than a share of the total weight}
     *
     * @param share in [0, 1)
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    double fromSmallest(double share) throws InterruptedException {
        return select(share * totalWeight, 1);
    }

    /**
     * {@return the largest value such that the values from it upwards have more than a share of the total weight}
     *
     * @param share in [0, 1)
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    double fromLargest(double share) throws InterruptedException {
        return select(share * totalWeight, -1);
    }

    /**
     * The first value at which the cumulative weight exceeds the wanted weight, in ascending order for the sign 1 and
     * in descending order for -1.
     */
    private double select(double wanted, int sign) throws InterruptedException {
        int from = 0;
        int to = values.length; // the value sought lies between
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

    /** An estimate, from a random sample, of the quantile at a share of the values from one index to another. */
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
