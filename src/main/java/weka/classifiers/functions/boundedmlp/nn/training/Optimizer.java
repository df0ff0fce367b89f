package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.List;
import weka.classifiers.functions.boundedmlp.nn.Network;

/** A rule that turns gradients into steps, with the state that it keeps between steps. */
sealed interface Optimizer extends Serializable permits Adam, Sgd {

    /**
     * Changes the parameters by one step.
     *
     * @param network the parameters, updated
     * @param gradient their gradient, not modified
     * @param gradientScale a factor for the gradient, below 1 where its norm was clipped
     * @param learningRate the size of the step, above 0
     */
    void step(Network network, Network gradient, float gradientScale, double learningRate);

    /** {@return the state, as networks with one value for each parameter; not copies} */
    List<Network> state();
}
