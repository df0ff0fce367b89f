package weka.classifiers.functions.boundedmlp.nn.output;

import weka.classifiers.functions.boundedmlp.nn.backprop.ReferenceNetwork;

/** A second, independent version of the formulas of the output activations, for the {@link ReferenceNetwork}. */
public final class ReferenceOutput {

    private ReferenceOutput() {}

    public static double forward(OutputActivation output, double z) {
        double lower = output.bounds().lower();
        double upper = output.bounds().upper();
        if (output instanceof ClampOutput) {
            return z < lower ? lower : z > upper ? upper : z;
        }
        if (output instanceof SigmoidOutput) {
            return lower + (upper - lower) * sigmoidShare(lower, upper, z);
        }
        return Double.isInfinite(upper)
                ? lower + Math.log(1 + Math.exp(z - lower))
                : upper - Math.log(1 + Math.exp(upper - z));
    }

    public static double backward(OutputActivation output, double z, double dcost) {
        double lower = output.bounds().lower();
        double upper = output.bounds().upper();
        if (output instanceof ClampOutput clamp) {
            if (z > lower && z < upper) {
                return dcost;
            }
            return switch (clamp.policy()) {
                case MASKED -> 0;
                case TOWARDS -> (z <= lower && dcost < 0) || (z >= upper && dcost > 0) ? dcost : 0;
                case LEAKY -> clamp.leak() * dcost;
            };
        }
        if (output instanceof SigmoidOutput) {
            double share = sigmoidShare(lower, upper, z);
            return (upper - lower) / sigmoidScale(lower, upper) * share * (1 - share) * dcost;
        }
        double beyond = Double.isInfinite(upper) ? Math.exp(z - lower) : Math.exp(upper - z);
        return beyond / (1 + beyond) * dcost;
    }

    private static double sigmoidShare(double lower, double upper, double z) {
        double start = sigmoidStart(lower, upper);
        double odds = (upper - start) / (start - lower);
        return 1 / (1 + odds * Math.exp((start - z) / sigmoidScale(lower, upper)));
    }

    private static double sigmoidScale(double lower, double upper) {
        double start = sigmoidStart(lower, upper);
        return Math.max(1 / (1 / (upper - start) + 1 / (start - lower)), Math.min(1, (upper - lower) / 4));
    }

    private static double sigmoidStart(double lower, double upper) {
        double margin = Math.min(1e-3, (upper - lower) / 4);
        return lower > -margin ? lower + margin : upper < margin ? upper - margin : 0;
    }
}
