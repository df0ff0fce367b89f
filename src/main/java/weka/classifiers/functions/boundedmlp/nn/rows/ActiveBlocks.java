package weka.classifiers.functions.boundedmlp.nn.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For each row, which of its blocks of inputs hold a value other than 0. Most inputs of a nominal attribute of many
 * labels are 0, and adding their products would change no sum: by these blocks, training passes them over.
 */
final class ActiveBlocks {

    /** With more inputs other than 0 than this share, passing over the others does not pay. */
    private static final double LARGEST_SHARE = 0.1;

    /** With fewer inputs, neither. */
    private static final int LEAST_INPUTS = 64;

    private ActiveBlocks() {}

    /**
     * {@return for each row the numbers of its blocks that are not all 0, in ascending order; null if passing over the
     * others does not pay}
     *
     * @param values the rows
     * @param bins those that add inputs; null for none
     * @param rows their number n
     * @param block how many inputs a block has
     */
    static int @Nullable [][] of(InputRows values, @Nullable Bins bins, int rows, int block) {
        int inputCount = bins == null ? values.inputCount() : bins.inputCount();
        if (inputCount < LEAST_INPUTS) {
            return null;
        }
        int[][] active = new int[rows][];
        float[] expanded = new float[bins == null ? 0 : inputCount];
        int[] found = new int[inputCount / block + 1];
        long total = 0;
        for (int row = 0; row < rows; row++) {
            int count;
            if (bins == null) {
                count = find(values.array(row), values.begin(row), inputCount, block, found);
            } else {
                bins.expand(values.array(row), values.begin(row), expanded);
                count = find(expanded, 0, inputCount, block, found);
            }
            active[row] = Arrays.copyOf(found, count);
            total += count;
            if (total > LARGEST_SHARE * found.length * rows) {
                return null;
            }
        }
        return active;
    }

    private static int find(float[] values, int begin, int length, int block, int[] found) {
        int count = 0;
        for (int k = 0; k < length; k++) {
            if (values[begin + k] != 0 && (count == 0 || found[count - 1] != k / block)) {
                found[count++] = k / block;
            }
        }
        return count;
    }
}
