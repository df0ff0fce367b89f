package weka.classifiers.functions.boundedmlp.nn.output;

import java.io.Serializable;

/**
 * The function of the output unit: turns the net input {@code z} into a prediction within the bounds, and carries the
 * derivative of the cost back through it. All values are in standard units.
 */
public sealed interface OutputActivation extends Serializable permits ClampOutput, SoftplusOutput, SigmoidOutput {

    /** {@return the bounds that {@link #forward} keeps} */
    Bounds bounds();

    /**
     * {@return the prediction, within the bounds}
     *
     * @param z the net input of the output unit, finite
     */
    double forward(double z);

    /**
     * {@return the derivative of the cost with respect to {@code z}}
     *
     * @param z the net input of the output unit, finite
     * @param dcost the derivative of the cost with respect to {@code forward(z)}
     */
    double backward(double z, double dcost);

    /**
     * {@return a net input whose prediction is the given value: where training starts}
     *
     * @param prediction a value within the bounds
     */
    double inverse(double prediction);

    /**
     * {@return the same function with another gradient where a clamp is active; itself where nothing is clamped}
     *
     * @param policy the other policy
     */
    default OutputActivation withPolicy(GradientPolicy policy) {
        return this;
    }
}
