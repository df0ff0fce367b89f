package weka.classifiers.functions.boundedmlp.speed;

import java.util.Collection;

/** What is made of several measurements. */
public final class Statistics {
    private Statistics() {}

    /** {@return the median, the mean of the two in the middle for an even number; NaN for none} */
    public static double median(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
