package weka.classifiers.functions.boundedmlp.nn.backprop;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;

/**
 * How the hidden units of a wide network are divided for training: into networks of their own, whose outputs add up to
 * its output. Each thread always works on the same shards, which stay in its processor's cache. Moving a value between
 * processors takes far longer than computing it, so the threads exchange little more than inputs and outputs.
 *
 * <p>The number of shards depends only on the sizes, not on the number of threads. So does the order of every sum, and
 * the result has the same bits with any number of threads.
 *
 * @param hiddenSize the number of hidden units of the network h
 * @param count the number of shards, from 1 to h
 */
public record HiddenShards(int hiddenSize, int count) implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * With fewer multiplications (rows times inputs times hidden units) a shard's part of a batch is too small to be
     * worth sharing.
     */
    private static final long LEAST_PRODUCTS = 1_500_000;

    /**
     * With fewer hidden units the kernels' loops are too short to be fast: with 128 per shard, a single thread takes a
     * sixth longer.
     */
    private static final int LEAST_UNITS = 256;

    /**
     * {@return the shards of a network}
     *
     * @param inputCount the number of inputs d
     * @param hiddenSize the number of hidden units h
     * @param batchSize the largest number of rows in a batch
     */
    public static HiddenShards of(int inputCount, int hiddenSize, int batchSize) {
        long byWork = (long) inputCount * hiddenSize * batchSize / LEAST_PRODUCTS;
        int count = (int) Math.max(1, Math.min(hiddenSize / LEAST_UNITS, byWork));
        int units = (hiddenSize + count - 1) / count;
        return new HiddenShards(
                hiddenSize, (hiddenSize + units - 1) / units); // many shards may leave none for the last
    }

    /** {@return the number of hidden units of each shard, including those that do nothing} */
    public int width() {
        return AlignedRows.length(units());
    }

    /** The number of hidden units of each shard but the last, which may have fewer. */
    private int units() {
        return (hiddenSize + count - 1) / count;
    }

    /** {@return networks whose outputs add up to the given one's; the first has its output bias} */
    public Network[] split(Network network) {
        Network[] shards = new Network[count];
        for (int i = 0; i < count; i++) {
            shards[i] = new Network(network.inputCount(), width());
            copyUnits(network, i * units(), shards[i], 0, i);
        }
        shards[0].setOutputBias(network.outputBias());
        return shards;
    }

    /**
     * {@return the network whose shards these are, filled up with hidden units that do nothing to the width of {@link
     * AlignedRows#length}}
     */
    public Network join(Network[] shards) {
        Network network = new Network(shards[0].inputCount(), AlignedRows.length(hiddenSize));
        for (int i = 0; i < count; i++) {
            copyUnits(shards[i], 0, network, i * units(), i);
        }
        network.setOutputBias(shards[0].outputBias());
        return network;
    }

    private void copyUnits(Network from, int fromUnit, Network to, int toUnit, int shard) {
        int length = Math.min(units(), hiddenSize - shard * units());
        for (int block = 0; block < from.inputCount() + 2; block++) { // all but the output bias
            System.arraycopy(from.blocks()[block], fromUnit, to.blocks()[block], toUnit, length);
        }
    }
}
