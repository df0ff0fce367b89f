package weka.classifiers.functions.boundedmlp.nn.intervals;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.rows.RowOrder;

/**
 * Prediction intervals by split conformal prediction (Papadopoulos et al. 2002): the absolute residuals of held-out
 * rows, each divided by the {@link ResidualSpread} at its prediction, are sorted; the residual of a new row is equally
 * likely to fall into any gap between them. So with n rows an interval of level p reaches as far as the ceil((n + 1)
 * p)-th residual, and n rows cannot give a level above n / (n + 1). Weighted rows count by their weights, and all
 * together as many as equally weighted ones that tell as much, the effective sample size of Kish (1965), {@code (sum
 * w)^2 / sum w^2}.
 *
 * <p>The residuals are those of the networks of the search, and the interval lies around the prediction of the final
 * one. Where a network has few different predictions, many rows have the same residual: nine dry days in ten, all
 * predicted as the mean. Then the hair's breadth between two networks decides about all of them at once. So where many
 * rows share their target and their prediction, the distance between both predictions is added to the residual; by the
 * triangle inequality the interval then covers that target.
 *
 * <p>No interval within the bounds covers a target beyond them, so such held-out rows count as never covered.
 */
public final class ConformalIntervals implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Of more scores, only every second, third ... is kept, which makes a level at most 0.001 too high. */
    private static final int MOST_SCORES = 1000;

    /** A tolerance for rounding in the sum of the weights and in levels kept as floats. */
    private static final double ROUNDING = 1e-6;

    /** More rows than this share are many. A few may be copies of each other. */
    private static final double SHARED = 0.01;

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
        boolean[] shared = shared(heldOut, residuals);
        double[] scores = new double[n];
        for (int row = 0; row < n; row++) {
            double target = heldOut.targets()[row];
            double prediction = heldOut.predictions()[row];
            boolean reachable = target == bounds.limit(target) && ResidualSpread.tells(prediction, residuals[row]);
            if (!reachable) {
                scores[row] = Double.POSITIVE_INFINITY;
            } else if (shared[row]) {
                double around = heldOut.finalPredictions()[row];
                scores[row] = (residuals[row] + Math.abs(around - prediction)) / spread.at(around);
            } else {
                scores[row] = residuals[row] / spread.at(prediction);
            }
        }
        return new ConformalIntervals(n, spread, heldOut, scores);
    }

    /** Which rows share their target and their prediction with many others, without being predicted exactly. */
    private static boolean[] shared(HeldOutPredictions heldOut, double[] residuals) throws InterruptedException {
        int n = residuals.length;
        double[] targets = heldOut.targets();
        boolean[] shared = new boolean[n];
        int[] order = RowOrder.byValue(RowOrder.byValue(targets), residuals);
        int first = 0;
        for (int i = 1; i <= n; i++) {
            if (i == n
                    || residuals[order[i]] != residuals[order[first]]
                    || targets[order[i]] != targets[order[first]]) {
                boolean many = i - first > n * SHARED && residuals[order[first]] > 0;
                for (int j = first; many && j < i; j++) {
                    shared[order[j]] = true;
                }
                first = i;
            }
        }
        return shared;
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
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            finite += Double.isFinite(sorted[i]) ? 1 : 0;
            total += weights[i];
            squares += weights[i] * weights[i];
        }
        double effectiveRows = squares > 0 ? total * total / squares : rows;
        double highest = effectiveRows / (effectiveRows + 1);
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
                levels[at] = (float) (share * highest);
            }
        }
        highestLevel = share * highest;
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
