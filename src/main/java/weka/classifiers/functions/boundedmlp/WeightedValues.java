package weka.classifiers.functions.boundedmlp;

import java.util.Arrays;
import java.util.stream.IntStream;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.classifiers.functions.boundedmlp.nn.SortedRows;

/** The known values of a column in ascending order, with their weights, to tell quantiles from. */
final class WeightedValues {

    private final double[] values;
    private final double[] weights;
    private final double totalWeight;

    /**
     * Sorts.
     *
     * @param column finite values, at least one, and NaN for missing ones
     * @param columnWeights their weights, above 0
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    WeightedValues(double[] column, double[] columnWeights) throws InterruptedException {
        int[] known = IntStream.range(0, column.length)
                .filter(i -> !Double.isNaN(column[i]))
                .toArray();
        int[] order = SortedRows.byValue(known, column);
        values = new double[order.length];
        weights = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            Interruption.check();
            values[i] = column[order[i]];
            weights[i] = columnWeights[order[i]];
        }
        totalWeight = Arrays.stream(weights).sum();
    }

    /** The smallest value. */
    double smallest() {
        return values[0];
    }

    /** The largest value. */
    double largest() {
        return values[values.length - 1];
    }

    /** The first value, from the smallest on, up to which more than a share in [0, 1) of the weights lies. */
    double aboveShare(double share) {
        int i = 0;
        for (double sum = weights[i]; sum <= share * totalWeight; sum += weights[i]) {
            i++;
        }
        return values[i];
    }

    /** The first value, from the largest down, up to which more than a share in [0, 1) of the weights lies. */
    double belowShare(double share) {
        int i = values.length - 1;
        for (double sum = weights[i]; sum <= share * totalWeight; sum += weights[i]) {
            i--;
        }
        return values[i];
    }
}
