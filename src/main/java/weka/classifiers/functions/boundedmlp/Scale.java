package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;

/**
 * Standard units: the distance from a centre, counted in a unit. Nothing overflows on the way, whatever the finite values.
 *
 * @param center the value that becomes 0, finite
 * @param unit the distance that becomes 1, above 0
 */
public record Scale(double center, double unit) implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * {@return the scale in which some values have the weighted mean 0 and the standard deviation 1; constant values, or none
     * at all, get the unit 1}
     *
     * @param values finite values, or NaN to be passed over
     * @param weights a weight for each value, above 0
     */
    static Scale standard(double[] values, double[] weights) {
        InputLimits range = InputLimits.range(values);
        double min = range.lowest();
        double max = range.highest();
        if (!(min < max)) {
            return new Scale(min == max ? min : 0, 1);
        }
        double totalWeight = totalWeight(values, weights);
        // sums of values divided by the largest cannot overflow, and their squares do not vanish all
        double largest = Math.max(Math.abs(min), Math.abs(max));
        double mean = mean(values, weights, totalWeight, largest);
        double unit = Math.sqrt(variance(values, weights, totalWeight, largest, mean)) * largest;
        return new Scale(Math.max(min, Math.min(max, mean * largest)), unit > 0 ? unit : 1);
    }

    /* A loop each: HotSpot compiles a method anew for each loop in it that runs long. */

    private static double totalWeight(double[] values, double[] weights) {
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            total += Double.isNaN(values[i]) ? 0 : weights[i];
        }
        return total;
    }

    /** The mean of values, in units. */
    private static double mean(double[] values, double[] weights, double totalWeight, double unit) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += Double.isNaN(values[i]) ? 0 : weights[i] / totalWeight * (values[i] / unit);
        }
        return mean;
    }

    /** The variance of values, in squared units. */
    private static double variance(double[] values, double[] weights, double totalWeight, double unit, double mean) {
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            double deviation = Double.isNaN(values[i]) ? 0 : values[i] / unit - mean;
            variance += weights[i] / totalWeight * deviation * deviation;
        }
        return variance;
    }

    /**
     * {@return a value in standard units}
     *
     * @param value a finite value in its own units; for infinite ones the result is infinite
     */
    public double toStandard(double value) {
        return (value / 2 - center / 2) / unit * 2; // halved, because the difference of two large values can overflow
    }

    /**
     * {@return a value in its own units, at most {@link Double#MAX_VALUE} in size}
     *
     * @param standard a value in standard units
     */
    public double fromStandard(double standard) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, center + standard * unit));
    }
}
