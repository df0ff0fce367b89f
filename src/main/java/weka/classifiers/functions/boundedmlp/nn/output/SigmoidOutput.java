package weka.classifiers.functions.boundedmlp.nn.output;

/**
 * The smooth relative of the clamp with two bounds: a logistic step from one bound to the other that passes through 0,
 * the mean of the targets, at {@code z = 0}. With the distances {@code a} from there to the lower and {@code b} to the
 * upper bound, and the scale {@code s},
 *
 * <pre>
 * lower + (a + b) / (1 + b/a exp(-z/s)),   s = max(a b / (a + b), min(1, (a + b) / 4))
 * </pre>
 *
 * <p>By this scale the slope at the mean is 1 as long as both bounds are at least two standard deviations away:
 * training can start near a bound, and a bound that is far away does not matter. It is computed from the mean outwards,
 * because a sum of two far bounds would cancel all that lies between them.
 *
 * @param bounds the bounds, both finite
 */
public record SigmoidOutput(Bounds bounds) implements OutputActivation {

    private static final long serialVersionUID = 1L;

    /** Training starts at least this far from a bound, where the slope is still felt. */
    private static final double NEAREST_START = 1e-3;

    /** Bounds that are closer than this leave no room for a curve: its prediction is the lower one. */
    private static final double NARROWEST = 1e-100;

    @Override
    public double forward(double z) {
        if (isNarrow()) {
            return bounds.lower();
        }
        double share = -StrictMath.expm1(-Math.abs(steepness(z)));
        double move = reach() * share / denominator(z);
        return bounds.limit(z > start() ? start() + move : start() - move);
    }

    @Override
    public double backward(double z, double dcost) {
        if (isNarrow()) {
            return 0;
        }
        double denominator = denominator(z);
        return dcost * (reach() / scale()) * (remainder(z) / denominator / denominator);
    }

    @Override
    public double inverse(double prediction) {
        if (isNarrow()) {
            return bounds.lower();
        }
        double reachable = Math.max(bounds.lower() + margin(), Math.min(bounds.upper() - margin(), prediction));
        double move = Math.abs(reachable - start());
        boolean up = prediction > start();
        double remainder = (reach() - move * behind(up)) / (reach() + move * ahead(up));
        double distance = -scale() * StrictMath.log(remainder);
        return up ? start() + distance : start() - distance;
    }

    /** {@return whether the bounds are so close that the prediction is always the lower one} */
    public boolean isNarrow() {
        return width() < NARROWEST;
    }

    private double steepness(double z) {
        return (z - start()) / scale();
    }

    /** {@code exp(-|z|/s)}. StrictMath: the same bits everywhere. */
    private double remainder(double z) {
        return StrictMath.exp(-Math.abs(steepness(z)));
    }

    private double denominator(double z) {
        boolean up = z > start();
        return behind(up) + ahead(up) * remainder(z);
    }

    /** The share of the width that lies ahead on the way to a bound. */
    private double ahead(boolean up) {
        return (up ? bounds.upper() - start() : start() - bounds.lower()) / width();
    }

    private double behind(boolean up) {
        return ahead(!up);
    }

    /** {@return the net input that is also its prediction: 0, or as near as the bounds allow} */
    public double start() {
        return Math.max(bounds.lower() + margin(), Math.min(bounds.upper() - margin(), 0));
    }

    private double margin() {
        return Math.min(NEAREST_START, width() / 4);
    }

    /** {@code a b / (a + b)}. */
    private double reach() {
        return ahead(true) * (start() - bounds.lower());
    }

    /** {@return s, the distance of net inputs over which the curve bends} */
    public double scale() {
        return Math.max(reach(), Math.min(1, width() / 4));
    }

    private double width() {
        return bounds.upper() - bounds.lower();
    }
}
