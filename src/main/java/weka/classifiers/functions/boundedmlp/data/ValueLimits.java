package weka.classifiers.functions.boundedmlp.data;

import java.io.Serializable;

/**
 * The limits of a numeric attribute; values beyond them are cut off.
 *
 * <p>A network of rectifiers extrapolates along straight lines: a value far outside the training data would lead to a
 * prediction far outside everything seen in training. A single huge training value would also squeeze all others
 * together. The limits are therefore the range seen in training, limited to at most four times the distance from the
 * median to the 1st or 99th percentile. In a normal distribution that is nine standard deviations. Where less than a
 * fifth of the values lie on one side of the median, because most are equal, such as dry hours, the percentile would
 * say nothing about the others. Then the outermost twentieth of the values on that side takes its place.
 *
 * @param lowest the lower limit
 * @param highest the upper limit
 */
public record ValueLimits(double lowest, double highest) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The largest share of the weight in each tail: the tails lie beyond the 1st and the 99th percentile. */
    static final double TAIL = 0.01;

    /** The largest share of the weight on one side of the median that lies in its tail. */
    private static final double TAIL_OF_SIDE = 0.05;

    /** The largest distance of a limit from the median, in multiples of the distance from the median to the tail. */
    private static final double FARTHEST = 4;

    /**
     * {@return the limits for the column whose range this is}
     *
     * @param values the column's values
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    ValueLimits narrowed(WeightedQuantiles values) throws InterruptedException {
        double median = values.fromSmallest(0.5);
        double lowTail = values.fromSmallest(tail(values.shareBelow(median)));
        double highTail = values.fromLargest(tail(values.shareAbove(median)));
        return new ValueLimits(
                Math.max(lowest, median + FARTHEST * (lowTail - median)),
                Math.min(highest, median + FARTHEST * (highTail - median)));
    }

    /** The share of the whole weight in the tail of a side that has the given share. */
    private static double tail(double side) {
        return Math.min(TAIL, TAIL_OF_SIDE * side);
    }

    /**
     * Where the tail would begin if the limit were the end of the range.
     *
     * @param median the median of the column
     * @param end the end of the range on the same side
     */
    static double tailBegin(double median, double end) {
        return median + (end - median) / FARTHEST;
    }

    /** {@return a value within the limits; NaN stays NaN} */
    double limit(double value) {
        // not Math.min and Math.max, which take three times as long because they handle NaN and -0
        return value < lowest ? lowest : value > highest ? highest : value;
    }
}
