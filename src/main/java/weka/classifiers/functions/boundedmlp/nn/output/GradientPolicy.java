package weka.classifiers.functions.boundedmlp.nn.output;

import java.util.Locale;

/**
 * What the gradient of the cost does where the clamp holds the output at a bound. With {@code z} the output before the
 * clamp and {@code d} the derivative of the cost with respect to the clamped output, the derivative with respect to
 * {@code z} is {@code d} strictly between the bounds; at a bound and beyond it is as each constant says.
 */
public enum GradientPolicy {
    /** {@code 0}: the exact derivative of the clamp, with 0 at the kinks themselves. */
    MASKED,
    /**
     * {@code d} where descent moves {@code z} back between the bounds ({@code d < 0} at the lower, {@code d > 0} at the
     * upper bound), else {@code 0}.
     */
    TOWARDS,
    /** {@code leak * d}, whichever way it points. */
    LEAKY;

    /** {@return the name as users write it, in lower case} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
