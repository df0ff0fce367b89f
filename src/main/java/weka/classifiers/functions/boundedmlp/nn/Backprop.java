package weka.classifiers.functions.boundedmlp.nn;

import java.util.Arrays;
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

    /** The kernel's targets: rows forward, inputs backward. Its sources come in pairs. */
    private static final int BLOCK = 4;
    /** Rows per batch where only the loss is wanted. */
    private static final int LOSS_BATCH = 64;

    private final OutputActivation activation;
    private final float decay;
    private final int inputCount;
    /** Net inputs, then activations, then masks, of the hidden units; capacity x h. */
    private final float[][] hidden;
    /**
     * The inputs of the rows, then a 1 that the biases belong to, then zeros up to a whole number of blocks; backward all are
     * multiplied by the row's dz2. capacity x (d + 1, filled up).
     */
    private final float[][] values;
    /** What belongs to the values: the rows of W1, then b1, then {@link #spare} rows; by reference. */
    private final float[][] weights;
    /** The same for the gradient. */
    private final float[][] sums;
    /** Zeros, and sums with zeros, to fill blocks up with. */
    private final float[][] spare;
    /** z2; capacity. */
    private final float[] outputs;
    /** dz2; capacity. */
    private final float[] deltas;

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
        this.inputCount = inputCount;
        decay = (float) weightDecay;
        int capacity = filledUp(batchSize);
        int width = filledUp(inputCount + 1);
        hidden = new float[capacity][hiddenSize];
        values = new float[capacity][width];
        weights = new float[width][];
        sums = new float[width][];
        spare = new float[width - inputCount - 1][hiddenSize];
        outputs = new float[capacity];
        deltas = new float[capacity];
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
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static BatchResult loss(Network network, Samples samples, OutputActivation activation)
            throws InterruptedException {
        int n = samples.size();
        int[] order = IntStream.range(0, n).toArray();
        Backprop backprop =
                new Backprop(network.inputCount(), network.hiddenSize(), Math.min(n, LOSS_BATCH), activation, 0);
        BatchResult total = BatchResult.NOTHING;
        for (int from = 0; from < n; from += LOSS_BATCH) {
            Interruption.check();
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
            System.arraycopy(samples.inputs(order[from + r]), 0, values[r], 0, inputCount);
            values[r][inputCount] = 1;
        }
        collect(network, weights);
        for (int r = 0; r < rows; r += BLOCK) {
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

    /** z1, a1 and z2 of four rows; rows behind the batch's last are computed too, and not looked at. */
    private void forwardBlock(Network network, int r) {
        float[] z0 = hidden[r];
        float[] z1 = hidden[r + 1];
        float[] z2 = hidden[r + 2];
        float[] z3 = hidden[r + 3];
        float[] x0 = values[r];
        float[] x1 = values[r + 1];
        float[] x2 = values[r + 2];
        float[] x3 = values[r + 3];
        for (int i = r; i < r + BLOCK; i++) {
            Arrays.fill(hidden[i], 0);
        }
        for (int k = 0; k < inputCount + 1; k += 2) {
            int l = k + 1;
            Kernels.addProducts(
                    z0, z1, z2, z3, weights[k], weights[l], x0[k], x1[k], x2[k], x3[k], x0[l], x1[l], x2[l], x3[l]);
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
                swap(hidden, active, r);
                swap(values, active, r);
                deltas[active] = deltas[r];
                active++;
            }
        }
        if (active % 2 == 1) { // rows come in pairs
            deltas[active] = 0;
        }
        return active;
    }

    private void backward(Network network, int active, Network gradient) {
        gradient.clear();
        collect(gradient, sums);
        float outputBias = 0;
        for (int r = 0; r < active; r += 2) {
            outputBias += deltas[r] + deltas[r + 1];
            backwardPair(gradient, r);
        }
        gradient.setOutputBias(outputBias);
        float[] outputWeights = network.outputWeights();
        for (int k = 0; k < inputCount; k++) {
            Kernels.finishGradient(gradient.inputWeights(k), outputWeights, decay, network.inputWeights(k));
        }
        Kernels.multiply(gradient.hiddenBiases(), outputWeights);
        Kernels.addDecay(gradient.outputWeights(), decay, outputWeights);
    }

    /** Adds two rows to the gradient, of W1 and b1 still without their factor w2. */
    private void backwardPair(Network gradient, int r) {
        float[] m0 = hidden[r];
        float[] m1 = hidden[r + 1];
        float[] c0 = values[r];
        float[] c1 = values[r + 1];
        Kernels.addOutputProducts(gradient.outputWeights(), m0, m1, deltas[r], deltas[r + 1]);
        Kernels.toMask(m0);
        Kernels.toMask(m1);
        Kernels.multiply(c0, deltas[r]);
        Kernels.multiply(c1, deltas[r + 1]);
        for (int k = 0; k < sums.length; k += BLOCK) {
            Kernels.addProducts(
                    sums[k],
                    sums[k + 1],
                    sums[k + 2],
                    sums[k + 3],
                    m0,
                    m1,
                    c0[k],
                    c0[k + 1],
                    c0[k + 2],
                    c0[k + 3],
                    c1[k],
                    c1[k + 1],
                    c1[k + 2],
                    c1[k + 3]);
        }
    }

    /** Fills in what belongs to the {@link #values}, by reference. */
    private void collect(Network network, float[][] rows) {
        System.arraycopy(network.blocks(), 0, rows, 0, inputCount + 1);
        System.arraycopy(spare, 0, rows, inputCount + 1, spare.length);
    }

    private static void swap(float[][] rows, int i, int j) {
        float[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    /** The next multiple of {@link #BLOCK}. */
    private static int filledUp(int count) {
        return (count + BLOCK - 1) / BLOCK * BLOCK;
    }
}
