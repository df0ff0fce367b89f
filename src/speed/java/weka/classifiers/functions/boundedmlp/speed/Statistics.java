package weka.classifiers.functions.boundedmlp.speed;

import java.util.Arrays;
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

    /** {@return the distance between the largest and the smallest value, as a share of the median; NaN for none} */
    static double spread(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted).max().orElse(Double.NaN) / median(values)
                - Arrays.stream(sorted).min().orElse(Double.NaN) / median(values);
    }
}
