package weka.classifiers.functions.boundedmlp.nn.training;

import java.util.Arrays;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.backprop.Backprop;
import weka.classifiers.functions.boundedmlp.nn.backprop.HiddenShards;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** Estimates how much memory a training takes, from the arrays that it holds at the same time. */
public final class MemoryNeed {

    /**
     * For each trained network: its parameters, their average, gradient and two moments, and the best network so far.
     */
    private static final int NETWORKS_PER_RUN = 6;
    /** Those of them that resuming needs: all but the gradient. */
    private static final int NETWORKS_IN_STATE = 5;
    /** The final network has copies of the members. */
    private static final int FINAL_NETWORKS = 1;

    /** For each encoded row: its number, target and weight. */
    private static final int BYTES_PER_ROW = Integer.BYTES + Double.BYTES + Double.BYTES;
    /** For each row and trained network: the same again, a place in the order of rows, and whether it is stuck. */
    private static final int BYTES_PER_ROW_AND_RUN = BYTES_PER_ROW + Integer.BYTES + Byte.BYTES;

    /** For each row and run of the state: a place in the order of rows, and whether it is stuck. */
    private static final int STATE_BYTES_PER_ROW = Integer.BYTES + Byte.BYTES;

    private MemoryNeed() {}

    /**
     * {@return the number of inputs of each network that is searched for: one without bins, or one for each number of
     * bins that the held-out rows choose from}
     *
     * @param samples the rows, without bins
     * @param hyperparameters those to train with
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static int[] inputCounts(Samples samples, Hyperparameters hyperparameters) throws InterruptedException {
        return TrainingAttempt.binned(samples, hyperparameters).values().stream()
                .mapToInt(Samples::inputCount)
                .toArray();
    }

    /**
     * {@return the approximate number of bytes that the encoded data and its training without bins take}
     *
     * @param rows the number of rows
     * @param inputCount the number of inputs of each
     * @param hyperparameters those to train with
     */
    public static double bytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        double encoded = rows * (BYTES_PER_ROW + (double) Float.BYTES * inputCount);
        return encoded + trainingBytes(rows, new int[] {inputCount}, hyperparameters);
    }

    /**
     * {@return the approximate number of bytes that it takes to train on data that is already encoded}
     *
     * @param rows the number of rows
     * @param inputCounts the {@link #inputCounts}
     * @param hyperparameters those to train with
     */
    public static double trainingBytes(int rows, int[] inputCounts, Hyperparameters hyperparameters) {
        int heldOut = TrainingAttempt.heldOut(rows, hyperparameters);
        double bytes = 0;
        for (int inputCount : inputCounts) {
            bytes += splitCount(rows, heldOut, hyperparameters) * runBytes(rows, inputCount, hyperparameters);
        }
        int widest = widest(inputCounts);
        return bytes
                + hyperparameters.members()
                        * (runBytes(rows, widest, hyperparameters) + FINAL_NETWORKS * network(widest, hyperparameters));
    }

    private static double runBytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        int batchSize = MiniBatchTrainer.batchSize(rows, hyperparameters.miniBatchSize());
        HiddenShards shards = HiddenShards.of(inputCount, hyperparameters.hiddenSize(), batchSize);
        int width = AlignedRows.length(hyperparameters.hiddenSize());
        double workspace = Backprop.bytes(inputCount, shards.width(), shards.count(), batchSize);
        double evaluation = RowEvaluation.bytes(rows, inputCount, width); // a search's is of the held-out rows only
        return NETWORKS_PER_RUN * network(inputCount, hyperparameters)
                + workspace
                + evaluation
                + (double) BYTES_PER_ROW_AND_RUN * rows;
    }

    /**
     * {@return the approximate number of bytes that it takes to train on data that is already encoded, and then to keep
     * the state for further training}
     *
     * @param rows the number of rows
     * @param inputCounts the {@link #inputCounts}
     * @param hyperparameters those to train with
     */
    public static double resumableBytes(int rows, int[] inputCounts, Hyperparameters hyperparameters) {
        return trainingBytes(rows, inputCounts, hyperparameters) + stateBytes(rows, inputCounts, hyperparameters);
    }

    /**
     * {@return the approximate number of bytes of the state for further training in its serialised form}
     *
     * @param rows the number of rows
     * @param inputCounts the {@link #inputCounts}
     * @param hyperparameters those to train with
     */
    public static double stateBytes(int rows, int[] inputCounts, Hyperparameters hyperparameters) {
        int heldOut = TrainingAttempt.heldOut(rows, hyperparameters);
        double bytes = hyperparameters.members() * runStateBytes(rows, widest(inputCounts), hyperparameters);
        for (int inputCount : inputCounts) {
            bytes += splitCount(rows, heldOut, hyperparameters) * runStateBytes(rows, inputCount, hyperparameters);
        }
        return bytes;
    }

    private static double runStateBytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        return NETWORKS_IN_STATE * (inputCount + 2.0) * hyperparameters.hiddenSize() * Float.BYTES
                + (double) STATE_BYTES_PER_ROW * rows;
    }

    private static int widest(int[] inputCounts) {
        return Arrays.stream(inputCounts).max().orElseThrow();
    }

    /** The number of networks of the search for the number of epochs; 0 without held-out rows. */
    private static int splitCount(int rows, int heldOut, Hyperparameters hyperparameters) {
        return heldOut == 0 ? 0 : EpochSearch.splitCount(rows, heldOut, hyperparameters.heldOutRows());
    }

    private static double network(int inputCount, Hyperparameters hyperparameters) {
        return (inputCount + 3.0) * AlignedRows.bytes(AlignedRows.length(hyperparameters.hiddenSize()));
    }
}
