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

/** The process that trains a scheme once, in a cold JVM, and measures its error on held-out rows. */
final class FitWorker {
    static final String RMSE = "rmse";

    private FitWorker() {}

    /**
     * Prints the seconds of {@code buildClassifier} and the RMSE on the held-out rows.
     *
     * @param arguments the name of the scheme, the number of training rows, of held-out rows and of inputs, and options
     *     of the scheme
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
        new ZeroR().getCapabilities(); // the first scheme starts Weka's package manager
        System.gc(); // collect what creating the data left behind
        long start = System.nanoTime();
        scheme.buildClassifier(rows);
        Readings.print(Readings.SECONDS, (System.nanoTime() - start) / 1e9);
        double sum = 0;
        for (Instance row : task.instances(train, all)) {
            double error = scheme.classifyInstance(row) - row.classValue();
            sum += error * error;
        }
        Readings.print(RMSE, Math.sqrt(sum / (all - train)));
        System.exit(0); // MLPRegressor leaves threads running
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
