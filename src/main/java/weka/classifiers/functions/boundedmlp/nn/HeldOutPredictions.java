package weka.classifiers.functions.boundedmlp.nn;

/**
 * The rows held out for early stopping, as predicted by networks that were not trained on them: those kept at the best
 * epoch, the untrained ones where it is 0. All arrays have one entry for each row of each split, and none if no rows
 * were held out.
 *
 * @param predictions what the networks predict, in standard units, within the bounds; not a copy
 * @param finalPredictions what the final network, which may have been trained on them, predicts; not a copy
 * @param targets the true values, in standard units; not a copy
 * @param weights the weights of the rows, relative to each other; not a copy
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor printed
public record HeldOutPredictions(double[] predictions, double[] finalPredictions, double[] targets, double[] weights) {

    public static final HeldOutPredictions NONE = ofSize(0);

    /** {@return a number of rows whose values are all 0} */
    public static HeldOutPredictions ofSize(int rows) {
        return new HeldOutPredictions(new double[rows], new double[rows], new double[rows], new double[rows]);
    }

    /** {@return the number of rows of all splits together} */
    public int size() {
        return targets.length;
    }
}
