package weka.classifiers.functions.boundedmlp.nn.output;

import java.util.Locale;

/** Which function keeps the network's output within its bounds. */
public enum OutputKind {
    /** {@code min(upper, max(lower, z))}; without finite bounds the plain linear output. */
    CLAMP,
    /** A smooth curve above the one finite bound, or below it; it reaches the bound only by rounding. */
    SOFTPLUS,
    /** A smooth step between two finite bounds. */
    SIGMOID;

    /** {@return the name as users write it, in lower case} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
