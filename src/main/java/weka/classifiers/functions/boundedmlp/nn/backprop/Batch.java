package weka.classifiers.functions.boundedmlp.nn.backprop;

import weka.classifiers.functions.boundedmlp.nn.kernels.Kernels;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** The rows of a mini-batch, shared by all {@link HiddenShards} of a network. */
final class Batch {

    private static final int[] NONE = {};

    private final Samples samples;
    /** The inputs of the rows, then zeros up to whole blocks; capacity x d. */
    private final float[][] inputs;
    /** dz2; capacity. */
    private final float[] deltas;
    /** The rows whose dz2 is not 0, and one more if their number is odd; capacity. */
    private final int[] active;

    private int[] order = {};
    private int from;
    private int rows;
    private int activeCount;

    /**
     * Creates a batch without rows.
     *
     * @param samples the data
     * @param batchSize the largest number of rows
     */
    Batch(Samples samples, int batchSize) {
        this.samples = samples;
        int capacity = Kernels.wholeBlocks(batchSize);
        inputs = new float[capacity][Kernels.wholeBlocks(samples.inputCount())];
        deltas = new float[capacity];
        active = new int[capacity];
    }

    /** The approximate size of a batch in bytes. */
    static double bytes(int inputCount, int batchSize) {
        return (double) Float.BYTES * Kernels.wholeBlocks(batchSize) * inputCount;
    }

    /**
     * Switches to other rows, whose inputs must then be loaded.
     *
     * @param rowNumbers row numbers of the samples, not to be changed meanwhile
     * @param begin the position in {@code rowNumbers} of the first row
     * @param end the position behind the last row
     */
    void take(int[] rowNumbers, int begin, int end) {
        order = rowNumbers;
        from = begin;
        rows = end - begin;
    }

    /**
     * Loads the inputs of some of the rows.
     *
     * @param part from 0; several threads may load a part each
     * @param parts the number of parts that make up all rows
     */
    void load(int part, int parts) {
        int end = (int) ((long) rows * (part + 1) / parts);
        for (int r = (int) ((long) rows * part / parts); r < end; r++) {
            samples.copyInputs(number(r), inputs[r]);
        }
    }

    /** {@return whether most inputs are 0, so that it pays to pass over them} */
    boolean isSparse() {
        return samples.isSparse();
    }

    /** {@return the blocks of inputs of a row that are not all 0; none for a row beyond the last one} */
    int[] activeBlocks(int row) {
        return row < rows ? samples.activeBlocks(number(row)) : NONE;
    }

    /** {@return the number of rows m} */
    int rows() {
        return rows;
    }

    /** {@return the number that a row has in the samples} */
    int number(int row) {
        return order[from + row];
    }

    /**
     * {@return the inputs of a row, then zeros up to whole blocks; rows also go up to whole blocks, and the additional
     * ones have arbitrary values}
     */
    float[] inputs(int row) {
        return inputs[row];
    }

    /** {@return dz2 of a row} */
    float delta(int row) {
        return deltas[row];
    }

    /** Sets dz2 of a row. */
    void setDelta(int row, float delta) {
        deltas[row] = delta;
    }

    /** Finds the rows that have a gradient, after dz2 is set, and returns the sum of dz2. */
    float findActive() {
        int without = rows;
        activeCount = 0;
        for (int r = 0; r < rows; r++) {
            if (deltas[r] == 0) {
                without = r;
            } else {
                active[activeCount++] = r;
            }
        }
        if (activeCount % 2 == 1) { // rows come in pairs
            deltas[without] = 0;
            active[activeCount++] = without;
        }
        float sum = 0;
        for (int i = 0; i < activeCount; i += 2) {
            sum += deltas[active[i]] + deltas[active[i + 1]];
        }
        return sum;
    }

    /** {@return the number of rows that have a gradient, rounded up to an even one} */
    int activeCount() {
        return activeCount;
    }

    /**
     * {@return a row that has a gradient, or the one without a gradient that makes their number even}
     *
     * @param i from 0 to {@code activeCount() - 1}
     */
    int active(int i) {
        return active[i];
    }
}
