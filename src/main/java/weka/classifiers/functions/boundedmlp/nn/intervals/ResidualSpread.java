package weka.classifiers.functions.boundedmlp.nn.intervals;

import java.io.Serializable;
import java.util.Arrays;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.rows.RowOrder;

/**
 * How far targets usually lie from their prediction, as a function of the prediction: above a bound, large values
 * scatter more than small ones. Held-out rows, sorted by prediction, are cut into groups, and the mean absolute
 * residuals of the groups are interpolated. Half the mean of all rows is added, so that a few residuals that are small
 * by chance do not promise too much.
 */
final class ResidualSpread implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_GROUPS = 10;

    /** The minimum number of rows of a group, enough for a mean. */
    private static final int LEAST_ROWS = 20;

    /**
     * With a quarter, intervals of level 99 % were wider, because single rows decide there; with the whole mean, those
     * of 90 and 95 %.
     */
    private static final double SHARE_OF_ALL = 0.5;

    /** In standard units: smaller residuals are rounding errors. */
    private static final double NOTHING = 1e-30;

    /** In standard units: values further out would overflow sums. */
    private static final double FURTHEST = 1e100;

    /** The mean predictions of the groups, in ascending order. */
    private final double[] centers;

    private final double[] spreads;

    private ResidualSpread(double[] centers, double[] spreads) {
        this.centers = centers;
        this.spreads = spreads;
    }

    /**
     * {@return the spread of the residuals of the rows for which {@link #tells} is true; 1 everywhere if there are no
     * such rows or all residuals are 0}
     *
     * @param rows the rows, of which the predictions and the weights are used
     * @param residuals the absolute residual of each
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static ResidualSpread of(HeldOutPredictions rows, double[] residuals) throws InterruptedException {
        int[] order = RowOrder.byValue(rows.predictions());
        int telling = 0;
        for (int row : order) {
            if (tells(rows.predictions()[row], residuals[row])) {
                order[telling++] = row;
            }
        }
        order = Arrays.copyOf(order, telling);
        double[] predictions = RowOrder.inOrder(rows.predictions(), order);
        double[] sortedResiduals = RowOrder.inOrder(residuals, order);
        double[] weights = RowOrder.inOrder(rows.weights(), order);
        double all = mean(sortedResiduals, weights, 0, order.length);
        if (!(all >= NOTHING)) {
            return new ResidualSpread(new double[] {0}, new double[] {1});
        }
        int[] starts = groupStarts(predictions);
        double[] centers = new double[starts.length];
        double[] spreads = new double[starts.length];
        for (int group = 0; group < starts.length; group++) {
            int from = starts[group];
            int to = group + 1 < starts.length ? starts[group + 1] : order.length;
            centers[group] = mean(predictions, weights, from, to);
            spreads[group] = mean(sortedResiduals, weights, from, to) + SHARE_OF_ALL * all;
        }
        return new ResidualSpread(centers, spreads);
    }

    /** {@return whether a row is informative: far outside of all bounds a network may predict an infinite value} */
    static boolean tells(double prediction, double residual) {
        return Math.abs(prediction) < FURTHEST && residual < FURTHEST;
    }

    /**
     * Where groups with the same number of distinct predictions start. Equal predictions stay together and count once:
     * if most rows are predicted at the bound, the other rows still make several groups.
     */
    private static int[] groupStarts(double[] predictions) {
        int n = predictions.length;
        long different = 1;
        for (int i = 1; i < n; i++) {
            different += predictions[i] > predictions[i - 1] ? 1 : 0;
        }
        int[] starts = new int[MOST_GROUPS + 1];
        int groups = 1;
        int start = 0;
        int inGroup = 1;
        for (int i = 1; i < n; i++) {
            if (predictions[i] > predictions[i - 1]) {
                boolean full = i - start >= LEAST_ROWS && (long) inGroup * MOST_GROUPS >= different;
                if (full && n - i >= LEAST_ROWS) {
                    starts[groups++] = i;
                    start = i;
                    inGroup = 0;
                }
                inGroup++;
            }
        }
        return Arrays.copyOf(starts, groups);
    }

    private static double mean(double[] values, double[] weights, int from, int to) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += weights[i];
        }
        double mean = 0;
        for (int i = from; i < to; i++) {
            // a whole group may be so light beside other rows that its weights have vanished
            mean += (total > 0 ? weights[i] / total : 1.0 / (to - from)) * values[i];
        }
        return mean;
    }

    /**
     * {@return the spread at a prediction, in standard units, above 0}
     *
     * @param prediction in standard units
     */
    double at(double prediction) {
        int last = centers.length - 1;
        if (prediction <= centers[0]) {
            return spreads[0];
        }
        if (prediction >= centers[last]) {
            return spreads[last];
        }
        int next = 1;
        while (centers[next] <= prediction) {
            next++;
        }
        double share = (prediction - centers[next - 1]) / (centers[next] - centers[next - 1]);
        return (1 - share) * spreads[next - 1] + share * spreads[next];
    }

    /** {@return the smallest spread at any prediction} */
    double smallest() {
        return Arrays.stream(spreads).min().orElseThrow();
    }

    /** {@return the largest spread at any prediction} */
    double largest() {
        return Arrays.stream(spreads).max().orElseThrow();
    }
}
