package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The result of a learner on one fold.
 *
 * @param trainingRows the number of training rows
 * @param testRows the number of test rows
 * @param weight the sum of the weights of the predicted test rows; the errors are weighted means
 * @param rmse root mean squared error
 * @param mae mean absolute error
 * @param priorRmse root mean squared error of predicting the mean of the training rows
 * @param unpredicted the number of test rows without a prediction, which the errors ignore
 * @param violations the number of predictions beyond the bounds
 * @param violationSum the sum of their distances to the bounds, in units of the class
 * @param violationMax the largest of these distances, 0 if there is none
 * @param trainSeconds the seconds of training
 * @param predictSeconds the seconds of predicting the test rows
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

    /** The cells of a CSV line in the order of {@link #COLUMNS}, with all digits. */
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

    /** Reads what {@link #cells} wrote. */
    static FoldResult of(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalArgumentException(
                    "There are " + cells.size() + " cells instead of " + COLUMNS.size() + ".");
        }
        double[] v = IntStream.range(0, cells.size())
                .mapToDouble(i -> Double.parseDouble(cells.get(i)))
                .toArray();
        return new FoldResult(
                (int) v[0], (int) v[1], v[2], v[3], v[4], v[5], (int) v[6], (int) v[7], v[8], v[9], v[10], v[11]);
    }
}
