package weka.classifiers.functions.boundedmlp.nn.output;

/**
 * Half the squared error, {@code (f(z) - target)^2 / 2}. Its derivative with respect to {@code z} is {@code f'(z) (f(z)
 * - target)}, where the activation decides what {@code f'} is at the bounds and beyond them. The best constant is the
 * weighted mean of the targets, each first limited to the bounds.
 *
 * @param activation the output activation f
 */
public record SquaredError(OutputActivation activation) implements Loss {

    private static final long serialVersionUID = 1L;

    @Override
    public double value(double z, double prediction, double target) {
        double error = prediction - target;
        return error * error / 2;
    }

    @Override
    public double derivative(double z, double prediction, double target, double weight, int rows) {
        return activation.backward(z, weight * (prediction - target) / rows);
    }

    @Override
    public double bestConstant(double[] targets, double[] weights) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            sum += weights[i] * activation.bounds().limit(targets[i]);
        }
        return activation.inverse(sum / targets.length);
    }

    @Override
    public Loss withPolicy(GradientPolicy policy) {
        return new SquaredError(activation.withPolicy(policy));
    }
}
