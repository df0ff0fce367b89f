package weka.classifiers.functions.boundedmlp.nn.output;

import java.io.Serializable;

/**
 * What training minimises, row by row, as a function of the net input {@code z} of the output unit: an error of the
 * prediction {@code f(z)}, where {@code f} is the {@link OutputActivation}, together with the gradient that reaches
 * {@code z}. All values are in standard units.
 */
public interface Loss extends Serializable {

    /** {@return the output activation f} */
    OutputActivation activation();

    /**
     * {@return the loss of a row, before its weight}
     *
     * @param z the net input of the output unit, finite
     * @param prediction {@code f(z)}, which the caller has at hand
     * @param target the target of the row
     */
    double value(double z, double prediction, double target);

    /**
     * {@return the derivative with respect to {@code z} of {@code weight * value / rows}, the row's part of the cost of
     * a mini-batch, as far as the activation lets it through}
     *
     * @param z the net input of the output unit, finite
     * @param prediction {@code f(z)}, which the caller has at hand
     * @param target the target of the row
     * @param weight the weight of the row, of mean 1 over all rows
     * @param rows the number of rows in the mini-batch
     */
    double derivative(double z, double prediction, double target, double weight, int rows);

    /**
     * {@return the net input at which training starts: the one that minimises the loss if it is the same for all rows}
     *
     * @param targets the targets of the rows, not modified
     * @param weights the weights of the rows, of mean 1, not modified
     */
    double bestConstant(double[] targets, double[] weights);

    /**
     * {@return the same loss with another gradient where a clamp is active; itself where nothing is clamped}
     *
     * @param policy the other policy
     */
    Loss withPolicy(GradientPolicy policy);
}
