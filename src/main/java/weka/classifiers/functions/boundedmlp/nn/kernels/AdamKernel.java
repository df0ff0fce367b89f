package weka.classifiers.functions.boundedmlp.nn.kernels;

import static weka.classifiers.functions.boundedmlp.nn.kernels.Kernels.multiplyAdd;

/** The inner loop of Adam (Kingma and Ba 2015, algorithm 1) and its constants. */
public final class AdamKernel {

    public static final float BETA1 = 0.9f;
    public static final float BETA2 = 0.999f;
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

    private AdamKernel() {}

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
