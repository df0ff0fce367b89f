package weka.classifiers.functions.boundedmlp.nn;

/** Half the squared error, {@code (prediction - target)^2 / 2}, the loss of one row before its weight. */
final class Loss {

    private Loss() {}

    /** The loss of a row. */
    static double value(double prediction, double target) {
        double error = prediction - target;
        return error * error / 2;
    }

    /** The derivative of {@link #value} with respect to the prediction. */
    static double derivative(double prediction, double target) {
        return prediction - target;
    }
}
