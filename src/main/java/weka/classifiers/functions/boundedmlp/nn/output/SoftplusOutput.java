package weka.classifiers.functions.boundedmlp.nn.output;

/**
 * The smooth relative of the clamp with one bound: {@code lower + log(1 + exp(z - lower))}, or mirrored {@code upper -
 * log(1 + exp(upper - z))}. It approaches {@code z} away from the bound and the bound beyond it (Dugas et al. 2001,
 * "Incorporating second-order functional knowledge for better option pricing").
 *
 * @param bounds the bounds, exactly one of them finite
 */
public record SoftplusOutput(Bounds bounds) implements OutputActivation {

    private static final long serialVersionUID = 1L;

    @Override
    public double forward(double z) {
        return bounds.limit(bounds.hasLower() ? smoothMaximum(bounds.lower(), z) : -smoothMaximum(-bounds.upper(), -z));
    }

    @Override
    public double backward(double z, double dcost) {
        return dcost / (1 + StrictMath.exp(bounds.hasLower() ? bounds.lower() - z : z - bounds.upper()));
    }

    @Override
    public double inverse(double prediction) {
        return bounds.hasLower()
                ? bounds.lower() + inverseSoftplus(prediction - bounds.lower())
                : bounds.upper() - inverseSoftplus(bounds.upper() - prediction);
    }

    /**
     * {@code lower + log(1 + exp(z - lower))}, without overflow, and without the cancellation of a bound that is far
     * away. StrictMath: the same bits everywhere.
     */
    private static double smoothMaximum(double lower, double z) {
        return Math.max(lower, z) + StrictMath.log1p(StrictMath.exp(-Math.abs(z - lower)));
    }

    /** {@code log(exp(v) - 1)}, for {@code v} of at least a thousandth so that the start is not flat. */
    private static double inverseSoftplus(double v) {
        double positive = Math.max(v, 1e-3);
        return positive + StrictMath.log(-StrictMath.expm1(-positive));
    }
}
