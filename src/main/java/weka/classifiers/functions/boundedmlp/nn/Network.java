package weka.classifiers.functions.boundedmlp.nn;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.kernels.Kernels;

/**
 * The parameters of a two-layer network with d inputs and h rectified hidden units. The net input of its output unit is
 * {@code z2 = sum_j w2[j] * max(0, b1[j] + sum_k x[k] * W1[k][j]) + b2}.
 *
 * <p>W1 is stored by input, one array of h values each, so that the inner loops of the {@link Kernels} run along the
 * hidden units with unit stride. A gradient has the same shape and is held in the same class.
 */
public final class Network implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final double INITIAL_GAIN = 0.4;
    /** How many times larger the first weights of a network of one or two inputs are. */
    private static final double GAIN_OF_FEW = 7;

    private final int inputCount;
    private final int hiddenSize;
    /** The rows of W1 (d arrays of h), then b1 (h), w2 (h) and b2 (1). */
    private final float[][] blocks;

    /**
     * Creates a network whose parameters are all 0.
     *
     * @param inputCount the number of inputs d, at least 0
     * @param hiddenSize the number of hidden units h, at least 1
     */
    public Network(int inputCount, int hiddenSize) {
        this.inputCount = inputCount;
        this.hiddenSize = hiddenSize;
        blocks = new float[inputCount + 3][hiddenSize];
        blocks[inputCount + 2] = new float[1];
    }

    /**
     * {@return a network to start training from: W1 normal with the standard deviation 0.4 (1 + 6 fewness)
     * sqrt(2/d), b1 = 0, w2 = 0, and b2 as given}
     *
     * <p>For many inputs this is less than half the standard deviation of He et al. (2015): a start near 0 finds
     * smoother functions, which helped most on small and noisy data. A function of one or two inputs is often a curve
     * with several bends, which takes steeper hidden units. With {@code w2 = 0} every row starts at the same output
     * inside the bounds, so no row is clamped at the start.
     *
     * @param inputCount the number of inputs d
     * @param hiddenSize the number of hidden units h
     * @param outputBias b2, the net input of the output unit at the start
     * @param random the source of W1
     */
    public static Network initialise(int inputCount, int hiddenSize, double outputBias, Random random) {
        Network network = new Network(inputCount, hiddenSize);
        double gain = INITIAL_GAIN * (1 + (GAIN_OF_FEW - 1) * fewness(inputCount));
        double deviation = gain * Math.sqrt(2.0 / Math.max(1, inputCount));
        for (int k = 0; k < inputCount; k++) {
            float[] weights = network.inputWeights(k);
            for (int j = 0; j < hiddenSize; j++) {
                weights[j] = (float) (deviation * random.nextGaussian());
            }
        }
        network.setOutputBias((float) outputBias);
        return network;
    }

    /** {@return how few inputs there are: 1 for one or two, next to 0 from six on, {@code min(1, (2/d)^4)}} */
    public static double fewness(int inputCount) {
        double ratio = 2.0 / Math.max(2, inputCount);
        return ratio * ratio * ratio * ratio;
    }

    /** Refuses parameters of other sizes. */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        boolean fits = inputCount >= 0 && hiddenSize >= 1 && blocks != null && blocks.length == inputCount + 3;
        for (int i = 0; fits && i < blocks.length; i++) {
            fits = blocks[i] != null && blocks[i].length == (i == inputCount + 2 ? 1 : hiddenSize);
        }
        DamagedModel.unless(
                fits,
                "its weights are not those of a network of " + inputCount + " inputs and " + hiddenSize
                        + " hidden units");
    }

    /** {@return the number of inputs d} */
    public int inputCount() {
        return inputCount;
    }

    /** {@return the number of hidden units h} */
    public int hiddenSize() {
        return hiddenSize;
    }

    /** {@return the number of parameters, (d + 2) h + 1} */
    public long parameterCount() {
        return (inputCount + 2L) * hiddenSize + 1;
    }

    /** {@return all parameters, block by block: the d rows of W1, b1, w2, b2; not a copy} */
    public float[][] blocks() {
        return blocks;
    }

    /**
     * {@return the row of W1 of one input, h values; not a copy}
     *
     * @param input from 0 to d - 1
     */
    public float[] inputWeights(int input) {
        return blocks[input];
    }

    /** {@return b1, h values; not a copy} */
    public float[] hiddenBiases() {
        return blocks[inputCount];
    }

    /** {@return w2, h values; not a copy} */
    public float[] outputWeights() {
        return blocks[inputCount + 1];
    }

    /** {@return b2} */
    public float outputBias() {
        return blocks[inputCount + 2][0];
    }

    /**
     * Sets b2.
     *
     * @param value the new output bias
     */
    public void setOutputBias(float value) {
        blocks[inputCount + 2][0] = value;
    }

    /** {@return whether the output is b2 for all inputs, because w2 = 0, as it is before training} */
    public boolean isConstant() {
        for (float weight : outputWeights()) {
            if (weight != 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return an independent copy} */
    public Network copy() {
        return withHiddenUnits(hiddenSize);
    }

    /**
     * {@return an independent copy with another number of hidden units: only the first ones, or all of them and further
     * ones that do nothing}
     */
    public Network withHiddenUnits(int count) {
        Network copy = new Network(inputCount, count);
        for (int i = 0; i < blocks.length; i++) {
            System.arraycopy(blocks[i], 0, copy.blocks[i], 0, Math.min(blocks[i].length, copy.blocks[i].length));
        }
        return copy;
    }

    /**
     * {@return the network whose net input of the output unit is the mean of those of others: their hidden units side
     * by side}
     *
     * @param members at least one network, all with the same inputs; not modified
     */
    public static Network mean(List<Network> members) {
        int hiddenSize = members.stream().mapToInt(Network::hiddenSize).sum();
        int inputCount = members.get(0).inputCount;
        Network mean = new Network(inputCount, hiddenSize);
        int at = 0;
        double bias = 0;
        for (Network member : members) {
            for (int i = 0; i < inputCount + 2; i++) {
                System.arraycopy(member.blocks[i], 0, mean.blocks[i], at, member.hiddenSize);
            }
            at += member.hiddenSize;
            bias += member.outputBias();
        }
        float[] outputWeights = mean.outputWeights();
        for (int j = 0; j < hiddenSize; j++) {
            outputWeights[j] /= members.size();
        }
        mean.setOutputBias((float) (bias / members.size()));
        return mean;
    }

    /**
     * Copies the parameters of another network into this one.
     *
     * @param other a network of the same shape
     */
    public void copyFrom(Network other) {
        for (int i = 0; i < blocks.length; i++) {
            System.arraycopy(other.blocks[i], 0, blocks[i], 0, blocks[i].length);
        }
    }

    /**
     * Moves every parameter towards another network's, {@code w += rate * (other - w)}: one step of an exponential
     * moving average.
     *
     * @param other a network of the same shape
     * @param rate the share of the way, in [0, 1]
     */
    public void moveTowards(Network other, float rate) {
        for (int i = 0; i < blocks.length; i++) {
            Kernels.moveTowards(blocks[i], other.blocks[i], rate);
        }
    }

    /**
     * {@return z2, the net input of the output unit, for one row}
     *
     * <p>Plain products and sums in a fixed order, so that a model predicts the same bits on every machine.
     *
     * @param inputs finite values, not modified
     * @param hidden workspace of at least h values, overwritten
     */
    public double netInput(SparseInputs inputs, float[] hidden) {
        int count = inputs.count();
        float[] x = inputs.values();
        float[] sums = hiddenBiases();
        int i = 0;
        for (; i + 3 < count; i += 4) {
            float[] wa = weights(inputs, i);
            float[] wb = weights(inputs, i + 1);
            float[] wc = weights(inputs, i + 2);
            float[] wd = weights(inputs, i + 3);
            Kernels.addInputs(hidden, sums, wa, wb, wc, wd, x[i], x[i + 1], x[i + 2], x[i + 3]);
            sums = hidden;
        }
        for (; i < count; i++) {
            Kernels.addInput(hidden, sums, weights(inputs, i), x[i]);
            sums = hidden;
        }
        if (count == 0) {
            System.arraycopy(sums, 0, hidden, 0, hiddenSize);
        }
        Kernels.rectifyAndMultiply(hidden, outputWeights());
        return outputBias() + Kernels.sum(hidden, hiddenSize);
    }

    private float[] weights(SparseInputs inputs, int i) {
        return inputWeights(inputs.input(i));
    }

    /** {@return whether a parameter is NaN} */
    public boolean hasNaN() {
        for (float[] block : blocks) {
            for (float parameter : block) {
                if (Float.isNaN(parameter)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * {@return whether the output is finite for all inputs of at most the given size}
     *
     * @param largestInput the largest absolute value of an input
     */
    public boolean staysFinite(double largestInput) {
        double bound = Math.abs(outputBias());
        for (int j = 0; j < hiddenSize; j++) {
            double hidden = Math.abs(hiddenBiases()[j]);
            for (int k = 0; k < inputCount; k++) {
                hidden += largestInput * Math.abs(inputWeights(k)[j]);
            }
            bound += hidden * Math.max(1, Math.abs(outputWeights()[j]));
        }
        return bound < Float.MAX_VALUE / 2;
    }
}
