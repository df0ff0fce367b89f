package weka.classifiers.functions.boundedmlp.nn.output;

import java.util.Locale;

/** Which loss is minimised, and how it is told to people. */
public enum LossKind {
    /** {@link SquaredError}: the prediction estimates the mean; told as the root mean squared error. */
    SQUARED("RMSE") {
        @Override
        public Loss of(OutputActivation activation) {
            return new SquaredError(activation);
        }

        @Override
        public double error(double meanLoss, double unit) {
            return Math.sqrt(2 * meanLoss) * unit;
        }
    };

    private final String errorName;

    LossKind(String errorName) {
        this.errorName = errorName;
    }

    /**
     * {@return the loss}
     *
     * @param activation the output activation, in standard units
     */
    public abstract Loss of(OutputActivation activation);

    /** {@return the name of {@link #error}, as people know it} */
    public String errorName() {
        return errorName;
    }

    /**
     * {@return the mean loss of some rows as people read it, in the units of the target}
     *
     * @param meanLoss the mean loss per row, in standard units
     * @param unit the number of the target's units that standard units call 1
     */
    public abstract double error(double meanLoss, double unit);

    /** {@return the name as users write it, in lower case} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
