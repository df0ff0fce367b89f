package weka.classifiers.functions.boundedmlp.nn.rows;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * Sorts row numbers by a value of each row. The sort is stable, and its passes are so short that an interrupt is
 * noticed for any number of rows. It is a radix sort, from the last digit of the values' bits to the first: it reads
 * each row eight times, whereas a sort by comparison would read it once for every doubling of the number of rows, with
 * unpredictable branches.
 */
public final class RowOrder {

    private static final int DIGIT_BITS = 8;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RowOrder() {}

    /**
     * {@return the rows in ascending order of their values, as {@link Double#compare} has it; rows with equal values
     * keep the given order}
     *
     * @param rows row numbers, not modified
     * @param values a value for each row number
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static int[] byValue(int[] rows, double[] values) throws InterruptedException {
        int n = rows.length;
        int[] sorted = rows.clone();
        int[] otherRows = new int[n];
        long[] keys = new long[n];
        long[] otherKeys = new long[n];
        for (int from = 0; from < n; from += Interruption.ROWS) {
            fillKeys(rows, values, from, behind(from, n), keys);
        }
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            Interruption.check();
            int[] starts = starts(keys, shift);
            if (starts != null) {
                for (int from = 0; from < n; from += Interruption.ROWS) {
                    distribute(keys, sorted, from, behind(from, n), shift, starts, otherKeys, otherRows);
                }
                long[] swapKeys = keys;
                keys = otherKeys;
                otherKeys = swapKeys;
                int[] swapRows = sorted;
                sorted = otherRows;
                otherRows = swapRows;
            }
        }
        return sorted;
    }

    private static int behind(int from, int n) {
        return Math.min(n, from + Interruption.ROWS);
    }

    private static void fillKeys(int[] rows, double[] values, int from, int to, long[] keys) {
        for (int i = from; i < to; i++) {
            keys[i] = key(values[rows[i]]);
        }
    }

    /**
     * A number whose unsigned order is that of the values: all bits of negative values are inverted, and the sign bit
     * of others.
     */
    private static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ (bits >> (Long.SIZE - 1) | Long.MIN_VALUE);
    }

    /** Where the rows of each digit value go; null if all rows have the same digit and stay in place. */
    private static int @Nullable [] starts(long[] keys, int shift) {
        int[] counts = new int[DIGITS];
        for (int from = 0; from < keys.length; from += Interruption.ROWS) {
            count(keys, from, behind(from, keys.length), shift, counts);
        }
        int start = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = counts[digit];
            if (count == keys.length) {
                return null;
            }
            counts[digit] = start;
            start += count;
        }
        return counts;
    }

    private static void count(long[] keys, int from, int to, int shift, int[] counts) {
        for (int i = from; i < to; i++) {
            counts[digit(keys[i], shift)]++;
        }
    }

    private static void distribute(
            long[] keys, int[] rows, int from, int to, int shift, int[] starts, long[] keysTo, int[] rowsTo) {
        for (int i = from; i < to; i++) {
            int place = starts[digit(keys[i], shift)]++;
            keysTo[place] = keys[i];
            rowsTo[place] = rows[i];
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }

    /** {@return the row numbers from 0 on} */
    public static int[] all(int count) {
        int[] rows = new int[count];
        for (int row = 0; row < count; row++) {
            rows[row] = row;
        }
        return rows;
    }

    /**
     * {@return all row numbers in ascending order of their values}
     *
     * @param values a value for each row
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static int[] byValue(double[] values) throws InterruptedException {
        return byValue(all(values.length), values);
    }

    /** {@return the values of some rows} */
    public static double[] inOrder(double[] values, int[] rows) {
        double[] ordered = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ordered[i] = values[rows[i]];
        }
        return ordered;
    }

    /**
     * Puts rows into a random order, by the algorithm of Fisher and Yates.
     *
     * @param rows row numbers, reordered in place
     * @param random the source of the order
     */
    public static void shuffle(int[] rows, Random random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = rows[i];
            rows[i] = rows[j];
            rows[j] = swap;
        }
    }
}
