package weka.classifiers.functions.boundedmlp.nn.training;

import java.util.Arrays;
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
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** A training epoch, {@link MiniBatchTrainer#trainEpoch}, at the sizes of the speed comparison. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class EpochBenchmark {
    /** The numbers of rows, inputs and hidden units. */
    @Param({"1000x10x20", "20000x20x64", "100000x50x128", "50000x200x512"})
    private String shape = "";

    /** The number of rows in a mini-batch. */
    @Param({"32", "200"})
    private int batchSize;

    @SuppressWarnings("NullAway.Init") // JMH calls prepare() first
    private MiniBatchTrainer trainer;

    /** Draws rows, some of them with the target at the bound. */
    @Setup
    public void prepare() throws InterruptedException {
        int[] sizes =
                Arrays.stream(shape.split("x", -1)).mapToInt(Integer::parseInt).toArray();
        Random random = new Random(1);
        float[][] inputs = new float[sizes[0]][sizes[1]];
        double[] targets = new double[sizes[0]];
        double[] weights = new double[sizes[0]];
        Arrays.fill(weights, 1);
        for (int i = 0; i < inputs.length; i++) {
            for (int k = 0; k < inputs[i].length; k++) {
                inputs[i][k] = (float) random.nextGaussian();
            }
            targets[i] = Math.max(-0.5, inputs[i][0] + inputs[i][1] * inputs[i][2]);
        }
        Hyperparameters settings =
                new Hyperparameters().lowerBound(-0.5).hiddenSize(sizes[2]).miniBatchSize(batchSize);
        Samples samples = new Samples(inputs, targets, weights, sizes[1]);
        trainer = new MiniBatchTrainer(
                new LearningTask(samples, settings, settings.loss(0, 1)), samples.largestInput(), settings.seed());
    }

    /** {@return the figures of the rows} */
    @Benchmark
    public RowFigures epoch() throws InterruptedException, DivergenceException {
        return trainer.trainEpoch();
    }
}
