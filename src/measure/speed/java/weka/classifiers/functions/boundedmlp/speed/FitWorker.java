package weka.classifiers.functions.boundedmlp.speed;

import java.util.Arrays;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.MLPRegressor;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.classifiers.rules.ZeroR;
import weka.core.Instance;
import weka.core.Instances;

/** A process that trains a scheme once, cold, and sees how well it predicts rows that it has not seen. */
final class FitWorker {
    static final String RMSE = "rmse";

    private FitWorker() {}

    /**
     * Prints the seconds of {@code buildClassifier} and the root mean squared error.
     *
     * @param arguments the name of the scheme, how many rows to train on and how many to test on, the number of inputs, and
     *     options of the scheme
     */
    public static void main(String[] arguments) throws Exception {
        int train = Integer.parseInt(arguments[1]);
        int all = train + Integer.parseInt(arguments[2]);
        SyntheticTask task = new SyntheticTask(all, Integer.parseInt(arguments[3]), Harness.DATA_SEED);
        Instances rows = task.instances(0, train);
        Classifier scheme = scheme(arguments[0]);
        if (arguments.length > 4) {
            ((AbstractClassifier) scheme).setOptions(Arrays.copyOfRange(arguments, 4, arguments.length));
        }
        new ZeroR().getCapabilities(); // the first one starts Weka's package manager
        System.gc(); // what loading the data left behind
        long start = System.nanoTime();
        scheme.buildClassifier(rows);
        Readings.print(Readings.SECONDS, (System.nanoTime() - start) / 1e9);
        double sum = 0;
        for (Instance row : task.instances(train, all)) {
            double error = scheme.classifyInstance(row) - row.classValue();
            sum += error * error;
        }
        Readings.print(RMSE, Math.sqrt(sum / (all - train)));
        System.exit(0); // MLPRegressor leaves threads
    }

    private static Classifier scheme(String name) {
        return switch (name) {
            case Schemes.OURS -> new BoundedMLPRegressor();
            case Schemes.MULTILAYER_PERCEPTRON -> new MultilayerPerceptron();
            case Schemes.MLP_REGRESSOR -> new MLPRegressor();
            default -> throw new IllegalArgumentException("There is no scheme " + name + ".");
        };
    }
}
