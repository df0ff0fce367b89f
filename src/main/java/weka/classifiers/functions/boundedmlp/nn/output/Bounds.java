package weka.classifiers.functions.boundedmlp.nn.output;

import java.io.Serializable;

/**
 * The interval that the output must not leave.
 *
 * @param lower the smallest value allowed; negative infinity for none
 * @param upper the largest value allowed, at least {@code lower}; positive infinity for none
 */
public record Bounds(double lower, double upper) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final long LAST_DIGITS = 1023;

    /** In standard units; out of reach, yet its distance from another such bound is a finite float. */
    private static final double FURTHEST_SCALED = 1e30;

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

    /**
     * {@return these bounds in standard units}
     *
     * @param center the value that is 0 in standard units
     * @param scale the number, above 0, that is 1 in standard units
     */
    public Bounds scaled(double center, double scale) {
        return new Bounds(scaled(lower, center, scale), scaled(upper, center, scale));
    }

    /** A bound that is finite must stay so: one that overflowed would count as none. */
    private static double scaled(double bound, double center, double scale) {
        return Double.isInfinite(bound)
                ? bound
                : Math.max(-FURTHEST_SCALED, Math.min(FURTHEST_SCALED, (bound - center) / scale));
    }

    /**
     * {@return these bounds, moved inwards by less than 1e-12 of their size, to numbers whose last ten binary digits
     * are 0}
     *
     * <p>Sums of up to 1,024 such numbers are exact. So the mean of up to 1,024 values within these bounds, summed one
     * by one and divided, stays within them; without this, the computed mean of (0.7, 0.7, 0.7) is smaller than 0.7. If
     * there is no such number between the bounds, they stay as they are. So do all bounds of at most 43 binary digits,
     * such as 0, 2.5 or 1000.
     */
    public Bounds forAverages() {
        double innerLower = inward(lower, lower > 0);
        double innerUpper = inward(upper, upper < 0);
        return Double.isFinite(innerLower) == Double.isFinite(lower)
                        && Double.isFinite(innerUpper) == Double.isFinite(upper)
                        && innerLower <= innerUpper
                ? new Bounds(innerLower, innerUpper)
                : this;
    }

    private static double inward(double bound, boolean awayFromZero) {
        long bits = Double.doubleToRawLongBits(Math.abs(bound)) + (awayFromZero ? LAST_DIGITS : 0);
        return Math.copySign(Double.longBitsToDouble(bits & ~LAST_DIGITS), bound);
    }
}
