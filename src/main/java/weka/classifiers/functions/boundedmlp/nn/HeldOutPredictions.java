package weka.classifiers.functions.boundedmlp.nn;

/**
 * The rows held out for early stopping, as predicted by networks that were not trained on them: those kept at the best
 * epoch, the untrained ones where it is 0. All arrays have one entry for each row of each split, and none if no rows
 * were held out.
 *
 * @param predictions what the networks predict, in standard units, within the bounds; not a copy
 * @param targets the true values, in standard units; not a copy
 * @param weights the weights of the rows, relative to each other; not a copy
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor printed
public record HeldOutPredictions(double[] predictions, double[] targets, double[] weights) {

    public static final HeldOutPredictions NONE = new HeldOutPredictions(new double[0], new double[0], new double[0]);

    /** {@return the number of rows of all splits together} */
    public int size() {
        return targets.length;
    }
}
