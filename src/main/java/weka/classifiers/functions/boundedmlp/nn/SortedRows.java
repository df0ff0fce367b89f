package weka.classifiers.functions.boundedmlp.nn;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Sorts row numbers by a value of each row: stable, and in small pieces so that an interrupt is seen on any number of rows. */
public final class SortedRows {

    private static final int ROWS_BETWEEN_CHECKS = 1 << 16;

    private SortedRows() {}

    /**
     * {@return the rows in ascending order of their values, as {@link Double#compare} has it; equal ones stay in the order given}
     *
     * @param rows row numbers, not modified
     * @param values a value for each row number
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static int[] byValue(int[] rows, double[] values) throws InterruptedException {
        int[] sorted = rows.clone();
        int[] other = new int[rows.length];
        for (long width = 1; width < rows.length; width *= 2) {
            for (long from = 0; from < rows.length; from += 2 * width) {
                int middle = (int) Math.min(rows.length, from + width);
                int to = (int) Math.min(rows.length, from + 2 * width);
                merge(sorted, (int) from, middle, to, other, values);
            }
            int[] swap = sorted;
            sorted = other;
            other = swap;
        }
        return sorted;
    }

    /**
     * {@return all row numbers in ascending order of their values}
     *
     * @param values a value for each row
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static int[] byValue(double[] values) throws InterruptedException {
        return byValue(IntStream.range(0, values.length).toArray(), values);
    }

    /** {@return the values of some rows} */
    static double[] inOrder(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static void merge(int[] source, int from, int middle, int to, int[] target, double[] values)
            throws InterruptedException {
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            if (at % ROWS_BETWEEN_CHECKS == 0) {
                Interruption.check();
            }
            boolean takeLeft =
                    right == to || (left < middle && Double.compare(values[source[left]], values[source[right]]) <= 0);
            target[at] = takeLeft ? source[left++] : source[right++];
        }
    }
}
