package weka.classifiers.functions.boundedmlp.nn;

import java.io.Serializable;

/**
 * What a forward pass over some rows found.
 *
 * @param rows the number of rows
 * @param lossSum the sum of weight times loss over them, without the penalty
 * @param inside how many targets lie strictly between the bounds
 * @param clamped how many predictions lie at a bound
 * @param stuck how many rows are both: clamped with their target inside, so that the exact mask hides them from learning
 * @param opposite how many predictions lie at a bound while their targets lie at or beyond the other, which hides them too
 */
public record RowFigures(int rows, double lossSum, int inside, int clamped, int stuck, int opposite)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final RowFigures NOTHING = new RowFigures(0, 0, 0, 0, 0, 0);

    /** {@return the mean loss per row} */
    public double meanLoss() {
        return lossSum / rows;
    }

    /**
     * {@return whether the exact mask has nothing to learn from, though there is something to learn: every target between the
     * bounds is stuck, or, if there is none, every prediction lies at a bound and some at the wrong one}
     */
    public boolean dead() {
        return inside > 0 ? stuck == inside : clamped == rows && opposite > 0;
    }

    /** {@return the figures of both sets of rows together} */
    public RowFigures plus(RowFigures other) {
        return new RowFigures(
                rows + other.rows,
                lossSum + other.lossSum,
                inside + other.inside,
                clamped + other.clamped,
                stuck + other.stuck,
                opposite + other.opposite);
    }
}
