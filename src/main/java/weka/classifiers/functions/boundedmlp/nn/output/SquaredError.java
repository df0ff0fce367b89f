package weka.classifiers.functions.boundedmlp.nn.output;

/** Half the squared error, {@code (prediction - target)^2 / 2}, the loss of one row before its weight. */
public final class SquaredError {

    private SquaredError() {}

    /** The loss of a row. */
    public static double value(double prediction, double target) {
        double error = prediction - target;
        return error * error / 2;
    }

    /** The derivative of {@link #value} with respect to the prediction. */
    public static double derivative(double prediction, double target) {
        return prediction - target;
    }
}
