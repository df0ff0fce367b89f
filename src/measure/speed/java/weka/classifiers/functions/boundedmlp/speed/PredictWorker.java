package weka.classifiers.functions.boundedmlp.speed;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The process that times predictions of single instances. The network is hardly trained, because that does not change
 * the time of a prediction.
 */
final class PredictWorker {
    static final String BYTES = "bytes";

    private static final int ROWS = 500;

    private PredictWorker() {}

    /**
     * Prints the seconds and the allocated bytes of a prediction.
     *
     * @param arguments the name of the scheme, the number of values of each attribute (0 for numeric ones), the number
     *     of attributes, the number of hidden units, and the seconds of the warm-up and again of the measurement
     */
    public static void main(String[] arguments) throws Exception {
        int d = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[4]);
        Instances data =
                new SyntheticTask(ROWS, d, Harness.DATA_SEED).instances(0, ROWS, Integer.parseInt(arguments[1]));
        Classifier scheme = trained(arguments[0], data, Integer.parseInt(arguments[3]));
        measure(scheme, data, seconds);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        List<Double> times = measure(scheme, data, seconds);
        long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
        Readings.print(Readings.SECONDS, Statistics.median(times));
        Readings.print(BYTES, (double) bytes / times.size() / ROWS);
        System.exit(0); // MLPRegressor leaves threads running
    }

    private static Classifier trained(String name, Instances data, int h) throws Exception {
        switch (name) {
            case Schemes.MULTILAYER_PERCEPTRON -> {
                MultilayerPerceptron network = new MultilayerPerceptron();
                network.setHiddenLayers(Integer.toString(h));
                network.setTrainingTime(1);
                network.buildClassifier(data);
                return network;
            }
            case Schemes.MLP_REGRESSOR -> {
                return GradientTimer.hardlyTrained(data, h);
            }
            case Schemes.OURS -> {
                BoundedMLPRegressor network = new BoundedMLPRegressor();
                network.setHiddenSize(h);
                network.setMaxEpochs(2);
                network.buildClassifier(data);
                return network;
            }
            default -> throw new IllegalArgumentException("There is no scheme " + name + ".");
        }
    }

    /** Predicts all rows repeatedly; returns the mean seconds of a prediction for each pass over the rows. */
    private static List<Double> measure(Classifier scheme, Instances data, double seconds) throws Exception {
        List<Double> times = new ArrayList<>();
        double sum = 0;
        long start = System.nanoTime();
        long last = start;
        while (times.isEmpty() || last - start < seconds * 1e9) {
            for (Instance row : data) {
                sum += scheme.classifyInstance(row);
            }
            long now = System.nanoTime();
            times.add((now - last) / 1e9 / data.size());
            last = now;
        }
        if (Double.isNaN(sum)) { // never true, but HotSpot must not remove the unused predictions
            throw new IllegalStateException("A prediction was not a number.");
        }
        return times;
    }
}
