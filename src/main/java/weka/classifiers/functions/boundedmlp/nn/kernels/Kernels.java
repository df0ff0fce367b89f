package weka.classifiers.functions.boundedmlp.nn.kernels;

/**
 * The inner loops, all along the hidden units with unit stride, written so that HotSpot turns them into vector
 * instructions: one array per row, at most four targets by two sources per pass, so that each loaded value serves
 * several products; no branches, no computed offsets.
 */
public final class Kernels {

    /** Whether {@code Math.fma} is an instruction here; in software it is a hundred times slower. */
    private static final boolean FMA = FmaProbe.isFast();

    /** Above any activation's reciprocal: {@code min(1, a * LARGE)} is 1 for every normal {@code a > 0}. */
    private static final float LARGE = 3e38f;

    /**
     * The number of targets of a pass: rows in the forward pass, inputs in the backward pass. Sources come in pairs.
     */
    public static final int BLOCK = 4;

    private Kernels() {}

    /** {@return a number of rows or inputs, rounded up to whole blocks} */
    public static int wholeBlocks(int count) {
        return blocks(count) * BLOCK;
    }

    /** {@return the number of blocks that hold a number of rows or inputs} */
    public static int blocks(int count) {
        return (count + BLOCK - 1) / BLOCK;
    }

    /**
     * The product of both passes: adds two weighted sources to each of four targets, {@code t_i[j] += ca_i * sa[j] +
     * cb_i * sb[j]} for i = 0 to 3.
     *
     * <p>In the forward pass the targets are the net inputs of four rows, the sources are the weights of two inputs,
     * and the factors are the values of these inputs in those rows. In the backward pass the targets are the gradients
     * of the weights of four inputs, the sources are the masks of two rows, and the factors are the products of the
     * rows' input values and output gradients.
     *
     * @param t0 the first target, h values, updated; likewise {@code t1} to {@code t3}, all different
     * @param sa the first source, h values; likewise {@code sb}
     * @param ca0 the factor of the first source for the first target; likewise the others
     */
    public static void addProducts(
            float[] t0,
            float[] t1,
            float[] t2,
            float[] t3,
            float[] sa,
            float[] sb,
            float ca0,
            float ca1,
            float ca2,
            float ca3,
            float cb0,
            float cb1,
            float cb2,
            float cb3) {
        if (t0.length == 0) { // see KernelWarmUp
            return;
        }
        for (int j = 0; j < t0.length; j++) {
            float a = sa[j];
            float b = sb[j];
            float s0 = t0[j]; // all loads before all stores: else JDK 25 does not vectorise
            float s1 = t1[j];
            float s2 = t2[j];
            float s3 = t3[j];
            t0[j] = multiplyAdd(ca0, a, multiplyAdd(cb0, b, s0));
            t1[j] = multiplyAdd(ca1, a, multiplyAdd(cb1, b, s1));
            t2[j] = multiplyAdd(ca2, a, multiplyAdd(cb2, b, s2));
            t3[j] = multiplyAdd(ca3, a, multiplyAdd(cb3, b, s3));
        }
    }

    /**
     * The output unit's side of the backward pass for two rows: turns their activations into masks, {@code m_i[j] = 1}
     * where {@code a_i[j] > 0}, else 0, and adds to the gradients of the output weights, {@code gw[j] += d0 * a0[j] +
     * d1 * a1[j]}, and of the hidden biases, {@code gb[j] += d0 * m0[j] + d1 * m1[j]}, the latter without its factor
     * w2, which is applied later.
     *
     * @param a0 the activations of the first row, h values, overwritten by the mask; likewise {@code a1}
     * @param d0 the first row's dz2; likewise {@code d1}
     */
    public static void backwardHidden(float[] a0, float[] a1, float[] gw, float[] gb, float d0, float d1) {
        if (gw.length == 0) { // see KernelWarmUp
            return;
        }
        for (int j = 0; j < gw.length; j++) {
            float v0 = a0[j];
            float v1 = a1[j];
            float w = gw[j];
            float b = gb[j];
            float m0 = Math.min(1, v0 * LARGE);
            float m1 = Math.min(1, v1 * LARGE);
            gw[j] = multiplyAdd(d0, v0, multiplyAdd(d1, v1, w));
            gb[j] = multiplyAdd(d0, m0, multiplyAdd(d1, m1, b));
            a0[j] = m0;
            a1[j] = m1;
        }
    }

    /**
     * The forward pass of one row by four inputs, for predictions: {@code z[j] = (((from[j] + xa * wa[j]) + xb * wb[j])
     * + ...}, never fused, so that the bits are the same on every machine.
     *
     * @param from the sums so far, which may be {@code z} itself
     */
    public static void addInputs(
            float[] z,
            float[] from,
            float[] wa,
            float[] wb,
            float[] wc,
            float[] wd,
            float xa,
            float xb,
            float xc,
            float xd) {
        for (int j = 0; j < wa.length; j++) {
            z[j] = from[j] + xa * wa[j] + xb * wb[j] + xc * wc[j] + xd * wd[j];
        }
    }

    /** The same with one input: {@code z[j] = from[j] + x * w[j]}. */
    public static void addInput(float[] z, float[] from, float[] w, float x) {
        for (int j = 0; j < w.length; j++) {
            z[j] = from[j] + x * w[j];
        }
    }

    /** Rectifier and output weights of one row: {@code z[j] = max(0, z[j]) * w[j]}, for each j of {@code w}. */
    public static void rectifyAndMultiply(float[] z, float[] w) {
        for (int j = 0; j < w.length; j++) {
            z[j] = Math.max(0, z[j]) * w[j];
        }
    }

    /**
     * {@return the sum of the first values: eight at a time are summed in float, pair by pair so that no addition waits
     * for many others, and these sums are added in double}
     */
    public static double sum(float[] values, int count) {
        double sum = 0;
        int j = 0;
        for (; j + 7 < count; j += 8) {
            sum += ((values[j] + values[j + 1]) + (values[j + 2] + values[j + 3]))
                    + ((values[j + 4] + values[j + 5]) + (values[j + 6] + values[j + 7]));
        }
        for (; j < count; j++) {
            sum += values[j];
        }
        return sum;
    }

    /**
     * {@return the sum of all values in double; four partial sums run side by side, because a single one would wait for
     * each addition}
     */
    public static double sumInDouble(float[] values) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 3 < values.length; j += 4) {
            s0 += values[j];
            s1 += values[j + 1];
            s2 += values[j + 2];
            s3 += values[j + 3];
        }
        for (; j < values.length; j++) {
            s0 += values[j];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Rectifier of four rows: {@code z_i[j] = max(0, z_i[j])}. */
    public static void rectify(float[] z0, float[] z1, float[] z2, float[] z3) {
        if (z0.length == 0) { // see KernelWarmUp
            return;
        }
        for (int j = 0; j < z0.length; j++) {
            float v0 = z0[j];
            float v1 = z1[j];
            float v2 = z2[j];
            float v3 = z3[j];
            z0[j] = Math.max(0, v0);
            z1[j] = Math.max(0, v1);
            z2[j] = Math.max(0, v2);
            z3[j] = Math.max(0, v3);
        }
    }

    /**
     * Output products of four rows, {@code sums[at + r] = sum_j a_r[j] * w[j] + bias} for r = 0 to 3. The four sums run
     * side by side because a single one would wait for each addition.
     */
    public static void outputs(
            float[] a0, float[] a1, float[] a2, float[] a3, float[] w, float bias, float[] sums, int at) {
        if (w.length == 0) { // see KernelWarmUp
            return;
        }
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

    /** {@code g[j] = g[j] * factor[j] + decay * w[j]}, whose square is added to {@code squares[j]}. */
    public static void finishGradient(float[] g, float[] factor, float decay, float[] w, float[] squares) {
        if (g.length == 0) { // see KernelWarmUp
            return;
        }
        for (int j = 0; j < g.length; j++) {
            float s = squares[j];
            float v = multiplyAdd(decay, w[j], g[j] * factor[j]);
            g[j] = v;
            squares[j] = multiplyAdd(v, v, s);
        }
    }

    /**
     * The same for the gradients of the hidden biases, {@code gb[j] = gb[j] * w[j]}, and of the output weights, {@code
     * gw[j] = gw[j] + decay * w[j]}.
     */
    public static void finishOutputGradient(float[] gb, float[] gw, float[] w, float decay, float[] squares) {
        for (int j = 0; j < gb.length; j++) {
            float weight = w[j];
            float s = squares[j];
            float b = gb[j] * weight;
            float v = multiplyAdd(decay, weight, gw[j]);
            gb[j] = b;
            gw[j] = v;
            squares[j] = multiplyAdd(v, v, multiplyAdd(b, b, s));
        }
    }

    /** {@code sums[j] += values[j]}. */
    public static void add(float[] sums, float[] values) {
        for (int j = 0; j < values.length; j++) {
            sums[j] += values[j];
        }
    }

    /** {@code largest[j] = max(largest[j], |values[j]|)}. */
    public static void max(float[] largest, float[] values) {
        for (int j = 0; j < largest.length; j++) {
            largest[j] = Math.max(largest[j], Math.abs(values[j]));
        }
    }

    /** {@code w[j] += rate * (target[j] - w[j])}. */
    public static void moveTowards(float[] w, float[] target, float rate) {
        for (int j = 0; j < w.length; j++) {
            w[j] = multiplyAdd(rate, target[j] - w[j], w[j]);
        }
    }

    /** {@code a * b + c}, in one rounding where the processor can. */
    static float multiplyAdd(float a, float b, float c) {
        return FMA ? Math.fma(a, b, c) : a * b + c;
    }
}
