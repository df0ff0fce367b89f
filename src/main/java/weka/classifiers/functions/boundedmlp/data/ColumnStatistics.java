package weka.classifiers.functions.boundedmlp.data;

import java.util.Arrays;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * The range, mean and standard deviation of each column. All columns are processed together, row by row, in the order
 * in which they lie in memory: to read a single column would mean reading nearly the whole memory of the rows.
 */
final class ColumnStatistics {

    private final NumericColumns columns;
    private final double[] lowest;
    private final double[] highest;
    /** The sum of the weights of the known values. */
    private final double[] totalWeights;

    /**
     * The values of a row, limited to their ranges, 0 for missing ones. In {@link #known}: 1 for each known value, 0
     * for each missing one.
     */
    private final double[] values;

    private final double[] known;

    /**
     * Determines the ranges.
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    ColumnStatistics(NumericColumns columns) throws InterruptedException {
        this.columns = columns;
        lowest = filled(Double.POSITIVE_INFINITY);
        highest = filled(Double.NEGATIVE_INFINITY);
        totalWeights = filled(0);
        values = filled(0);
        known = filled(0);
        for (int row = 0; row < columns.size(); row++) {
            Interruption.check();
            extend(row);
        }
    }

    private double[] filled(double value) {
        double[] array = new double[columns.width()];
        Arrays.fill(array, value);
        return array;
    }

    private void extend(int row) {
        columns.read(row, values);
        double weight = columns.weights()[row];
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            lowest[k] = value < lowest[k] ? value : lowest[k];
            highest[k] = value > highest[k] ? value : highest[k];
            totalWeights[k] += Double.isNaN(value) ? 0 : weight;
        }
    }

    /** The range of a column: from positive to negative infinity if all values are missing. */
    ValueLimits range(int column) {
        return new ValueLimits(lowest[column], highest[column]);
    }

    /**
     * {@return for each column the scale in which its limited values have the weighted mean 0 and the standard
     * deviation 1; if the values are constant or all missing, its unit is 1}
     *
     * @param limits the limits of each column: its range, or a part of it. Values are finite or missing.
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    Scale[] scales(ValueLimits[] limits) throws InterruptedException {
        double[] low = filled(0);
        double[] high = filled(0);
        // values are divided by the largest one, so that their sums cannot overflow and not all squares underflow
        double[] units = filled(0);
        // and counted from the middle of the range: where they differ little, their sum would lose the difference
        double[] middles = filled(0);
        for (int k = 0; k < units.length; k++) {
            low[k] = limits[k].lowest();
            high[k] = limits[k].highest();
            units[k] = Math.max(Math.abs(low[k]), Math.abs(high[k]));
            middles[k] = low[k] < high[k] ? low[k] / units[k] / 2 + high[k] / units[k] / 2 : 0;
        }
        double[] fromMiddle = filled(0);
        for (int row = 0; row < columns.size(); row++) {
            Interruption.check();
            readLimited(row, low, high);
            addMeans(fromMiddle, middles, columns.weights()[row], units);
        }
        double[] means = filled(0);
        Arrays.setAll(means, k -> middles[k] + fromMiddle[k]);
        double[] variances = filled(0);
        for (int row = 0; row < columns.size(); row++) {
            Interruption.check();
            readLimited(row, low, high);
            addVariances(variances, means, columns.weights()[row], units);
        }
        Scale[] scales = new Scale[limits.length];
        for (int k = 0; k < scales.length; k++) {
            double center = Math.max(low[k], Math.min(high[k], means[k] * units[k]));
            double unit = Math.sqrt(variances[k]) * units[k];
            scales[k] = low[k] < high[k]
                    ? new Scale(center, unit > 0 ? unit : 1)
                    : new Scale(low[k] == high[k] ? low[k] : 0, 1);
        }
        return scales;
    }

    /**
     * {@return for each column whether its limits certainly equal its range, so that its median need not be computed;
     * true for most columns}
     *
     * <p>The median is at most one standard deviation from the mean (Hotelling and Solomons 1932). The worst case for
     * an end of the range is the median closest to that end: the 1st or 99th percentile must then be closest to the
     * end, too, for the limit not to lie inside the range.
     *
     * @param scales the mean and the standard deviation of each column
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    boolean[] rangesSuffice(Scale[] scales) throws InterruptedException {
        double[] lowStarts = new double[scales.length];
        double[] highStarts = new double[scales.length];
        for (int k = 0; k < scales.length; k++) {
            lowStarts[k] = ValueLimits.tailBegin(scales[k].center() - scales[k].unit(), lowest[k]);
            highStarts[k] = ValueLimits.tailBegin(scales[k].center() + scales[k].unit(), highest[k]);
        }
        return haveTails(lowStarts, highStarts, ValueLimits.TAIL);
    }

    /**
     * {@return for each column whether the values at or below {@code low} have more than a share of the total weight,
     * and so have the values at or above {@code high}}
     *
     * @param low a number for each column
     * @param high a number for each column
     * @param share of the sum of all weights, including those of rows where the value is missing
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    private boolean[] haveTails(double[] low, double[] high, double share) throws InterruptedException {
        double enough = 0;
        for (double weight : columns.weights()) {
            enough += share * weight;
        }
        double[] below = filled(0);
        double[] above = filled(0);
        int enoughBefore = 0; // columns; soon all of them in most data
        for (int row = 0; row < columns.size() && enoughBefore < below.length; row++) {
            Interruption.check();
            addTails(row, low, high, below, above);
            if (Math.min(below[enoughBefore], above[enoughBefore]) > enough) {
                enoughBefore++;
            }
        }
        boolean[] haveTails = new boolean[below.length];
        for (int k = 0; k < haveTails.length; k++) {
            haveTails[k] = Math.min(below[k], above[k]) > enough;
        }
        return haveTails;
    }

    private void addTails(int row, double[] low, double[] high, double[] below, double[] above) {
        columns.read(row, values);
        double weight = columns.weights()[row];
        for (int k = 0; k < values.length; k++) {
            below[k] += values[k] <= low[k] ? weight : 0;
            above[k] += values[k] >= high[k] ? weight : 0;
        }
    }

    private void readLimited(int row, double[] low, double[] high) {
        columns.read(row, values);
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            boolean missing = Double.isNaN(value);
            known[k] = missing ? 0 : 1;
            values[k] = missing ? 0 : value < low[k] ? low[k] : value > high[k] ? high[k] : value;
        }
    }

    /** In the given units, from the given middles. */
    private void addMeans(double[] means, double[] middles, double weight, double[] units) {
        for (int k = 0; k < means.length; k++) {
            means[k] += known[k] * weight / totalWeights[k] * (values[k] / units[k] - middles[k]);
        }
    }

    /** In the squares of the given units. */
    private void addVariances(double[] variances, double[] means, double weight, double[] units) {
        for (int k = 0; k < variances.length; k++) {
            double deviation = values[k] / units[k] - means[k];
            variances[k] += known[k] * weight / totalWeights[k] * deviation * deviation;
        }
    }
}
