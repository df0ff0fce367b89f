package weka.classifiers.functions.boundedmlp.nn.training;

import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.backprop.Backprop;
import weka.classifiers.functions.boundedmlp.nn.backprop.HiddenShards;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;

/** How much memory a training takes, by the arrays that it holds at a time. */
public final class MemoryNeed {

    /** Of each training run: the network, its average, its gradient, two moments, the best so far. */
    private static final int NETWORKS_PER_RUN = 6;
    /** Those of them that are needed to go on: all but the gradient. */
    private static final int NETWORKS_IN_STATE = 5;
    /** The final network is a copy. */
    private static final int FINAL_NETWORKS = 1;

    /** Of each encoded row: its number, the target, the weight. */
    private static final int BYTES_PER_ROW = Integer.BYTES + Double.BYTES + Double.BYTES;
    /** What each run refers to its rows by: the same again, and a place in the order of rows. */
    private static final int BYTES_PER_ROW_AND_RUN = BYTES_PER_ROW + Integer.BYTES;

    private MemoryNeed() {}

    /**
     * {@return about how many bytes the encoded data and its training take}
     *
     * @param rows the number of rows
     * @param inputCount the number of inputs of each
     * @param hyperparameters those to train with
     */
    public static double bytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        double encoded = rows * (BYTES_PER_ROW + (double) Float.BYTES * inputCount);
        return encoded + trainingBytes(rows, inputCount, hyperparameters);
    }

    /**
     * {@return about how many bytes it takes to train on data that has been encoded, and then to keep the state for further
     * training}
     *
     * @param rows the number of rows
     * @param inputCount the number of inputs of each
     * @param hyperparameters those to train with
     */
    public static double resumableBytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        return trainingBytes(rows, inputCount, hyperparameters)
                + (double) NETWORKS_IN_STATE * runs(rows, hyperparameters) * network(inputCount, hyperparameters);
    }

    private static double trainingBytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        double network = network(inputCount, hyperparameters);
        int batchSize = MiniBatchTrainer.batchSize(rows, hyperparameters.miniBatchSize());
        HiddenShards shards = HiddenShards.of(inputCount, hyperparameters.hiddenSize(), batchSize);
        int width = AlignedRows.length(hyperparameters.hiddenSize());
        double workspace = Backprop.bytes(inputCount, shards.width(), shards.count(), batchSize);
        double evaluation = RowEvaluation.bytes(rows, inputCount, width); // a search's is of the held-out rows only
        double run = NETWORKS_PER_RUN * network + workspace + evaluation + (double) BYTES_PER_ROW_AND_RUN * rows;
        return runs(rows, hyperparameters) * run + FINAL_NETWORKS * network;
    }

    private static double network(int inputCount, Hyperparameters hyperparameters) {
        return (inputCount + 3.0) * AlignedRows.bytes(AlignedRows.length(hyperparameters.hiddenSize()));
    }

    /** Those that search for the number of epochs, and the one that trains on all rows. */
    private static int runs(int rows, Hyperparameters hyperparameters) {
        int heldOut = TrainingAttempt.heldOut(rows, hyperparameters);
        return 1 + (heldOut == 0 ? 0 : EpochSearch.splitCount(rows, heldOut));
    }
}
