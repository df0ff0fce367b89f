package weka.classifiers.functions.boundedmlp.speed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * A regression task with a lower bound of 0 for the target, the same for every learner:
 *
 * <pre>
 * u_k   uniform in [0, 1), k = 1 to d
 * x_k = sqrt(12) (u_k - 1/2)                                      the inputs, of mean 0 and variance 1
 * f   = 10 sin(pi u_1 u_2) + 20 (u_3 - 1/2)^2 + 10 u_4 + 5 u_5    Friedman's first function (1991)
 * y   = max(0, (f - 11) / 5 + e / 5), e standard normal           the target
 * </pre>
 *
 * A quarter of the targets are 0, their mean and standard deviation are near 1, and no learner reaches an RMSE much
 * below 0.2. All values are floats.
 */
public final class SyntheticTask {
    /** The number of inputs on which the target depends. */
    static final int RELEVANT = 5;

    private static final double FLOOR = 11;
    private static final double UNIT = 5;

    private final float[][] inputs;
    private final float[] targets;

    /**
     * Draws rows.
     *
     * @param n the number of rows
     * @param d the number of inputs, at least 5
     * @param seed the seed of the random numbers; more rows with the same seed begin with the same rows
     */
    public SyntheticTask(int n, int d, long seed) {
        Random random = new Random(seed);
        inputs = new float[n][d];
        targets = new float[n];
        double[] u = new double[d];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                u[k] = random.nextFloat();
                inputs[i][k] = (float) (Math.sqrt(12) * (u[k] - 0.5));
            }
            targets[i] = (float) Math.max(0, (friedman(u) - FLOOR + random.nextGaussian()) / UNIT);
        }
    }

    private static double friedman(double[] u) {
        double curve = u[2] - 0.5;
        return 10 * StrictMath.sin(Math.PI * u[0] * u[1]) + 20 * curve * curve + 10 * u[3] + 5 * u[4];
    }

    /** {@return the inputs, n rows of d values; not a copy} */
    public float[][] inputs() {
        return inputs;
    }

    /** {@return the targets, n values of at least 0; not a copy} */
    public float[] targets() {
        return targets;
    }

    /**
     * {@return some of the rows for Weka, with the target as the last attribute and the class}
     *
     * @param from the first row
     * @param to the row after the last
     */
    Instances instances(int from, int to) {
        return instances(from, to, 0);
    }

    /**
     * {@return some of the rows for Weka, with the target as the last attribute and the class}
     *
     * @param from the first row
     * @param to the row after the last
     * @param levels 0 for numeric attributes; otherwise the number of values of nominal attributes, which are equal
     *     parts of the inputs' range
     */
    Instances instances(int from, int to, int levels) {
        int d = inputs[0].length;
        List<String> names =
                IntStream.range(0, levels).mapToObj(level -> "part" + level).toList();
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int k = 0; k < d; k++) {
            String name = "x" + (k + 1);
            attributes.add(levels == 0 ? new Attribute(name) : new Attribute(name, names));
        }
        attributes.add(new Attribute("y"));
        Instances data = new Instances("synthetic", attributes, to - from);
        data.setClassIndex(d);
        for (int i = from; i < to; i++) {
            double[] values = new double[d + 1];
            for (int k = 0; k < d; k++) {
                values[k] = levels == 0 ? inputs[i][k] : part(inputs[i][k], levels);
            }
            values[d] = targets[i];
            data.add(new DenseInstance(1, values));
        }
        return data;
    }

    /** The index of the part of the range in which an input lies. */
    private static int part(float input, int parts) {
        int part = (int) (parts * (input / Math.sqrt(12) + 0.5));
        return Math.max(0, Math.min(parts - 1, part));
    }

    /** Writes the rows for NumPy: row by row the d inputs and the target, as little-endian floats. */
    void write(Path file) throws IOException {
        int width = inputs[0].length + 1;
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * width * inputs.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < inputs.length; i++) {
            for (float value : inputs[i]) {
                bytes.putFloat(value);
            }
            bytes.putFloat(targets[i]);
        }
        Files.write(file, bytes.array());
    }
}
