package weka.classifiers.functions.boundedmlp.nn;

import static weka.classifiers.functions.boundedmlp.nn.Kernels.multiplyAdd;

import java.util.List;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), with its decay rates 0.9 and 0.999 and epsilon 1e-8:
 * {@code m = 0.9 m + 0.1 g; v = 0.999 v + 0.001 g^2; w -= rate * mHat / (sqrt(vHat) + epsilon)}, the hats
 * being the corrections for the start at 0.
 */
final class Adam implements Optimizer {

    private static final long serialVersionUID = 1L;

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    /*
     * Added and taken away again, each of these rounds what is far smaller to 0. Hidden units that died would otherwise leave
     * ever smaller gradients and moments, and arithmetic with denormal numbers is many times slower. The gradient's is so large
     * because its square must not be denormal, the first moment's because its product with the learning rate must not be; all
     * lie far below what epsilon lets count.
     */
    private static final float FLUSH_GRADIENT = 1e-10f;
    private static final float FLUSH_FIRST = 1e-25f;
    private static final float FLUSH_SECOND = 1e-30f;

    private final Network firstMoment;
    private final Network secondMoment;
    private int steps;

    Adam(Network network) {
        firstMoment = new Network(network.inputCount(), network.hiddenSize());
        secondMoment = new Network(network.inputCount(), network.hiddenSize());
    }

    @Override
    public void step(Network network, Network gradient, float gradientScale, double learningRate) {
        steps++;
        float rate = (float) (learningRate / (1 - StrictMath.pow(BETA1, steps)));
        float rootCorrection = (float) (1 / Math.sqrt(1 - StrictMath.pow(BETA2, steps)));
        float[][] parameters = network.blocks();
        float[][] slopes = gradient.blocks();
        float[][] first = firstMoment.blocks();
        float[][] second = secondMoment.blocks();
        for (int i = 0; i < parameters.length; i++) {
            update(parameters[i], slopes[i], first[i], second[i], gradientScale, rate, rootCorrection);
        }
    }

    @Override
    public List<Network> state() {
        return List.of(firstMoment, secondMoment);
    }

    static void update(
            float[] w, float[] g, float[] m, float[] v, float gradientScale, float rate, float rootCorrection) {
        if (w.length == 0) { // see WideVectors
            return;
        }
        for (int j = 0; j < w.length; j++) {
            float slope = multiplyAdd(g[j], gradientScale, FLUSH_GRADIENT) - FLUSH_GRADIENT;
            float first = multiplyAdd(BETA1, m[j], multiplyAdd(1 - BETA1, slope, FLUSH_FIRST)) - FLUSH_FIRST;
            float second =
                    multiplyAdd(BETA2, v[j], multiplyAdd((1 - BETA2) * slope, slope, FLUSH_SECOND)) - FLUSH_SECOND;
            m[j] = first;
            v[j] = second;
            w[j] -= rate * first / multiplyAdd((float) Math.sqrt(second), rootCorrection, EPSILON);
        }
    }
}
