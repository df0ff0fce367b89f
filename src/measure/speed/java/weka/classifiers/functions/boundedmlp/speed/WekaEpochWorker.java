package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.Instances;

/**
 * The process that times Weka's networks: an epoch of MultilayerPerceptron, or a gradient of MLPRegressor over all
 * rows, including its regularisation.
 */
final class WekaEpochWorker {
    private static final int FEWEST_EPOCHS = 2;
    private static final double LEARNING_RATE = 0.001;

    private WekaEpochWorker() {}

    /**
     * Prints the seconds of an epoch or a gradient.
     *
     * @param arguments the name of the network, the shape, and the seconds of the warm-up and again of the measurement
     */
    public static void main(String[] arguments) throws Exception {
        Shape shape = Shape.of(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        Instances data = new SyntheticTask(shape.n(), shape.d(), Harness.DATA_SEED).instances(0, shape.n());
        double measured = arguments[0].equals(Schemes.MULTILAYER_PERCEPTRON)
                ? epoch(data, shape.h(), seconds)
                : Statistics.median(GradientTimer.time(data, shape.h(), seconds));
        Readings.print(Readings.SECONDS, measured);
        System.exit(0); // MLPRegressor leaves threads running
    }

    private static double epoch(Instances data, int h, double seconds) throws Exception {
        MultilayerPerceptron network = new MultilayerPerceptron();
        network.setHiddenLayers(Integer.toString(h));
        network.setTrainingTime(Integer.MAX_VALUE);
        // at the default of 0.3 wide networks diverge, and training would restart within an epoch
        network.setLearningRate(LEARNING_RATE);
        network.setReset(false);
        network.initializeClassifier(data);
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        long last = start;
        long warm = Long.MAX_VALUE;
        while (times.size() < FEWEST_EPOCHS || last - warm < seconds * 1e9) {
            network.next();
            long now = System.nanoTime();
            if (warm < Long.MAX_VALUE) {
                times.add((now - last) / 1e9);
            } else if (now - start >= seconds * 1e9) {
                warm = now;
            }
            last = now;
        }
        return Statistics.median(times);
    }
}
