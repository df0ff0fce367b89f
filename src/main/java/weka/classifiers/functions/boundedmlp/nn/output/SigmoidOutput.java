package weka.classifiers.functions.boundedmlp.nn.output;

/**
 * The smooth relative of the clamp with two bounds: a logistic step of the width of the interval whose slope is 1 in
 * its middle, {@code lower + width / (1 + exp(-4 (z - middle) / width))}.
 *
 * @param bounds the bounds, both finite
 */
public record SigmoidOutput(Bounds bounds) implements OutputActivation {

    private static final long serialVersionUID = 1L;

    @Override
    public double forward(double z) {
        return bounds.limit(bounds.lower() + width() * logistic(steepness(z)));
    }

    @Override
    public double backward(double z, double dcost) {
        double share = logistic(steepness(z));
        return dcost * 4 * share * (1 - share);
    }

    @Override
    public double inverse(double prediction) {
        double share = Math.min(1 - 1e-3, Math.max(1e-3, (prediction - bounds.lower()) / width()));
        return middle() + width() / 4 * StrictMath.log(share / (1 - share));
    }

    private double steepness(double z) {
        return 4 * (z - middle()) / width();
    }

    private double middle() {
        return bounds.lower() / 2 + bounds.upper() / 2;
    }

    private double width() {
        return bounds.upper() - bounds.lower();
    }

    /** {@code 1 / (1 + exp(-u))}; 0 and 1 in the limits, never NaN. StrictMath: the same bits everywhere. */
    static double logistic(double u) {
        return 1 / (1 + StrictMath.exp(-u));
    }
}
