package weka.classifiers.functions.boundedmlp.nn.backprop;

import java.util.Arrays;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;
import weka.classifiers.functions.boundedmlp.nn.kernels.Kernels;

/**
 * The forward and backward pass of one of the {@link HiddenShards} of a network over mini-batches, as far as its hidden
 * units are concerned. {@link OutputPass} does the part of the output unit. Holds the workspace of a batch.
 *
 * <p>The forward pass works on blocks of four rows, the backward pass on blocks of four inputs: the sums of a block
 * stay in the cache. Of sparse rows, both pass over blocks of inputs that are 0, whose products would change no sum.
 */
final class HiddenPass {

    private final int inputCount;
    private final float decay;
    /** Net inputs, then activations, then masks, of the hidden units; capacity x h. */
    private final float[][] hidden;
    /** The contribution of these hidden units to z2; capacity. */
    private final float[] outputs;
    /** Zeros, the weights of an input that only fills up a pair; h. */
    private final float[] noWeights;
    /** Receives the gradients of inputs that only fill up a block, by their place in it; 4 x h. */
    private final float[][] noGradients;
    /** The gradient's squares, summed over each block of inputs; blocks x h. */
    private final float[][] squares;

    private final BlockUnion union = new BlockUnion();
    private double squaredNorm;

    /**
     * Creates a workspace.
     *
     * @param inputCount the number of inputs d
     * @param hiddenSize the number of hidden units h
     * @param batchSize the largest number of rows in a batch
     * @param weightDecay the factor of the penalty, at least 0
     */
    HiddenPass(int inputCount, int hiddenSize, int batchSize, double weightDecay) {
        this.inputCount = inputCount;
        decay = (float) weightDecay;
        int capacity = Kernels.wholeBlocks(batchSize);
        hidden = new float[capacity][hiddenSize];
        outputs = new float[capacity];
        noWeights = new float[hiddenSize];
        noGradients = new float[Kernels.BLOCK][hiddenSize];
        squares = new float[Kernels.blocks(inputCount)][hiddenSize];
    }

    /** The approximate size of a workspace in bytes. */
    static double bytes(int inputCount, int hiddenSize, int batchSize) {
        double rows = (double) Kernels.wholeBlocks(batchSize) + Kernels.blocks(inputCount) + Kernels.BLOCK + 1;
        return rows * AlignedRows.bytes(hiddenSize);
    }

    /** {@return the workspace of the hidden units: rows of h values; not a copy} */
    float[][] hidden() {
        return hidden;
    }

    /** {@return the contribution of the hidden units to z2, for the rows of the last {@link #forward}; not a copy} */
    float[] outputs() {
        return outputs;
    }

    /** {@return the sum of the squares of the gradient of the last {@link #backward}} */
    double squaredNorm() {
        return squaredNorm;
    }

    /**
     * Computes the activations of the hidden units and their contribution to z2.
     *
     * @param network the parameters, not modified
     * @param batch the rows
     * @param workers asked whether to stop early
     */
    void forward(Network network, Batch batch, Workers workers) {
        for (int r = 0; r < batch.rows() && !workers.interrupted(); r += Kernels.BLOCK) {
            forwardBlock(network, batch, r);
        }
    }

    /**
     * Computes z1, a1 and z2 of four rows. Rows beyond the last one of the batch are computed as well, but not used.
     */
    private void forwardBlock(Network network, Batch batch, int r) {
        float[] biases = network.hiddenBiases();
        for (int i = r; i < r + Kernels.BLOCK; i++) {
            System.arraycopy(biases, 0, hidden[i], 0, biases.length);
        }
        if (batch.isSparse()) {
            union.of(batch, r, r + 1, r + 2, r + 3);
            for (int block = 0; block < union.size(); block++) {
                int k = union.get(block) * Kernels.BLOCK;
                addInputs(network, batch, r, k, Math.min(k + Kernels.BLOCK, inputCount));
            }
        } else {
            addInputs(network, batch, r, 0, inputCount);
        }
        float[] z0 = hidden[r];
        float[] z1 = hidden[r + 1];
        float[] z2 = hidden[r + 2];
        float[] z3 = hidden[r + 3];
        Kernels.rectify(z0, z1, z2, z3);
        Kernels.outputs(z0, z1, z2, z3, network.outputWeights(), network.outputBias(), outputs, r);
    }

    /** Adds the products of some inputs, from an even one to before another, to the net inputs of four rows. */
    private void addInputs(Network network, Batch batch, int r, int from, int to) {
        float[] z0 = hidden[r];
        float[] z1 = hidden[r + 1];
        float[] z2 = hidden[r + 2];
        float[] z3 = hidden[r + 3];
        float[] x0 = batch.inputs(r);
        float[] x1 = batch.inputs(r + 1);
        float[] x2 = batch.inputs(r + 2);
        float[] x3 = batch.inputs(r + 3);
        for (int k = from; k < to; k += 2) {
            int l = k + 1;
            float[] wk = network.inputWeights(k);
            float[] wl = l < inputCount ? network.inputWeights(l) : noWeights;
            Kernels.addProducts(z0, z1, z2, z3, wk, wl, x0[k], x1[k], x2[k], x3[k], x0[l], x1[l], x2[l], x3[l]);
        }
    }

    /**
     * Computes the gradient of the shard's parameters, except its output bias, from the activations of the last {@link
     * #forward}.
     *
     * @param network the parameters, not modified
     * @param batch the rows, after {@link Batch#findActive}
     * @param gradient overwritten, except for its output bias, which must already be set
     * @param workers asked whether to stop early
     */
    void backward(Network network, Batch batch, Network gradient, Workers workers) {
        float[] weightGradient = gradient.outputWeights();
        float[] biasGradient = gradient.hiddenBiases();
        Arrays.fill(weightGradient, 0);
        Arrays.fill(biasGradient, 0);
        for (int i = 0; i < batch.activeCount(); i += 2) {
            int r = batch.active(i);
            int s = batch.active(i + 1);
            Kernels.backwardHidden(hidden[r], hidden[s], weightGradient, biasGradient, batch.delta(r), batch.delta(s));
        }
        if (batch.isSparse()) {
            backwardSparse(network, batch, gradient, workers);
        } else {
            for (int k = 0; k < inputCount && !workers.interrupted(); k += Kernels.BLOCK) {
                backwardBlock(network, batch, gradient, k);
            }
        }
        float[] sums = noGradients[0];
        Arrays.fill(sums, 0);
        for (float[] blockSquares : squares) {
            Kernels.add(sums, blockSquares);
        }
        Kernels.finishOutputGradient(biasGradient, weightGradient, network.outputWeights(), decay, sums);
        squaredNorm = gradient.outputBias() * gradient.outputBias() + Kernels.sumInDouble(sums);
    }

    /** The gradient of four inputs' weights, and its squares. */
    private void backwardBlock(Network network, Batch batch, Network gradient, int k) {
        clear(gradient, k);
        float[] g0 = gradientOf(gradient, k, 0);
        float[] g1 = gradientOf(gradient, k, 1);
        float[] g2 = gradientOf(gradient, k, 2);
        float[] g3 = gradientOf(gradient, k, 3);
        for (int i = 0; i < batch.activeCount(); i += 2) {
            addGradient(batch, k, batch.active(i), batch.active(i + 1), g0, g1, g2, g3);
        }
        finish(network, gradient, k);
    }

    /** As for other rows, each sum adds up the rows in their order; only the order of the sums is another. */
    private void backwardSparse(Network network, Batch batch, Network gradient, Workers workers) {
        for (int k = 0; k < inputCount; k += Kernels.BLOCK) {
            clear(gradient, k);
        }
        for (int i = 0; i < batch.activeCount() && !workers.interrupted(); i += 2) {
            int r = batch.active(i);
            int s = batch.active(i + 1);
            union.of(batch, r, s);
            for (int block = 0; block < union.size(); block++) {
                int k = union.get(block) * Kernels.BLOCK;
                addGradient(
                        batch,
                        k,
                        r,
                        s,
                        gradientOf(gradient, k, 0),
                        gradientOf(gradient, k, 1),
                        gradientOf(gradient, k, 2),
                        gradientOf(gradient, k, 3));
            }
        }
        for (int k = 0; k < inputCount && !workers.interrupted(); k += Kernels.BLOCK) {
            finish(network, gradient, k);
        }
    }

    /** Sets the gradient of a block of inputs to 0. */
    private void clear(Network gradient, int k) {
        for (int place = 0; place < Kernels.BLOCK; place++) {
            Arrays.fill(gradientOf(gradient, k, place), 0);
        }
    }

    /** Adds the part of two rows to the gradient of a block of inputs. */
    private void addGradient(Batch batch, int k, int r, int s, float[] g0, float[] g1, float[] g2, float[] g3) {
        float[] xr = batch.inputs(r);
        float[] xs = batch.inputs(s);
        float dr = batch.delta(r);
        float ds = batch.delta(s);
        Kernels.addProducts(
                g0,
                g1,
                g2,
                g3,
                hidden[r],
                hidden[s],
                xr[k] * dr,
                xr[k + 1] * dr,
                xr[k + 2] * dr,
                xr[k + 3] * dr,
                xs[k] * ds,
                xs[k + 1] * ds,
                xs[k + 2] * ds,
                xs[k + 3] * ds);
    }

    /** Completes the gradient of a block of inputs, and sums its squares. */
    private void finish(Network network, Network gradient, int k) {
        float[] blockSquares = squares[k / Kernels.BLOCK];
        Arrays.fill(blockSquares, 0);
        for (int i = k; i < Math.min(k + Kernels.BLOCK, inputCount); i++) {
            Kernels.finishGradient(
                    gradient.inputWeights(i), network.outputWeights(), decay, network.inputWeights(i), blockSquares);
        }
    }

    /** The array in which the gradient of one input of a block is summed. */
    private float[] gradientOf(Network gradient, int block, int place) {
        int input = block + place;
        return input < inputCount ? gradient.inputWeights(input) : noGradients[place];
    }
}
