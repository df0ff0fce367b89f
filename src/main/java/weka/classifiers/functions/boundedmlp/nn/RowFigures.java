package weka.classifiers.functions.boundedmlp.nn;

import java.io.Serializable;

/**
 * The loss of some rows, and how many of them lie at the bounds.
 *
 * @param rows the number of rows
 * @param lossSum the sum of weight times loss over them, without the penalty
 * @param inside how many targets lie strictly between the bounds
 * @param clamped how many predictions lie at a bound
 * @param stuck how many rows are predicted at a bound although their target lies between the bounds: the exact mask
 *     gives them no gradient
 * @param opposite how many rows are predicted at one bound while their target lies at or beyond the other; they get no
 *     gradient either
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
     * {@return whether the exact mask leaves no gradient although there is something to learn: every row with a target
     * between the bounds is stuck or, if there is no such row, every prediction lies at a bound and some lie at the
     * wrong one}
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
