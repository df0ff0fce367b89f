package weka.classifiers.functions.boundedmlp.speed;

import java.util.Arrays;

/**
 * The size of the work: n rows, d inputs, h hidden units.
 *
 * @param n rows
 * @param d inputs
 * @param h hidden units
 */
public record Shape(int n, int d, int h) {

    /** {@return the shape that {@link #toString} wrote} */
    public static Shape of(String text) {
        int[] sizes =
                Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        return new Shape(sizes[0], sizes[1], sizes[2]);
    }

    /**
     * {@return the floating point operations of an epoch, on which the effective GFLOP/s are based}
     *
     * <p>{@code 4 n (d + 2) h}: for each row a multiplication and an addition for each of the {@code (d + 2) h} weights
     * and biases, in the forward pass and in the backward pass. The optimiser does not count; rows and units that can
     * be skipped do.
     */
    public double epochOperations() {
        return 4.0 * n * (d + 2) * h;
    }

    /** {@return the shape with another number of rows} */
    public Shape withRows(int rows) {
        return new Shape(rows, d, h);
    }

    @Override
    public String toString() {
        return n + "," + d + "," + h;
    }
}
