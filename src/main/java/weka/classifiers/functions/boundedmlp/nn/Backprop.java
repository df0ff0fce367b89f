package weka.classifiers.functions.boundedmlp.nn;

import java.util.stream.IntStream;

/**
 * The forward and backward pass of a {@link Network} over mini-batches: the one place where they are composed. Holds the
 * workspace of a batch, so one instance serves one thread.
 *
 * <p>For the m rows of a batch, with weights q of mean 1 over the whole data and the output activation f,
 *
 * <pre>
 * z1 = X W1 + b1              (m x h)
 * a1 = max(0, z1)             (m x h)
 * z2 = a1 w2 + b2             (m)
 * cost = 1/m sum q (f(z2) - y)^2 / 2 + decay/2 (|W1|^2 + |w2|^2)
 *
 * dz2 = f'(z2) q (f(z2) - y) / m        through {@link OutputActivation#backward}, which masks
 * dw2 = a1' dz2 + decay w2
 * db2 = sum dz2
 * dW1[k][j] = w2[j] sum_r x[r][k] dz2[r] 1[z1[r][j] > 0] + decay W1[k][j]
 * db1[j] = w2[j] sum_r dz2[r] 1[z1[r][j] > 0]
 * </pre>
 *
 * dz1 is never formed: its factor w2[j] is applied once per parameter. Rows whose dz2 is 0, which the clamp masks, are
 * passed over.
 */
public final class Backprop {

    /** Rows that the kernels take at a time. */
    private static final int BLOCK = 4;
    /** Rows per batch where only the loss is wanted. */
    private static final int LOSS_BATCH = 64;

    private final OutputActivation activation;
    private final float decay;
    /** Net inputs, then activations, then masks, of the hidden units; capacity x h. */
    private final float[][] hidden;
    /** The rows of the batch, by reference; capacity. */
    private final float[][] inputs;
    /** z2; capacity. */
    private final float[] outputs;
    /** dz2 of the rows that have a gradient, which {@link #compact} moved to the front; capacity. */
    private final float[] deltas;
    /** Stands in for rows that fill up the last block; d zeros. */
    private final float[] noInput;
    /** Takes sums that nobody needs; h values. */
    private final float[] unused;

    /**
     * Creates a workspace.
     *
     * @param inputCount the number of inputs d
     * @param hiddenSize the number of hidden units h
     * @param batchSize the largest number of rows in a batch
     * @param activation the output activation f
     * @param weightDecay the factor of the penalty, at least 0
     */
    public Backprop(int inputCount, int hiddenSize, int batchSize, OutputActivation activation, double weightDecay) {
        this.activation = activation;
        decay = (float) weightDecay;
        int capacity = (batchSize + BLOCK - 1) / BLOCK * BLOCK;
        hidden = new float[capacity][hiddenSize];
        inputs = new float[capacity][];
        outputs = new float[capacity];
        deltas = new float[capacity];
        noInput = new float[inputCount];
        unused = new float[hiddenSize];
    }

    /**
     * Computes the cost's gradient over one batch.
     *
     * @param network the parameters, not modified
     * @param samples the data
     * @param order row numbers
     * @param from the position in {@code order} of the first row of the batch
     * @param to the position behind the last row, at most the batch size behind {@code from}
     * @param gradient overwritten with the gradient, decay included
     * @param rescue whether clamped rows get the gradient of {@link GradientPolicy#TOWARDS} whatever the policy
     * @return the loss of the batch without the penalty, and how many of its rows live
     */
    public BatchResult lossAndGradient(
            Network network, Samples samples, int[] order, int from, int to, Network gradient, boolean rescue) {
        OutputActivation backward = rescue ? activation.withPolicy(GradientPolicy.TOWARDS) : activation;
        BatchResult result = forward(network, samples, order, from, to, backward);
        backward(network, compact(to - from), gradient);
        return result;
    }

    /**
     * {@return the loss of a network on all rows, without a penalty, and how many of them live}
     *
     * @param network the parameters, not modified
     * @param samples the data
     * @param activation the output activation
     */
    public static BatchResult loss(Network network, Samples samples, OutputActivation activation) {
        int n = samples.size();
        int[] order = IntStream.range(0, n).toArray();
        Backprop backprop =
                new Backprop(network.inputCount(), network.hiddenSize(), Math.min(n, LOSS_BATCH), activation, 0);
        BatchResult total = BatchResult.NOTHING;
        for (int from = 0; from < n; from += LOSS_BATCH) {
            total = total.plus(
                    backprop.forward(network, samples, order, from, Math.min(n, from + LOSS_BATCH), activation));
        }
        return total;
    }

    /** Fills {@link #hidden} with activations and {@link #deltas} with dz2, row by row of the batch. */
    private BatchResult forward(
            Network network, Samples samples, int[] order, int from, int to, OutputActivation backward) {
        int rows = to - from;
        for (int r = 0; r < rows; r++) {
            inputs[r] = samples.inputs(order[from + r]);
        }
        int padded = pad(rows);
        for (int r = 0; r < padded; r += BLOCK) {
            forwardBlock(network, r);
        }
        Bounds bounds = activation.bounds();
        double loss = 0;
        int inside = 0;
        int clamped = 0;
        int stuck = 0;
        for (int r = 0; r < rows; r++) {
            int row = order[from + r];
            double z = outputs[r];
            double target = samples.target(row);
            double prediction = activation.forward(z);
            loss += samples.weight(row) * Loss.value(prediction, target);
            double dcost = samples.weight(row) * Loss.derivative(prediction, target) / rows;
            deltas[r] = (float) backward.backward(z, dcost);
            boolean atBound = !bounds.inside(prediction);
            boolean targetInside = bounds.inside(target);
            inside += targetInside ? 1 : 0;
            clamped += atBound ? 1 : 0;
            stuck += atBound && targetInside ? 1 : 0;
        }
        return new BatchResult(rows, loss, inside, clamped, stuck);
    }

    /** z1, a1 and z2 of four rows. */
    private void forwardBlock(Network network, int r) {
        float[] z0 = hidden[r];
        float[] z1 = hidden[r + 1];
        float[] z2 = hidden[r + 2];
        float[] z3 = hidden[r + 3];
        float[] x0 = inputs[r];
        float[] x1 = inputs[r + 1];
        float[] x2 = inputs[r + 2];
        float[] x3 = inputs[r + 3];
        float[] biases = network.hiddenBiases();
        for (int i = r; i < r + BLOCK; i++) {
            System.arraycopy(biases, 0, hidden[i], 0, biases.length);
        }
        int d = network.inputCount();
        for (int k = 0; k + 1 < d; k += 2) {
            int l = k + 1;
            Kernels.addInputs(
                    z0,
                    z1,
                    z2,
                    z3,
                    network.inputWeights(k),
                    network.inputWeights(l),
                    x0[k],
                    x1[k],
                    x2[k],
                    x3[k],
                    x0[l],
                    x1[l],
                    x2[l],
                    x3[l]);
        }
        if (d % 2 == 1) {
            int k = d - 1;
            float[] last = network.inputWeights(k);
            Kernels.addInputs(z0, z1, z2, z3, last, last, x0[k], x1[k], x2[k], x3[k], 0, 0, 0, 0);
        }
        for (int i = r; i < r + BLOCK; i++) {
            Kernels.rectify(hidden[i]);
        }
        Kernels.outputs(z0, z1, z2, z3, network.outputWeights(), network.outputBias(), outputs, r);
    }

    /** Moves the rows that have a gradient to the front, swapping workspaces; returns how many there are. */
    private int compact(int rows) {
        int active = 0;
        for (int r = 0; r < rows; r++) {
            if (deltas[r] != 0) {
                float[] swap = hidden[active];
                hidden[active] = hidden[r];
                hidden[r] = swap;
                inputs[active] = inputs[r];
                deltas[active] = deltas[r];
                active++;
            }
        }
        return active;
    }

    private void backward(Network network, int active, Network gradient) {
        gradient.clear();
        int padded = pad(active);
        float outputBias = 0;
        for (int r = 0; r < padded; r += BLOCK) {
            outputBias += deltas[r] + deltas[r + 1] + deltas[r + 2] + deltas[r + 3];
            backwardBlock(gradient, r);
        }
        gradient.setOutputBias(outputBias);
        float[] outputWeights = network.outputWeights();
        for (int k = 0; k < network.inputCount(); k++) {
            Kernels.finishGradient(gradient.inputWeights(k), outputWeights, decay, network.inputWeights(k));
        }
        Kernels.multiply(gradient.hiddenBiases(), outputWeights);
        Kernels.addDecay(gradient.outputWeights(), decay, outputWeights);
    }

    /** Adds four rows to the gradient, of W1 and b1 still without their factor w2. */
    private void backwardBlock(Network gradient, int r) {
        float[] m0 = hidden[r];
        float[] m1 = hidden[r + 1];
        float[] m2 = hidden[r + 2];
        float[] m3 = hidden[r + 3];
        float[] x0 = inputs[r];
        float[] x1 = inputs[r + 1];
        float[] x2 = inputs[r + 2];
        float[] x3 = inputs[r + 3];
        float g0 = deltas[r];
        float g1 = deltas[r + 1];
        float g2 = deltas[r + 2];
        float g3 = deltas[r + 3];
        Kernels.addRows(gradient.outputWeights(), unused, m0, m1, m2, m3, g0, g1, g2, g3, 0, 0, 0, 0);
        for (int i = r; i < r + BLOCK; i++) {
            Kernels.toMask(hidden[i]);
        }
        int d = gradient.inputCount();
        for (int k = 0; k + 1 < d; k += 2) {
            int l = k + 1;
            Kernels.addRows(
                    gradient.inputWeights(k),
                    gradient.inputWeights(l),
                    m0,
                    m1,
                    m2,
                    m3,
                    g0 * x0[k],
                    g1 * x1[k],
                    g2 * x2[k],
                    g3 * x3[k],
                    g0 * x0[l],
                    g1 * x1[l],
                    g2 * x2[l],
                    g3 * x3[l]);
        }
        if (d % 2 == 1) {
            int k = d - 1;
            Kernels.addRows(
                    gradient.inputWeights(k),
                    gradient.hiddenBiases(),
                    m0,
                    m1,
                    m2,
                    m3,
                    g0 * x0[k],
                    g1 * x1[k],
                    g2 * x2[k],
                    g3 * x3[k],
                    g0,
                    g1,
                    g2,
                    g3);
        } else {
            Kernels.addRows(gradient.hiddenBiases(), unused, m0, m1, m2, m3, g0, g1, g2, g3, 0, 0, 0, 0);
        }
    }

    /** Fills the last block up with rows that change nothing; returns the number of rows then. */
    private int pad(int rows) {
        int padded = (rows + BLOCK - 1) / BLOCK * BLOCK;
        for (int r = rows; r < padded; r++) {
            inputs[r] = noInput;
            deltas[r] = 0;
        }
        return padded;
    }
}
