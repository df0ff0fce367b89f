package weka.classifiers.functions.boundedmlp.nn.intervals;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.rows.RowOrder;

/**
 * Prediction intervals by split conformal prediction (Papadopoulos et al. 2002): the absolute residuals of held-out
 * rows, each divided by the {@link ResidualSpread} at its prediction, are sorted; the residual of a new row is equally
 * likely to fall into any gap between them. So with n rows an interval of level p reaches as far as the ceil((n + 1)
 * p)-th residual, and n rows cannot give a level above n / (n + 1). Rows count by their weights relative to the mean
 * weight.
 *
 * <p>No interval within the bounds covers a target beyond them, so such held-out rows count as never covered.
 */
public final class ConformalIntervals implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Of more scores, only every second, third ... is kept, which makes a level at most 0.001 too high. */
    private static final int MOST_SCORES = 1000;

    /** A tolerance for rounding in the sum of the weights and in levels kept as floats. */
    private static final double ROUNDING = 1e-6;

    private final int rows;
    private final int rowsBeyondBounds;
    private final ResidualSpread spread;
    /** Residuals divided by their spread, in ascending order. */
    private final float[] scores;
    /** For each score, the level of an interval that reaches that far. */
    private final float[] levels;

    private final double highestLevel;

    /**
     * {@return intervals from the residuals of held-out rows}
     *
     * @param heldOut the rows; without any, no level is available
     * @param bounds the bounds that the ends of intervals will be limited to, in standard units
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static ConformalIntervals of(HeldOutPredictions heldOut, Bounds bounds) throws InterruptedException {
        int n = heldOut.size();
        double[] residuals = new double[n];
        for (int row = 0; row < n; row++) {
            residuals[row] = Math.abs(bounds.limit(heldOut.targets()[row]) - heldOut.predictions()[row]);
        }
        ResidualSpread spread = ResidualSpread.of(heldOut, residuals);
        double[] scores = new double[n];
        for (int row = 0; row < n; row++) {
            double target = heldOut.targets()[row];
            double prediction = heldOut.predictions()[row];
            boolean reachable = target == bounds.limit(target) && ResidualSpread.tells(prediction, residuals[row]);
            scores[row] = reachable ? residuals[row] / spread.at(prediction) : Double.POSITIVE_INFINITY;
        }
        return new ConformalIntervals(n, spread, heldOut, scores);
    }

    private ConformalIntervals(int rows, ResidualSpread spread, HeldOutPredictions heldOut, double[] all)
            throws InterruptedException {
        this.rows = rows;
        this.spread = spread;
        int[] order = RowOrder.byValue(all);
        double[] sorted = RowOrder.inOrder(all, order);
        double[] weights = RowOrder.inOrder(heldOut.weights(), order);
        int finite = 0;
        double total = 0;
        for (int i = 0; i < rows; i++) {
            finite += Double.isFinite(sorted[i]) ? 1 : 0;
            total += weights[i];
        }
        rowsBeyondBounds = rows - finite;
        int step = Math.max(1, (finite + MOST_SCORES - 1) / MOST_SCORES);
        int kept = (finite + step - 1) / step;
        scores = new float[kept];
        levels = new float[kept];
        double share = 0;
        for (int i = 0; i < finite; i++) {
            share += weights[i] / total;
            int before = finite - 1 - i;
            if (before % step == 0) {
                int at = kept - 1 - before / step;
                scores[at] = above(sorted[i]);
                levels[at] = (float) (share * rows / (rows + 1));
            }
        }
        highestLevel = share * rows / (rows + 1);
    }

    /** The next larger float, so that rounding excludes no target at the very end; 0 stays 0. */
    private static float above(double score) {
        return score == 0 ? 0 : Math.nextUp((float) score);
    }

    /**
     * {@return how far the interval around a prediction reaches to either side, in standard units; infinite if the rows
     * are too few for the level}
     *
     * @param prediction in standard units
     * @param level the share of targets that are to lie in their interval, between 0 and 1
     */
    public double reach(double prediction, double level) {
        return score(level) * spread.at(prediction);
    }

    /**
     * {@return the smallest reach at any prediction, in standard units}
     *
     * @param level as for {@link #reach}
     */
    public double smallestReach(double level) {
        return score(level) * spread.smallest();
    }

    /**
     * {@return the largest reach at any prediction, in standard units}
     *
     * @param level as for {@link #reach}
     */
    public double largestReach(double level) {
        return score(level) * spread.largest();
    }

    private double score(double level) {
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] >= level - ROUNDING) {
                return scores[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** {@return the highest level that the rows allow; 0 if none} */
    public double highestLevel() {
        return highestLevel;
    }

    /** {@return the number of held-out rows} */
    public int rows() {
        return rows;
    }

    /** {@return how many of them have a target beyond the bounds} */
    public int rowsBeyondBounds() {
        return rowsBeyondBounds;
    }
}
