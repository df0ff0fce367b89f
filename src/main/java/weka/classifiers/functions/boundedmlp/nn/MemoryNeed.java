package weka.classifiers.functions.boundedmlp.nn;

/** How much memory a training takes, by the arrays that it holds at a time. */
public final class MemoryNeed {

    /** Of each training run: the network, its average, its gradient, two moments, the best so far. */
    private static final int NETWORKS_PER_RUN = 6;

    private static final int ARRAY_HEADER = 16;
    /** Of each encoded row: a reference, the target, the weight. */
    private static final int BYTES_PER_ROW = 8 + Double.BYTES + Double.BYTES;
    /** What each run refers to its rows by: the same again, and a place in the order of rows. */
    private static final int BYTES_PER_ROW_AND_RUN = BYTES_PER_ROW + Integer.BYTES;

    private MemoryNeed() {}

    /**
     * {@return about how many bytes the encoded data and its training take, apart from the workspace of a batch}
     *
     * @param rows the number of rows
     * @param inputCount the number of inputs of each
     * @param hyperparameters the settings
     */
    public static double bytes(int rows, int inputCount, Hyperparameters hyperparameters) {
        double encoded = rows * (BYTES_PER_ROW + ARRAY_HEADER + (double) Float.BYTES * inputCount);
        double network =
                (inputCount + 3.0) * ARRAY_HEADER + (inputCount + 2.0) * hyperparameters.hiddenSize() * Float.BYTES;
        double run = NETWORKS_PER_RUN * network + (double) BYTES_PER_ROW_AND_RUN * rows;
        return encoded + runs(rows, hyperparameters) * run;
    }

    /** Those that search for the number of epochs, and the one that trains on all rows. */
    private static int runs(int rows, Hyperparameters hyperparameters) {
        int heldOut = Attempt.heldOut(rows, hyperparameters);
        return 1 + (heldOut == 0 ? 0 : EpochSearch.splitCount(rows, heldOut));
    }
}
