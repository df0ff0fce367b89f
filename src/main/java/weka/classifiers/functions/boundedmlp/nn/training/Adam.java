package weka.classifiers.functions.boundedmlp.nn.training;

import java.util.List;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.kernels.AdamKernel;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), with its decay rates 0.9 and 0.999 and epsilon 1e-8: {@code m = 0.9 m + 0.1
 * g; v = 0.999 v + 0.001 g^2; w -= rate * mHat / (sqrt(vHat) + epsilon)}, the hats being the corrections for the start
 * at 0.
 */
final class Adam implements Optimizer {

    private static final long serialVersionUID = 1L;

    private final Network firstMoment;
    private final Network secondMoment;
    private long steps;

    Adam(Network network) {
        firstMoment = new Network(network.inputCount(), network.hiddenSize());
        secondMoment = new Network(network.inputCount(), network.hiddenSize());
    }

    @Override
    public void step(Network network, Network gradient, float gradientScale, double learningRate) {
        steps++;
        float rate = (float) (learningRate / (1 - StrictMath.pow(AdamKernel.BETA1, (double) steps)));
        float rootCorrection = (float) (1 / Math.sqrt(1 - StrictMath.pow(AdamKernel.BETA2, (double) steps)));
        float[][] parameters = network.blocks();
        float[][] slopes = gradient.blocks();
        float[][] first = firstMoment.blocks();
        float[][] second = secondMoment.blocks();
        for (int i = 0; i < parameters.length; i++) {
            AdamKernel.update(parameters[i], slopes[i], first[i], second[i], gradientScale, rate, rootCorrection);
        }
    }

    @Override
    public List<Network> state() {
        return List.of(firstMoment, secondMoment);
    }
}
