package weka.classifiers.functions.boundedmlp.nn.backprop;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;

/**
 * How the hidden units of a wide network are parted for training: into networks of their own, whose outputs add up to its
 * output. Each thread works on the same shards all the time, and these stay in its processor's cache: between two processors a
 * value takes far longer than to compute it, and so they exchange hardly any but inputs and outputs.
 *
 * <p>The number of shards depends on the sizes only, not on the threads that there are, and so neither does the order of a sum.
 *
 * @param hiddenSize the number of hidden units of the network h
 * @param count the number of shards, from 1 to h
 */
public record HiddenShards(int hiddenSize, int count) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** With fewer multiplications, rows times inputs times hidden units, a shard's part of a batch is too small to be shared. */
    private static final long LEAST_PRODUCTS = 1_500_000;

    /** With fewer hidden units, the kernels' loops are too short to be fast: with 128 each, one thread takes a sixth longer. */
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
        return new HiddenShards(hiddenSize, (int) Math.max(1, Math.min(hiddenSize / LEAST_UNITS, byWork)));
    }

    /** {@return the number of hidden units of each shard, those included that do nothing} */
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

    /** {@return the network again, with further hidden units that do nothing, as wide as {@link AlignedRows#length} says} */
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
