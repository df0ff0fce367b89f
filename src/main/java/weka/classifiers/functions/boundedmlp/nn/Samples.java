package weka.classifiers.functions.boundedmlp.nn;

/**
 * Encoded training data: one array of inputs per row, scaled targets, and row weights. The rows are
 * shared with subsets, never copied and never modified.
 */
public final class Samples {

    private final float[][] inputs;
    private final double[] targets;
    private final double[] weights;
    private final int inputCount;
    private final double totalWeight;

    /**
     * Creates samples over the given arrays, which must not be changed afterwards; only the weights are copied.
     *
     * @param inputs n rows of {@code inputCount} finite values each
     * @param targets n finite values
     * @param weights n positive weights, of any scale; they are divided by their mean
     * @param inputCount the number of inputs, which may be 0
     */
    public Samples(float[][] inputs, double[] targets, double[] weights, int inputCount) {
        this.inputs = inputs;
        this.targets = targets;
        this.inputCount = inputCount;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        totalWeight = total;
        double mean = totalWeight / weights.length;
        this.weights = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            // those of a subset may all have vanished beside the weights of the other rows
            this.weights[i] = mean > 0 ? weights[i] / mean : 1;
        }
    }

    /** {@return the number of rows, n} */
    public int size() {
        return inputs.length;
    }

    /** {@return the number of inputs, d} */
    public int inputCount() {
        return inputCount;
    }

    /**
     * {@return the inputs of a row, d values; not a copy}
     *
     * @param row from 0 to n - 1
     */
    public float[] inputs(int row) {
        return inputs[row];
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
    double[] targets() {
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

    /** {@return the sum of the weights as they were given: the number of rows that they stand for} */
    public double totalWeight() {
        return totalWeight;
    }

    /**
     * {@return the samples of some rows, in the order given, their weights of mean 1 again}
     *
     * @param rows row numbers from 0 to n - 1
     */
    public Samples subset(int[] rows) {
        float[][] chosenInputs = new float[rows.length][];
        double[] chosenTargets = new double[rows.length];
        double[] chosenWeights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosenInputs[i] = inputs[rows[i]];
            chosenTargets[i] = targets[rows[i]];
            chosenWeights[i] = weights[rows[i]] * (totalWeight / weights.length);
        }
        return new Samples(chosenInputs, chosenTargets, chosenWeights, inputCount);
    }

    /**
     * {@return the weighted mean of the targets, each first limited to the bounds}
     *
     * @param bounds the bounds, in the units of the targets
     */
    public double meanTarget(Bounds bounds) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += weights[i] * bounds.limit(targets[i]);
        }
        return sum / targets.length;
    }

    /**
     * {@return the largest absolute value of an input, 0 if there is none}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public float largestInput() throws InterruptedException {
        float[] largest = new float[inputCount];
        for (float[] row : inputs) {
            Interruption.check();
            Kernels.max(largest, row);
        }
        float ofAll = 0;
        for (float value : largest) {
            ofAll = Math.max(ofAll, value);
        }
        return ofAll;
    }
}
