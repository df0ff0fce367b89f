package weka.classifiers.functions.boundedmlp.nn;

/**
 * The inner loops, all along the hidden units with unit stride, written so that HotSpot turns them into vector
 * instructions: one array per row, at most four rows by two inputs per pass so that each loaded value serves several
 * products, no branches, no computed offsets.
 */
final class Kernels {

    /** Whether {@code Math.fma} is an instruction here; in software it is a hundred times slower. */
    private static final boolean FMA = FmaProbe.isFast();

    /** Above any activation's reciprocal: {@code min(1, a * LARGE)} is 1 for every normal {@code a > 0}. */
    private static final float LARGE = 3e38f;

    private Kernels() {}

    /**
     * Forward, four rows by two inputs: {@code z_r[j] += xa_r * wa[j] + xb_r * wb[j]} for r = 0 to 3.
     *
     * @param z0 net inputs of row 0, h values, updated; likewise {@code z1} to {@code z3}
     * @param wa weights of the first input, h values; likewise {@code wb} of the second
     * @param xa0 first input of row 0; likewise the others
     */
    static void addInputs(
            float[] z0,
            float[] z1,
            float[] z2,
            float[] z3,
            float[] wa,
            float[] wb,
            float xa0,
            float xa1,
            float xa2,
            float xa3,
            float xb0,
            float xb1,
            float xb2,
            float xb3) {
        for (int j = 0; j < wa.length; j++) {
            float a = wa[j];
            float b = wb[j];
            z0[j] = multiplyAdd(xa0, a, multiplyAdd(xb0, b, z0[j]));
            z1[j] = multiplyAdd(xa1, a, multiplyAdd(xb1, b, z1[j]));
            z2[j] = multiplyAdd(xa2, a, multiplyAdd(xb2, b, z2[j]));
            z3[j] = multiplyAdd(xa3, a, multiplyAdd(xb3, b, z3[j]));
        }
    }

    /**
     * Backward, four rows by two inputs: {@code ga[j] += sum_r ca_r * m_r[j]} and {@code gb[j] += sum_r cb_r * m_r[j]}.
     *
     * @param ga gradient of the first input's weights, h values, updated; likewise {@code gb} of the second
     * @param m0 activations or masks of row 0, h values; likewise {@code m1} to {@code m3}
     * @param ca0 factor of row 0 for the first input; likewise the others
     */
    static void addRows(
            float[] ga,
            float[] gb,
            float[] m0,
            float[] m1,
            float[] m2,
            float[] m3,
            float ca0,
            float ca1,
            float ca2,
            float ca3,
            float cb0,
            float cb1,
            float cb2,
            float cb3) {
        for (int j = 0; j < ga.length; j++) {
            float r0 = m0[j];
            float r1 = m1[j];
            float r2 = m2[j];
            float r3 = m3[j];
            ga[j] = multiplyAdd(ca0, r0, multiplyAdd(ca1, r1, multiplyAdd(ca2, r2, multiplyAdd(ca3, r3, ga[j]))));
            gb[j] = multiplyAdd(cb0, r0, multiplyAdd(cb1, r1, multiplyAdd(cb2, r2, multiplyAdd(cb3, r3, gb[j]))));
        }
    }

    /** Forward, one row by one input, for predictions: {@code z[j] += x * w[j]}, never fused so as to be the same everywhere. */
    static void addInput(float[] z, float[] w, float x) {
        for (int j = 0; j < w.length; j++) {
            z[j] += x * w[j];
        }
    }

    /** Rectifier: {@code z[j] = max(0, z[j])}. */
    static void rectify(float[] z) {
        for (int j = 0; j < z.length; j++) {
            z[j] = Math.max(0, z[j]);
        }
    }

    /** Turns activations into their masks: {@code a[j] = 1} where {@code a[j] > 0}, else 0. */
    static void toMask(float[] a) {
        for (int j = 0; j < a.length; j++) {
            a[j] = Math.min(1, a[j] * LARGE);
        }
    }

    /**
     * Output products of four rows, {@code sums[at + r] = sum_j a_r[j] * w[j] + bias} for r = 0 to 3. The four sums run
     * side by side because a single one would wait for each addition.
     */
    static void outputs(float[] a0, float[] a1, float[] a2, float[] a3, float[] w, float bias, float[] sums, int at) {
        float s0 = bias;
        float s1 = bias;
        float s2 = bias;
        float s3 = bias;
        for (int j = 0; j < w.length; j++) {
            float weight = w[j];
            s0 += a0[j] * weight;
            s1 += a1[j] * weight;
            s2 += a2[j] * weight;
            s3 += a3[j] * weight;
        }
        sums[at] = s0;
        sums[at + 1] = s1;
        sums[at + 2] = s2;
        sums[at + 3] = s3;
    }

    /** {@code g[j] = g[j] * factor[j] + decay * w[j]}. */
    static void finishGradient(float[] g, float[] factor, float decay, float[] w) {
        for (int j = 0; j < g.length; j++) {
            g[j] = multiplyAdd(decay, w[j], g[j] * factor[j]);
        }
    }

    /** {@code g[j] += decay * w[j]}. */
    static void addDecay(float[] g, float decay, float[] w) {
        for (int j = 0; j < g.length; j++) {
            g[j] = multiplyAdd(decay, w[j], g[j]);
        }
    }

    /** {@code g[j] *= factor[j]}. */
    static void multiply(float[] g, float[] factor) {
        for (int j = 0; j < g.length; j++) {
            g[j] *= factor[j];
        }
    }

    /** {@code sums[j] += values[j]^2}. */
    static void addSquares(float[] sums, float[] values) {
        for (int j = 0; j < values.length; j++) {
            sums[j] = multiplyAdd(values[j], values[j], sums[j]);
        }
    }

    /** {@code w[j] += rate * (target[j] - w[j])}. */
    static void moveTowards(float[] w, float[] target, float rate) {
        for (int j = 0; j < w.length; j++) {
            w[j] = multiplyAdd(rate, target[j] - w[j], w[j]);
        }
    }

    /** {@code a * b + c}, in one rounding where the processor can. */
    static float multiplyAdd(float a, float b, float c) {
        return FMA ? Math.fma(a, b, c) : a * b + c;
    }
}
