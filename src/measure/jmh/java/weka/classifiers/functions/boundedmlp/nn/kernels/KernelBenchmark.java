package weka.classifiers.functions.boundedmlp.nn.kernels;

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

/**
 * {@link Kernels#addProducts}, the kernel of the forward and the backward pass, with 4 targets and 64 sources of h
 * values: 512 h floating point operations. In the forward pass the sources are weights, in the backward pass masks of
 * zeros and ones.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class KernelBenchmark {
    private static final int SOURCES = 64;
    private static final int TARGETS = 4;

    /** The number of hidden units. */
    @Param({"20", "64", "128", "512"})
    private int h;

    private float[][] targets = {};
    private float[][] weights = {};
    private float[][] masks = {};
    private float[][] factors = {};

    /** Draws the values. */
    @Setup
    public void draw() {
        Random random = new Random(1);
        targets = new float[TARGETS][h];
        weights = new float[SOURCES][h];
        masks = new float[SOURCES][h];
        factors = new float[SOURCES][TARGETS];
        for (int source = 0; source < SOURCES; source++) {
            for (int j = 0; j < h; j++) {
                weights[source][j] = (float) random.nextGaussian();
                masks[source][j] = random.nextInt(2);
            }
            for (int target = 0; target < TARGETS; target++) {
                factors[source][target] = (float) random.nextGaussian();
            }
        }
    }

    /** {@return the net inputs z1 of four rows} */
    @Benchmark
    public float[][] forward() {
        return addAll(weights);
    }

    /** {@return the gradients of four inputs' weights} */
    @Benchmark
    public float[][] backward() {
        return addAll(masks);
    }

    private float[][] addAll(float[][] sources) {
        for (int s = 0; s < SOURCES; s += 2) {
            float[] a = factors[s];
            float[] b = factors[s + 1];
            Kernels.addProducts(
                    targets[0],
                    targets[1],
                    targets[2],
                    targets[3],
                    sources[s],
                    sources[s + 1],
                    a[0],
                    a[1],
                    a[2],
                    a[3],
                    b[0],
                    b[1],
                    b[2],
                    b[3]);
        }
        return targets;
    }
}
