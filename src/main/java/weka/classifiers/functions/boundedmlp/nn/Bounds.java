package weka.classifiers.functions.boundedmlp.nn;

import java.io.Serializable;

/**
 * The interval that the output must not leave.
 *
 * @param lower the smallest value allowed; negative infinity for none
 * @param upper the largest value allowed, at least {@code lower}; positive infinity for none
 */
public record Bounds(double lower, double upper) implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the interval.
     *
     * @throws IllegalArgumentException if {@code lower} exceeds {@code upper}, or one is NaN
     */
    public Bounds {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "The lower bound must not exceed the upper bound, but they are " + lower + " and " + upper + ".");
        }
    }

    /** {@return whether there is a lower bound} */
    public boolean hasLower() {
        return lower > Double.NEGATIVE_INFINITY;
    }

    /** {@return whether there is an upper bound} */
    public boolean hasUpper() {
        return upper < Double.POSITIVE_INFINITY;
    }

    /**
     * {@return whether a value lies strictly between the bounds}
     *
     * @param value any value; NaN does not lie inside
     */
    public boolean inside(double value) {
        return lower < value && value < upper;
    }

    /**
     * {@return the value nearest to the given one within the bounds; NaN for NaN}
     *
     * @param value any value
     */
    public double limit(double value) {
        return Math.min(upper, Math.max(lower, value));
    }
}
