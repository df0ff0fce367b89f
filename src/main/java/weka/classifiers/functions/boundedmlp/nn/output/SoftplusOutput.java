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
        return bounds.limit(
                bounds.hasLower()
                        ? bounds.lower() + softplus(z - bounds.lower())
                        : bounds.upper() - softplus(bounds.upper() - z));
    }

    @Override
    public double backward(double z, double dcost) {
        return dcost * SigmoidOutput.logistic(bounds.hasLower() ? z - bounds.lower() : bounds.upper() - z);
    }

    @Override
    public double inverse(double prediction) {
        return bounds.hasLower()
                ? bounds.lower() + inverseSoftplus(prediction - bounds.lower())
                : bounds.upper() - inverseSoftplus(bounds.upper() - prediction);
    }

    /** {@code log(1 + exp(u))}, without overflow for large {@code u}. StrictMath: the same bits everywhere. */
    private static double softplus(double u) {
        return Math.max(u, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(u)));
    }

    /** {@code log(exp(v) - 1)}, for {@code v} of at least a thousandth so that the start is not flat. */
    private static double inverseSoftplus(double v) {
        double positive = Math.max(v, 1e-3);
        return positive + StrictMath.log(-StrictMath.expm1(-positive));
    }
}
