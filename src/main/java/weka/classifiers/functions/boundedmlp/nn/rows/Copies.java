package weka.classifiers.functions.boundedmlp.nn.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * Finds the rows that are copies of each other, as Bagging and Resample hand them over. Equal rows are copies if
 * further rows with the same values were not to be expected: less than {@value #EXPECTED} of them, if each value were
 * drawn for itself as often as it occurs. Rows of a few nominal values are equal without being copies.
 */
final class Copies {

    /** The largest number of rows to expect that are equal to a copy by chance. */
    private static final double EXPECTED = 0.1;

    /** So many different rows tell how frequent a value is. */
    private static final int MOST_ROWS = 2000;

    private final Samples samples;
    /** For each row, the first one that is equal to it. */
    private final int[] firstEqual;

    private Copies(Samples samples) throws InterruptedException {
        this.samples = samples;
        firstEqual = firstEqual(samples);
    }

    /**
     * {@return for each row the number of the first row that it is a copy of, or its own}
     *
     * @param samples the rows
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static int[] originals(Samples samples) throws InterruptedException {
        Copies copies = new Copies(samples);
        int[] different = firsts(copies.firstEqual);
        return different.length == samples.size() ? copies.firstEqual : copies.originals(different);
    }

    /**
     * {@return the {@link #originals}; if all rows are copies of one, each row is its own, so that they can be split}
     *
     * @param samples the rows
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static int[] originalsToSplit(Samples samples) throws InterruptedException {
        int[] originals = originals(samples);
        return firsts(originals).length == 1 ? RowOrder.all(samples.size()) : originals;
    }

    /**
     * {@return the rows that are their own original, in ascending order}
     *
     * @param originals for each row the number of its original
     */
    static int[] firsts(int[] originals) {
        return Arrays.stream(RowOrder.all(originals.length))
                .filter(row -> originals[row] == row)
                .toArray();
    }

    private int[] originals(int[] different) throws InterruptedException {
        double[] expected = expected(different);
        int[] originals = firstEqual.clone();
        for (int row = 0; row < originals.length; row++) {
            if (!(expected[firstEqual[row]] < EXPECTED)) {
                originals[row] = row;
            }
        }
        return originals;
    }

    /** For each row that others are equal to, how many rows with its values are to be expected. */
    private double[] expected(int[] different) throws InterruptedException {
        int n = samples.size();
        boolean[] hasEquals = new boolean[n];
        for (int row = 0; row < n; row++) {
            hasEquals[firstEqual[row]] |= firstEqual[row] != row;
        }
        int[] some = new int[Math.min(MOST_ROWS, different.length)];
        Arrays.setAll(some, i -> different[(int) ((long) different.length * i / some.length)]);
        double[] expected = new double[n];
        Arrays.fill(expected, n);
        for (int column = 0; column <= samples.valueCount(); column++) {
            Interruption.check();
            Map<Double, Integer> counts = new HashMap<>();
            for (int row : some) {
                counts.merge(value(row, column), 1, Integer::sum);
            }
            for (int row : different) {
                if (hasEquals[row]) {
                    expected[row] *= (double) counts.getOrDefault(value(row, column), 1) / some.length;
                }
            }
        }
        return expected;
    }

    /** A value, or behind the values the target. */
    private double value(int row, int column) {
        return column < samples.valueCount() ? samples.value(row, column) : samples.target(row);
    }

    private static int[] firstEqual(Samples samples) throws InterruptedException {
        int n = samples.size();
        double[] hashes = new double[n];
        float[] values = new float[samples.valueCount()];
        for (int row = 0; row < n; row++) {
            Interruption.check();
            samples.copyValues(row, values);
            long hash = mixed(0, Double.doubleToLongBits(samples.target(row)));
            for (float value : values) {
                hash = mixed(hash, Float.floatToIntBits(value));
            }
            hashes[row] = hash >>> 11; // as many bits as a double holds exactly
        }
        int[] order = RowOrder.byValue(hashes);
        int[] first = RowOrder.all(n);
        for (int i = 1; i < n; i++) {
            int candidate = first[order[i - 1]];
            if (hashes[candidate] == hashes[order[i]] && equal(samples, candidate, order[i])) {
                first[order[i]] = candidate;
            }
        }
        return first;
    }

    /** A step of a multiplicative hash, by the golden ratio. */
    private static long mixed(long hash, long value) {
        long product = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }

    private static boolean equal(Samples samples, int row, int other) {
        if (samples.target(row) != samples.target(other)) {
            return false;
        }
        for (int k = 0; k < samples.valueCount(); k++) {
            if (samples.value(row, k) != samples.value(other, k)) {
                return false;
            }
        }
        return true;
    }
}
