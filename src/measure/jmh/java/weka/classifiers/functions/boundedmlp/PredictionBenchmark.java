package weka.classifiers.functions.boundedmlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * A prediction from an Instance. {@code -Djmh.args="Prediction -prof gc"} also measures the bytes that it allocates.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PredictionBenchmark {
    private static final int ROWS = 500;

    /** The number of attributes besides the class. */
    @Param({"10", "50"})
    private int attributes;

    /** Whether they are nominal with five values each, instead of numeric. */
    @Param({"false", "true"})
    private boolean nominal;

    private final BoundedMLPRegressor regressor = new BoundedMLPRegressor();
    private Instances data = new Instances("data", new ArrayList<>(), 0);
    private int next;

    /** Trains for an epoch, with the default number of hidden units. */
    @Setup
    public void train() throws Exception {
        ArrayList<Attribute> columns = new ArrayList<>();
        for (int k = 0; k < attributes; k++) {
            columns.add(nominal ? new Attribute("x" + k, List.of("a", "b", "c", "d", "e")) : new Attribute("x" + k));
        }
        columns.add(new Attribute("y"));
        data = new Instances("data", columns, ROWS);
        data.setClassIndex(attributes);
        Random random = new Random(1);
        for (int i = 0; i < ROWS; i++) {
            double[] values = new double[attributes + 1];
            for (int k = 0; k < attributes; k++) {
                values[k] = nominal ? random.nextInt(5) : random.nextGaussian();
            }
            values[attributes] = Math.max(0, values[0] + values[1]);
            data.add(new DenseInstance(1, values));
        }
        regressor.setMaxEpochs(1);
        regressor.setValidationSetSize(0);
        regressor.buildClassifier(data);
    }

    /** {@return the prediction of the next row} */
    @Benchmark
    public double predict() {
        next = (next + 1) % ROWS;
        return regressor.classifyInstance(data.instance(next));
    }
}
