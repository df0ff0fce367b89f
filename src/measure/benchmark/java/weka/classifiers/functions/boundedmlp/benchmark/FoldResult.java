package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a learner did on one fold.
 *
 * @param trainingRows the rows it was trained on
 * @param testRows the rows it predicted
 * @param weight the sum of the instance weights that the errors are means over
 * @param rmse root mean squared error
 * @param mae mean absolute error
 * @param priorRmse root mean squared error of the training rows' mean
 * @param unpredicted rows that got no prediction; no error counts them
 * @param violations predictions beyond the bounds
 * @param violationSum how far these lie beyond the bounds, summed up
 * @param violationMax how far the worst lies beyond them
 * @param trainSeconds how long training took
 * @param predictSeconds how long predicting took
 */
record FoldResult(
        int trainingRows,
        int testRows,
        double weight,
        double rmse,
        double mae,
        double priorRmse,
        int unpredicted,
        int violations,
        double violationSum,
        double violationMax,
        double trainSeconds,
        double predictSeconds) {

    static final List<String> COLUMNS = List.of(
            "Number_of_training_instances",
            "Number_of_testing_instances",
            "Weight_of_testing_instances",
            "Root_mean_squared_error",
            "Mean_absolute_error",
            "Root_mean_prior_squared_error",
            "Unpredicted",
            "Bound_violations",
            "Bound_violation_sum",
            "Bound_violation_largest",
            "Elapsed_Time_training",
            "Elapsed_Time_testing");

    /** The cells of a CSV, in the order of {@link #COLUMNS}; every digit counts. */
    List<String> cells() {
        return List.of(
                Integer.toString(trainingRows),
                Integer.toString(testRows),
                Double.toString(weight),
                Double.toString(rmse),
                Double.toString(mae),
                Double.toString(priorRmse),
                Integer.toString(unpredicted),
                Integer.toString(violations),
                Double.toString(violationSum),
                Double.toString(violationMax),
                Double.toString(trainSeconds),
                Double.toString(predictSeconds));
    }

    /** What {@link #cells} wrote. */
    static FoldResult of(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("There are " + cells.size() + " cells.");
        }
        double[] v = IntStream.range(0, cells.size())
                .mapToDouble(i -> Double.parseDouble(cells.get(i)))
                .toArray();
        return new FoldResult(
                (int) v[0], (int) v[1], v[2], v[3], v[4], v[5], (int) v[6], (int) v[7], v[8], v[9], v[10], v[11]);
    }
}
