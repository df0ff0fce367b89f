package weka.classifiers.functions.boundedmlp.nn;

import java.util.Arrays;

/**
 * The forward and backward pass of a {@link Network} over mini-batches: the one place where they are composed. Holds the
 * workspace of a batch, so one instance serves one training.
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
 *
 * <p>The work falls into blocks of four rows forward and four inputs backward. What a block adds up stays in the cache, and
 * {@link Workers} may work on several blocks at a time: no sum is taken in an order that depends on it.
 */
final class Backprop {

    /** The kernel's targets: rows forward, inputs backward. Its sources come in pairs. */
    private static final int BLOCK = 4;
    /** Rows per batch where only the loss is wanted. */
    private static final int LOSS_BATCH = 64;
    /** From so many rows on it is worth the time to look for a good place in memory. */
    private static final int PLACED_ROWS = 2000;

    private final OutputActivation activation;
    private final float decay;
    private final int inputCount;
    /** Net inputs, then activations, then masks, of the hidden units; capacity x h. */
    private final float[][] hidden;
    /** The inputs of the rows, then zeros up to whole blocks; backward all multiplied by the row's dz2. */
    private final float[][] values;
    /** z2; capacity. */
    private final float[] outputs;
    /** dz2; capacity. */
    private final float[] deltas;
    /** The weights of inputs that only fill up a pair: zeros; h. */
    private final float[] noWeights;
    /** Takes the gradients of inputs that only fill up a block, at their place in it; 4 x h. */
    private final float[][] noGradients;
    /** The gradient's squares, summed over each block of inputs; blocks x h. */
    private final float[][] squares;

    private double gradientNorm;

    /**
     * Creates a workspace.
     *
     * @param inputCount the number of inputs d
     * @param hiddenSize the number of hidden units h
     * @param batchSize the largest number of rows in a batch
     * @param activation the output activation f
     * @param weightDecay the factor of the penalty, at least 0
     */
    Backprop(int inputCount, int hiddenSize, int batchSize, OutputActivation activation, double weightDecay) {
        this.activation = activation;
        this.inputCount = inputCount;
        decay = (float) weightDecay;
        int capacity = blocks(batchSize) * BLOCK;
        hidden = new float[capacity][hiddenSize];
        values = new float[capacity][blocks(inputCount) * BLOCK];
        outputs = new float[capacity];
        deltas = new float[capacity];
        noWeights = new float[hiddenSize];
        noGradients = new float[BLOCK][hiddenSize];
        squares = new float[blocks(inputCount)][hiddenSize];
    }

    /** About how many bytes a workspace takes. */
    static double bytes(int inputCount, int hiddenSize, int batchSize) {
        double rows = (double) blocks(batchSize) * BLOCK + blocks(inputCount) + BLOCK + 1;
        return rows * VectorRows.bytes(hiddenSize) + (double) Float.BYTES * blocks(batchSize) * BLOCK * inputCount;
    }

    /** About how many bytes {@link #loss} takes. */
    static double lossBytes(int rows, int inputCount, int hiddenSize) {
        return bytes(inputCount, hiddenSize, Math.min(rows, LOSS_BATCH))
                + (double) (Integer.BYTES + Double.BYTES) * rows;
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
     * @param workers who works on the blocks
     * @return the loss of the batch without the penalty, and how many of its rows live
     */
    BatchResult lossAndGradient(
            Network network,
            Samples samples,
            int[] order,
            int from,
            int to,
            Network gradient,
            boolean rescue,
            Workers workers) {
        OutputActivation backward = rescue ? activation.withPolicy(GradientPolicy.TOWARDS) : activation;
        forward(network, samples, order, from, to, workers);
        BatchResult result = compare(samples, order, from, to, backward);
        backward(network, compact(to - from), gradient, workers);
        return result;
    }

    /** {@return the workspace of the hidden units: rows of h values; not a copy} */
    float[][] hidden() {
        return hidden;
    }

    /** {@return the Euclidean norm of the last gradient} */
    double gradientNorm() {
        return gradientNorm;
    }

    /** {@return the loss of a network on all rows, as below} */
    static BatchResult loss(Network network, Samples samples, OutputActivation activation) throws InterruptedException {
        return loss(network, samples, activation, new double[samples.size()]);
    }

    /**
     * {@return the loss of a network on all rows, without a penalty, and how many of them live}
     *
     * @param network the parameters, not modified
     * @param samples the data
     * @param activation the output activation
     * @param predictions overwritten with what the network predicts for each row
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static BatchResult loss(Network network, Samples samples, OutputActivation activation, double[] predictions)
            throws InterruptedException {
        int n = samples.size();
        int[] order = SortedRows.all(n);
        Backprop backprop =
                new Backprop(network.inputCount(), network.hiddenSize(), Math.min(n, LOSS_BATCH), activation, 0);
        boolean constant = network.isConstant();
        if (!constant) {
            WideVectors.await();
        }
        if (!constant && n >= PLACED_ROWS) {
            VectorRows.place(backprop.hidden);
        }
        BatchResult total = BatchResult.NOTHING;
        for (int from = 0; from < n; from += LOSS_BATCH) {
            int to = Math.min(n, from + LOSS_BATCH);
            if (constant) {
                Arrays.fill(backprop.outputs, network.outputBias());
            } else {
                backprop.forward(network, samples, order, from, to, Workers.NONE);
            }
            total = total.plus(backprop.compare(samples, order, from, to, activation));
            for (int row = from; row < to; row++) {
                predictions[row] = activation.forward(backprop.outputs[row - from]);
            }
            Interruption.check();
        }
        return total;
    }

    /** Fills {@link #hidden} with activations and {@link #outputs} with z2, row by row of the batch. */
    private void forward(Network network, Samples samples, int[] order, int from, int to, Workers workers) {
        int rows = to - from;
        for (int r = 0; r < rows; r++) {
            samples.copyInputs(order[from + r], values[r]);
        }
        workers.run(blocks(rows), block -> forwardBlock(network, block * BLOCK));
    }

    /** Compares {@link #outputs} with the targets, and fills {@link #deltas} with dz2. */
    private BatchResult compare(Samples samples, int[] order, int from, int to, OutputActivation backward) {
        int rows = to - from;
        Bounds bounds = activation.bounds();
        double loss = 0;
        int inside = 0;
        int clamped = 0;
        int stuck = 0;
        int opposite = 0;
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
            opposite += atBound && !targetInside && bounds.limit(target) != prediction ? 1 : 0;
        }
        return new BatchResult(rows, loss, inside, clamped, stuck, opposite);
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
        float[] biases = network.hiddenBiases();
        for (int i = r; i < r + BLOCK; i++) {
            System.arraycopy(biases, 0, hidden[i], 0, biases.length);
        }
        for (int k = 0; k < inputCount; k += 2) {
            int l = k + 1;
            float[] wk = network.inputWeights(k);
            float[] wl = l < inputCount ? network.inputWeights(l) : noWeights;
            Kernels.addProducts(z0, z1, z2, z3, wk, wl, x0[k], x1[k], x2[k], x3[k], x0[l], x1[l], x2[l], x3[l]);
        }
        Kernels.rectify(z0, z1, z2, z3);
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

    private void backward(Network network, int active, Network gradient, Workers workers) {
        float[] weights = network.outputWeights();
        float[] weightGradient = gradient.outputWeights();
        float[] biasGradient = gradient.hiddenBiases();
        Arrays.fill(weightGradient, 0);
        Arrays.fill(biasGradient, 0);
        float outputBiasGradient = 0;
        for (int r = 0; r < active; r += 2) {
            int s = r + 1;
            Kernels.backwardHidden(hidden[r], hidden[s], weightGradient, biasGradient, deltas[r], deltas[s]);
            Kernels.multiply(values[r], deltas[r]);
            Kernels.multiply(values[s], deltas[s]);
            outputBiasGradient += deltas[r] + deltas[s];
        }
        Kernels.multiply(biasGradient, weights);
        Kernels.addDecay(weightGradient, decay, weights);
        gradient.setOutputBias(outputBiasGradient);
        workers.run(blocks(inputCount), block -> backwardBlock(network, active, gradient, block * BLOCK));
        gradientNorm = norm(gradient);
    }

    /** The gradient of four inputs' weights, and its squares. */
    private void backwardBlock(Network network, int active, Network gradient, int k) {
        float[] g0 = gradientOf(gradient, k, 0);
        float[] g1 = gradientOf(gradient, k, 1);
        float[] g2 = gradientOf(gradient, k, 2);
        float[] g3 = gradientOf(gradient, k, 3);
        for (int r = 0; r < active; r += 2) {
            float[] xr = values[r];
            float[] xs = values[r + 1];
            Kernels.addProducts(
                    g0,
                    g1,
                    g2,
                    g3,
                    hidden[r],
                    hidden[r + 1],
                    xr[k],
                    xr[k + 1],
                    xr[k + 2],
                    xr[k + 3],
                    xs[k],
                    xs[k + 1],
                    xs[k + 2],
                    xs[k + 3]);
        }
        float[] blockSquares = squares[k / BLOCK];
        Arrays.fill(blockSquares, 0);
        for (int i = k; i < Math.min(k + BLOCK, inputCount); i++) {
            Kernels.finishGradient(
                    gradient.inputWeights(i), network.outputWeights(), decay, network.inputWeights(i), blockSquares);
        }
    }

    /** Where the gradient of one of a block's inputs is added up, emptied. */
    private float[] gradientOf(Network gradient, int block, int place) {
        int input = block + place;
        float[] sums = input < inputCount ? gradient.inputWeights(input) : noGradients[place];
        Arrays.fill(sums, 0);
        return sums;
    }

    private double norm(Network gradient) {
        float[] sums = noGradients[0];
        Arrays.fill(sums, 0);
        for (float[] blockSquares : squares) {
            Kernels.add(sums, blockSquares);
        }
        Kernels.addSquares(sums, gradient.hiddenBiases());
        Kernels.addSquares(sums, gradient.outputWeights());
        double sum = gradient.outputBias() * gradient.outputBias();
        for (float value : sums) {
            sum += value;
        }
        return Math.sqrt(sum);
    }

    private static void swap(float[][] rows, int i, int j) {
        float[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    /** How many blocks hold so many rows or inputs. */
    private static int blocks(int count) {
        return (count + BLOCK - 1) / BLOCK;
    }
}
