package weka.classifiers.functions.boundedmlp.nn.kernels;

import static weka.classifiers.functions.boundedmlp.nn.kernels.Kernels.multiplyAdd;

/** The inner loop of Adam (Kingma and Ba 2015, algorithm 1) and its constants. */
public final class AdamKernel {

    /** The decay rate of the first moment. */
    public static final float BETA1 = 0.9f;
    /** The decay rate of the second moment. */
    public static final float BETA2 = 0.999f;

    private static final float EPSILON = 1e-8f;
    /*
     * Added and subtracted again, each of these rounds much smaller values to 0. Otherwise hidden units that died would
     * leave ever smaller gradients and moments, and arithmetic with denormal numbers is many times slower. The
     * gradient's constant is so large because its square must not be denormal, the first moment's because its product
     * with the learning rate must not be. All lie far below what epsilon lets matter.
     */
    private static final float FLUSH_GRADIENT = 1e-10f;
    private static final float FLUSH_FIRST = 1e-25f;
    private static final float FLUSH_SECOND = 1e-30f;

    private AdamKernel() {}

    /**
     * Updates one array of parameters and its moments.
     *
     * @param w the parameters, h values, updated
     * @param g their gradient, h values, not modified
     * @param m the first moments, h values, updated
     * @param v the second moments, h values, updated
     * @param gradientScale a factor for the gradient, below 1 if its norm was clipped
     * @param rate the learning rate, divided by the bias correction of the first moment
     * @param rootCorrection the root of the reciprocal bias correction of the second moment
     */
    public static void update(
            float[] w, float[] g, float[] m, float[] v, float gradientScale, float rate, float rootCorrection) {
        if (w.length == 0) { // see KernelWarmUp
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
