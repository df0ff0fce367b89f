package weka.classifiers.functions.boundedmlp.nn.backprop;

import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.kernels.Kernels;
import weka.classifiers.functions.boundedmlp.nn.output.Loss;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * The forward and backward pass of a {@link Network} over mini-batches, composed here and nowhere else. Holds the
 * workspace of a batch, so each training needs an instance of its own.
 *
 * <p>For the m rows of a batch, with weights q of mean 1 over the whole data and targets y,
 *
 * <pre>
 * z1 = X W1 + b1              (m x h)
 * a1 = max(0, z1)             (m x h)
 * z2 = a1 w2 + b2             (m)
 * cost = 1/m sum q loss(z2, y) + decay/2 (|W1|^2 + |w2|^2)
 *
 * dz2 = q/m dloss/dz2                   by {@link Loss#derivative}, where the clamp masks
 * dw2 = a1' dz2 + decay w2
 * db2 = sum dz2
 * dW1[k][j] = w2[j] sum_r x[r][k] dz2[r] 1[z1[r][j] > 0] + decay W1[k][j]
 * db1[j] = w2[j] sum_r dz2[r] 1[z1[r][j] > 0]
 * </pre>
 *
 * dz1 is never formed: its factor w2[j] is applied once per parameter. Rows whose dz2 is 0, which the clamp masks, are
 * skipped.
 *
 * <p>A {@link HiddenPass} for each of the {@link HiddenShards} computes what concerns the hidden units;
 * {@link Workers} may run them in parallel. The net input of the output unit is the sum of their contributions, and an
 * {@link OutputPass} compares its prediction with the target.
 */
public final class Backprop {

    private final HiddenPass[] shards;
    private final OutputPass output;
    private final Batch batch;
    /** z2; capacity. */
    private final float[] outputs;

    private double gradientNorm;

    /**
     * Creates a workspace.
     *
     * @param samples the data
     * @param hiddenSize the number of hidden units of each shard
     * @param shardCount the number of shards
     * @param batchSize the largest number of rows in a batch
     * @param loss the loss, with the output activation f
     * @param weightDecay the factor of the penalty, at least 0
     */
    public Backprop(Samples samples, int hiddenSize, int shardCount, int batchSize, Loss loss, double weightDecay) {
        batch = new Batch(samples, batchSize);
        output = new OutputPass(samples, loss, batchSize);
        shards = new HiddenPass[shardCount];
        for (int i = 0; i < shardCount; i++) {
            shards[i] = new HiddenPass(samples.inputCount(), hiddenSize, batchSize, weightDecay);
        }
        outputs = new float[Kernels.wholeBlocks(batchSize)];
    }

    /** The approximate size of a workspace in bytes. */
    public static double bytes(int inputCount, int hiddenSize, int shardCount, int batchSize) {
        return shardCount * HiddenPass.bytes(inputCount, hiddenSize, batchSize) + Batch.bytes(inputCount, batchSize);
    }

    /**
     * Computes the cost's gradient over one batch.
     *
     * @param networks the parameters of the shards, not modified
     * @param order row numbers
     * @param from the position in {@code order} of the first row of the batch
     * @param to the position behind the last row, at most the batch size behind {@code from}
     * @param gradients overwritten with the gradients of the shards, decay included
     * @param stuckRows the watch over all rows of the data
     * @param workers the threads that work on the shards
     * @return the loss of the batch without the penalty, and how its rows lie relative to the bounds
     */
    public RowFigures lossAndGradient(
            Network[] networks,
            int[] order,
            int from,
            int to,
            Network[] gradients,
            StuckRows stuckRows,
            Workers workers) {
        batch.take(order, from, to);
        forward(networks, workers);
        RowFigures result = output.compare(batch, outputs);
        output.differentiate(batch, outputs, stuckRows);
        gradients[0].setOutputBias(batch.findActive());
        workers.run(shards.length, i -> shards[i].backward(networks[i], batch, gradients[i], workers));
        double sum = 0;
        for (HiddenPass shard : shards) {
            sum += shard.squaredNorm();
        }
        gradientNorm = Math.sqrt(sum);
        return result;
    }

    /** {@return the workspace of the hidden units of a shard: rows of h values; not a copy} */
    public float[][] hidden(int shard) {
        return shards[shard].hidden();
    }

    /** {@return the Euclidean norm of the last gradient} */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** Fills {@link #outputs} with z2, row by row of the batch. */
    private void forward(Network[] networks, Workers workers) {
        workers.run(shards.length, i -> batch.load(i, shards.length));
        workers.run(shards.length, i -> shards[i].forward(networks[i], batch, workers));
        System.arraycopy(shards[0].outputs(), 0, outputs, 0, batch.rows());
        for (int i = 1; i < shards.length; i++) {
            Kernels.add(outputs, shards[i].outputs());
        }
    }
}
