package weka.classifiers.functions.boundedmlp.nn.output;

/**
 * The rectifier at the bounds, {@code min(upper, max(lower, z))}, and its masked backward pass.
 *
 * @param bounds the bounds, either of which may be infinite
 * @param policy what the gradient does at the bounds and beyond them
 * @param leak the share of the gradient that {@link GradientPolicy#LEAKY} lets through, in (0, 1)
 */
public record ClampOutput(Bounds bounds, GradientPolicy policy, double leak) implements OutputActivation {

    private static final long serialVersionUID = 1L;

    @Override
    public double forward(double z) {
        return bounds.limit(z);
    }

    @Override
    public double backward(double z, double dcost) {
        if (bounds.inside(z)) {
            return dcost;
        }
        return switch (policy) {
            case MASKED -> 0;
            case TOWARDS -> pointsInside(z, dcost) ? dcost : 0;
            case LEAKY -> leak * dcost;
        };
    }

    /** Whether a step against the gradient moves a clamped {@code z} towards the inside. */
    private boolean pointsInside(double z, double dcost) {
        return z <= bounds.lower() ? dcost < 0 : dcost > 0;
    }

    @Override
    public double inverse(double prediction) {
        return prediction;
    }

    @Override
    public OutputActivation withPolicy(GradientPolicy other) {
        return new ClampOutput(bounds, other, leak);
    }
}
