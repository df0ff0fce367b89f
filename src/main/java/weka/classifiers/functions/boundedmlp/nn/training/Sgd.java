package weka.classifiers.functions.boundedmlp.nn.training;

import java.util.List;
import weka.classifiers.functions.boundedmlp.nn.Network;

/** Stochastic gradient descent with momentum: {@code v = momentum * v + g; w -= rate * v}. */
final class Sgd implements Optimizer {

    private static final long serialVersionUID = 1L;

    /** Added and subtracted again, it rounds much smaller velocities to 0: denormal numbers would slow a step down. */
    private static final float FLUSH = 1e-25f;

    private final Network velocity;
    private final float momentum;

    Sgd(Network network, double momentum) {
        velocity = new Network(network.inputCount(), network.hiddenSize());
        this.momentum = (float) momentum;
    }

    @Override
    public void step(Network network, Network gradient, float gradientScale, double learningRate) {
        float rate = (float) learningRate;
        float[][] parameters = network.blocks();
        float[][] slopes = gradient.blocks();
        float[][] velocities = velocity.blocks();
        for (int i = 0; i < parameters.length; i++) {
            update(parameters[i], slopes[i], velocities[i], gradientScale, momentum, rate);
        }
    }

    @Override
    public List<Network> state() {
        return List.of(velocity);
    }

    private static void update(float[] w, float[] g, float[] v, float gradientScale, float momentum, float rate) {
        for (int j = 0; j < w.length; j++) {
            v[j] = (momentum * v[j] + g[j] * gradientScale + FLUSH) - FLUSH;
            w[j] -= rate * v[j];
        }
    }
}
