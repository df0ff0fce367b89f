package weka.classifiers.functions.boundedmlp.speed;

import java.util.Collection;

/** Summarises several measurements. */
public final class Statistics {
    private Statistics() {}

    /** {@return the median; for an even number of values the mean of the middle two; NaN for no values} */
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
