package weka.classifiers.functions.boundedmlp.nn.backprop;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;

/**
 * The watch over rows that are stuck: predicted at a bound although their target lies on the inner side of it. The
 * exact mask gives them no gradient, so they could stay there for good. A row that was stuck in the epoch before gets
 * the gradient of {@link GradientPolicy#TOWARDS} until it lives again.
 */
public final class StuckRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final boolean[] stuck;

    private long rescues;

    /**
     * Begins to watch rows, none of which is stuck yet.
     *
     * @param rows the number of rows
     */
    public StuckRows(int rows) {
        stuck = new boolean[rows];
    }

    /** {@return whether a row was stuck when it was last seen, and gets the gradient that brings it back} */
    boolean contains(int row) {
        return stuck[row];
    }

    /** Notes whether a row is stuck; to be called once an epoch. */
    void see(int row, boolean isStuck) {
        if (stuck[row] && !isStuck) {
            rescues++;
        }
        stuck[row] = isStuck;
    }

    /** {@return how often a row was brought back to life} */
    public long rescues() {
        return rescues;
    }
}
