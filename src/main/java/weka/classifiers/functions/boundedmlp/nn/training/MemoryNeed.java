package weka.classifiers.functions.boundedmlp.nn.training;

import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.backprop.Backprop;
import weka.classifiers.functions.boundedmlp.nn.backprop.HiddenShards;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;

/** Estimates how much memory a training takes, from the arrays that it holds at the same time. */
public final class MemoryNeed {

    /**
     * For each trained network: its parameters, their average, gradient and two moments, and the best network so far.
     */
    private static final int NETWORKS_PER_RUN = 6;
    /** Those of them that resuming needs: all but the gradient. */
    private static final int NETWORKS_IN_STATE = 5;
    /** The final network is a copy. */
    private static final int FINAL_NETWORKS = 1;

    /** For each encoded row: its number, target and weight. */
    private static final int BYTES_PER_ROW = Integer.BYTES + Double.BYTES + Double.BYTES;
    /** For each row and trained network: the same again, a place in the order of rows, and whether it is stuck. */
    private static final int BYTES_PER_ROW_AND_RUN = BYTES_PER_ROW + Integer.BYTES + Byte.BYTES;

    /** For each row and run of the state: a place in the order of rows, and whether it is stuck. */
    private static final int STATE_BYTES_PER_ROW = Integer.BYTES + Byte.BYTES;

    private MemoryNeed() {}

    /**
     * {@return the approximate number of bytes that the encoded data and its training take}
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
     * {@return the approximate number of bytes that it takes to train on data that is already encoded, and then to keep
     * the state for further training}
     *
     * @param rows the number of rows
     * @param inputCount the number of inputs of each
     * @param hyperparameters those to train with
     */
    public static double resumableBytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        return trainingBytes(rows, inputCount, hyperparameters)
                + (double) NETWORKS_IN_STATE * runs(rows, hyperparameters) * network(inputCount, hyperparameters);
    }

    /**
     * {@return the approximate number of bytes of the state for further training in its serialised form}
     *
     * @param rows the number of rows
     * @param inputCount the number of inputs of each
     * @param hyperparameters those to train with
     */
    public static double stateBytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        double run = NETWORKS_IN_STATE * (inputCount + 2.0) * hyperparameters.hiddenSize() * Float.BYTES
                + (double) STATE_BYTES_PER_ROW * rows;
        return runs(rows, hyperparameters) * run;
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

    /**
     * The number of trained networks: those of the search for the number of epochs, and the one that is trained on all
     * rows.
     */
    private static int runs(int rows, Hyperparameters hyperparameters) {
        int heldOut = TrainingAttempt.heldOut(rows, hyperparameters);
        return 1 + (heldOut == 0 ? 0 : EpochSearch.splitCount(rows, heldOut));
    }
}
