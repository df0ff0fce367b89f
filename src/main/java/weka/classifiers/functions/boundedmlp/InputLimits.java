package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import java.util.Arrays;

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
record InputLimits(double lowest, double highest) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The share of the rows that counts as outermost, at either end. */
    private static final double TAIL = 0.01;

    /** How far the limits may lie from the median at most, counted in the distance at which the outermost rows begin. */
    private static final double FARTHEST = 4;

    /**
     * {@return the range of a column}
     *
     * @param values finite values, at least one, and NaN for missing ones; not modified
     */
    static InputLimits range(double[] values) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            smallest = value < smallest ? value : smallest;
            largest = value > largest ? value : largest;
        }
        return new InputLimits(smallest, largest);
    }

    /**
     * {@return the limits for the column that this is the range of}
     *
     * @param values its values; not modified
     * @param weights their weights, above 0; not modified
     * @param scale the mean and the standard deviation of the values
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    InputLimits narrowed(double[] values, double[] weights, Scale scale) throws InterruptedException {
        if (sufficesWhateverTheMedian(values, weights, scale)) {
            return this;
        }
        WeightedValues known = new WeightedValues(values, weights);
        double median = known.fromSmallest(0.5);
        return new InputLimits(
                Math.max(lowest, limit(median, known.fromSmallest(TAIL), Double.NEGATIVE_INFINITY)),
                Math.min(highest, limit(median, known.fromLargest(TAIL), Double.POSITIVE_INFINITY)));
    }

    /**
     * Whether it is certain that no limit lies within this range, which spares looking for the median in most columns: a median
     * is never farther from the mean than the standard deviation (Hotelling and Solomons 1932), and the closer it is to an end,
     * the closer the outermost rows would have to begin.
     */
    private boolean sufficesWhateverTheMedian(double[] values, double[] weights, Scale scale) {
        double lowStart = begin(scale.center() - scale.unit(), lowest);
        double highStart = begin(scale.center() + scale.unit(), highest);
        double enough = 0;
        for (double weight : weights) {
            enough += TAIL * weight;
        }
        double low = 0;
        double high = 0;
        for (int i = 0; i < values.length; i++) {
            low += values[i] <= lowStart ? weights[i] : 0;
            high += values[i] >= highStart ? weights[i] : 0;
            if (low > enough && high > enough) { // mostly soon
                return true;
            }
        }
        return false;
    }

    /** Where the outermost rows begin if the limit on their side is the end of the range. */
    private static double begin(double median, double end) {
        return median + (end - median) / FARTHEST;
    }

    /** No limit where nearly all rows on that side have the median itself: then the few others are what matters. */
    private static double limit(double median, double tail, double noLimit) {
        return tail == median ? noLimit : median + FARTHEST * (tail - median);
    }

    /** {@return whether a value within other limits may lie beyond these} */
    boolean narrowerThan(InputLimits other) {
        return lowest > other.lowest || highest < other.highest;
    }

    /** {@return the values within the limits; NaN stays NaN} */
    double[] limit(double[] values) {
        return Arrays.stream(values).map(this::limit).toArray();
    }

    /** {@return a value within the limits; NaN stays NaN} */
    double limit(double value) {
        // not Math.min and max: these take three times as long, for the sake of NaN and -0
        return value < lowest ? lowest : value > highest ? highest : value;
    }
}
