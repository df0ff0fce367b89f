package weka.classifiers.functions.boundedmlp.data;

import java.io.Serializable;

/**
 * What a numeric attribute is limited to.
 *
 * <p>The limits are there because a network of rectifiers goes on along straight lines for ever: a value far outside the
 * training data would lead to a prediction far outside everything ever seen, and a single huge training value would squeeze
 * all others together. They are the range seen in training, but at most four times as far from the median as the outermost
 * hundredth of the rows begins: nine standard deviations of a normal distribution.
 *
 * @param lowest the lower limit
 * @param highest the upper limit
 */
public record ValueLimits(double lowest, double highest) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The share of the rows that counts as outermost, at either end. */
    static final double TAIL = 0.01;

    /** How far the limits may lie from the median at most, counted in the distance at which the outermost rows begin. */
    private static final double FARTHEST = 4;

    /**
     * {@return the limits for the column that this is the range of}
     *
     * @param values its values
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    ValueLimits narrowed(WeightedQuantiles values) throws InterruptedException {
        double median = values.fromSmallest(0.5);
        return new ValueLimits(
                Math.max(lowest, limit(median, values.fromSmallest(TAIL), Double.NEGATIVE_INFINITY)),
                Math.min(highest, limit(median, values.fromLargest(TAIL), Double.POSITIVE_INFINITY)));
    }

    /** Where the outermost rows begin if the limit on their side is the end of the range. */
    static double tailBegin(double median, double end) {
        return median + (end - median) / FARTHEST;
    }

    /** No limit where nearly all rows on that side have the median itself: then the few others are what matters. */
    private static double limit(double median, double tail, double noLimit) {
        return tail == median ? noLimit : median + FARTHEST * (tail - median);
    }

    /** {@return a value within the limits; NaN stays NaN} */
    double limit(double value) {
        // not Math.min and max: these take three times as long, for the sake of NaN and -0
        return value < lowest ? lowest : value > highest ? highest : value;
    }
}
