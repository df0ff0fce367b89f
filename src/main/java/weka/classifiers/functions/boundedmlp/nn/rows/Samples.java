package weka.classifiers.functions.boundedmlp.nn.rows;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.classifiers.functions.boundedmlp.nn.kernels.Kernels;

/**
 * Encoded training data: inputs, scaled targets and row weights. Subsets share the inputs, which are never modified.
 * Inputs of {@link Bins} are not stored, but computed from the values they belong to: they would take many times the
 * memory.
 */
public final class Samples {

    private final InputRows inputs;
    private final @Nullable Bins bins;
    /** For each row, its number in the inputs. */
    private final int[] inputRows;

    private final double[] targets;
    private final double[] weights;
    private final double totalWeight;
    /** For each row of the inputs, its blocks that are not all 0; null if inputs are not sparse. */
    private final int @Nullable [][] activeBlocks;

    /**
     * Creates samples over the given inputs and targets, which must not be changed afterwards.
     *
     * @param inputs n rows of finite values
     * @param targets n finite values
     * @param weights n positive weights, of any scale; they are divided by their mean
     */
    public Samples(InputRows inputs, double[] targets, double[] weights) {
        this(
                inputs,
                null,
                ActiveBlocks.of(inputs, null, targets.length, Kernels.BLOCK),
                RowOrder.all(targets.length),
                targets,
                weights);
    }

    /**
     * Creates samples.
     *
     * @param inputs n rows of {@code inputCount} finite values each, which are copied
     * @param targets n finite values, not to be changed afterwards
     * @param weights n positive weights, of any scale; they are divided by their mean
     * @param inputCount the number of inputs, which may be 0
     */
    public Samples(float[][] inputs, double[] targets, double[] weights, int inputCount) {
        this(InputRows.of(inputs, inputCount), targets, weights);
    }

    private Samples(
            InputRows inputs,
            @Nullable Bins bins,
            int @Nullable [][] activeBlocks,
            int[] inputRows,
            double[] targets,
            double[] weights) {
        this.inputs = inputs;
        this.bins = bins;
        this.activeBlocks = activeBlocks;
        this.inputRows = inputRows;
        this.targets = targets;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        totalWeight = total;
        double mean = totalWeight / weights.length;
        this.weights = weights.clone();
        for (int from = 0; from < weights.length; from += Interruption.ROWS) {
            divide(this.weights, from, Math.min(weights.length, from + Interruption.ROWS), mean);
        }
    }

    /** The same rows with bins. */
    private Samples(Samples rows, Bins bins, int @Nullable [][] activeBlocks) {
        inputs = rows.inputs;
        this.bins = bins;
        this.activeBlocks = activeBlocks;
        inputRows = rows.inputRows;
        targets = rows.targets;
        weights = rows.weights;
        totalWeight = rows.totalWeight;
    }

    /** Beside the weights of the other rows, those of a subset may all have rounded to 0. */
    private static void divide(double[] weights, int from, int to, double mean) {
        for (int i = from; i < to; i++) {
            weights[i] = mean > 0 ? weights[i] / mean : 1;
        }
    }

    /**
     * {@return the same samples with bins of their values as further inputs}
     *
     * @param most the largest number of bins of a value; 0 for none
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public Samples withBins(int most) throws InterruptedException {
        Bins made = Bins.of(inputs, weights, most);
        return made.isEmpty() ? this : new Samples(this, made, ActiveBlocks.of(inputs, made, size(), Kernels.BLOCK));
    }

    /** {@return the bins; null if there are none} */
    public @Nullable Bins bins() {
        return bins;
    }

    /** {@return the number of rows, n} */
    public int size() {
        return targets.length;
    }

    /** {@return the number of inputs, d} */
    public int inputCount() {
        return bins == null ? valueCount() : bins.inputCount();
    }

    /** {@return the number of values that a row stores: the inputs without those of bins} */
    public int valueCount() {
        return inputs.inputCount();
    }

    /**
     * {@return the inputs of a row, d values; a copy}
     *
     * @param row from 0 to n - 1
     */
    public float[] inputs(int row) {
        float[] copy = new float[inputCount()];
        copyInputs(row, copy);
        return copy;
    }

    /**
     * Copies the inputs of a row.
     *
     * @param row from 0 to n - 1
     * @param to at least d values, of which the first d are overwritten
     */
    public void copyInputs(int row, float[] to) {
        if (bins == null) {
            copyValues(row, to);
        } else {
            int inputRow = inputRows[row];
            bins.expand(inputs.array(inputRow), inputs.begin(inputRow), to);
        }
    }

    /**
     * Copies the values of a row, from which its inputs follow.
     *
     * @param row from 0 to n - 1
     * @param to at least {@link #valueCount} values, of which the first are overwritten
     */
    void copyValues(int row, float[] to) {
        int inputRow = inputRows[row];
        System.arraycopy(inputs.array(inputRow), inputs.begin(inputRow), to, 0, inputs.inputCount());
    }

    /** {@return whether most inputs are 0, so that it pays to pass over them} */
    public boolean isSparse() {
        return activeBlocks != null;
    }

    /**
     * {@return the blocks of {@link Kernels#BLOCK} inputs of a row that are not all 0, in ascending order; not a copy}
     *
     * @param row from 0 to n - 1, of {@linkplain #isSparse sparse} samples
     */
    public int[] activeBlocks(int row) {
        return Objects.requireNonNull(activeBlocks)[inputRows[row]];
    }

    /**
     * {@return one of the values of a row}
     *
     * @param row from 0 to n - 1
     * @param value from 0 to {@link #valueCount} - 1
     */
    float value(int row, int value) {
        int inputRow = inputRows[row];
        return inputs.array(inputRow)[inputs.begin(inputRow) + value];
    }

    /**
     * {@return the scaled target of a row}
     *
     * @param row from 0 to n - 1
     */
    public double target(int row) {
        return targets[row];
    }

    /** {@return the scaled targets of all rows; not a copy} */
    public double[] targets() {
        return targets;
    }

    /**
     * {@return the weight of a row; the mean over all rows is 1}
     *
     * @param row from 0 to n - 1
     */
    public double weight(int row) {
        return weights[row];
    }

    /** {@return the weights of all rows, of mean 1; not a copy} */
    public double[] weights() {
        return weights;
    }

    /** {@return the sum of the weights as they were given: the number of rows that the samples count as} */
    public double totalWeight() {
        return totalWeight;
    }

    /**
     * {@return the samples of some rows, in the given order, with weights that again have mean 1}
     *
     * @param rows row numbers from 0 to n - 1
     */
    public Samples subset(int[] rows) {
        int[] chosenInputs = new int[rows.length];
        double[] chosenTargets = new double[rows.length];
        double[] chosenWeights = new double[rows.length];
        for (int from = 0; from < rows.length; from += Interruption.ROWS) {
            int to = Math.min(rows.length, from + Interruption.ROWS);
            choose(rows, from, to, chosenInputs, chosenTargets, chosenWeights);
        }
        return new Samples(inputs, bins, activeBlocks, chosenInputs, chosenTargets, chosenWeights);
    }

    private void choose(
            int[] rows, int from, int to, int[] chosenInputs, double[] chosenTargets, double[] chosenWeights) {
        double mean = totalWeight / weights.length;
        for (int i = from; i < to; i++) {
            chosenInputs[i] = inputRows[rows[i]];
            chosenTargets[i] = targets[rows[i]];
            chosenWeights[i] = weights[rows[i]] * mean;
        }
    }

    /**
     * {@return the largest absolute value of an input, 0 if there is none}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public float largestInput() throws InterruptedException {
        float[] largest = new float[inputCount()];
        float[] row = new float[inputCount()];
        for (int from = 0; from < size(); from += Interruption.ROWS) {
            Interruption.check();
            for (int i = from; i < Math.min(size(), from + Interruption.ROWS); i++) {
                copyInputs(i, row);
                Kernels.max(largest, row);
            }
        }
        float ofAll = 0;
        for (float value : largest) {
            ofAll = Math.max(ofAll, value);
        }
        return ofAll;
    }
}
