package weka.classifiers.functions.boundedmlp.nn;

import java.io.Serializable;

/**
 * What a forward pass over some rows found.
 *
 * @param rows the number of rows
 * @param lossSum the sum of weight times loss over them, without the penalty
 * @param clamped how many predictions lie at a bound
 * @param stuck how many of those have a target strictly between the bounds
 */
public record BatchResult(int rows, double lossSum, int clamped, int stuck) implements Serializable {

    private static final long serialVersionUID = 1L;

    static final BatchResult NOTHING = new BatchResult(0, 0, 0, 0);

    /** {@return the mean loss per row} */
    public double meanLoss() {
        return lossSum / rows;
    }

    /** {@return the figures of both sets of rows together} */
    BatchResult plus(BatchResult other) {
        return new BatchResult(
                rows + other.rows, lossSum + other.lossSum, clamped + other.clamped, stuck + other.stuck);
    }
}
