package weka.classifiers.functions.boundedmlp.nn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Arrays that belong together, sorted by one of them. */
final class Sorting {

    private Sorting() {}

    /** {@return the indices of some values, those of smaller values first; equal values keep their order} */
    static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** {@return the values at some indices} */
    static double[] inOrder(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
