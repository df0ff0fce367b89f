package weka.classifiers.functions.boundedmlp.nn.backprop;

import java.util.Arrays;

/** The blocks of inputs in which any of a few rows has a value other than 0, in ascending order. */
final class BlockUnion {

    private int[] blocks = new int[64];
    private int size;

    /**
     * Finds the union.
     *
     * @param batch rows of sparse samples
     * @param rows which of its rows
     */
    void of(Batch batch, int... rows) {
        size = 0;
        for (int row : rows) {
            int[] active = batch.activeBlocks(row);
            if (size + active.length > blocks.length) {
                blocks = Arrays.copyOf(blocks, 2 * (size + active.length));
            }
            System.arraycopy(active, 0, blocks, size, active.length);
            size += active.length;
        }
        Arrays.sort(blocks, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || blocks[i] != blocks[i - 1]) {
                blocks[different++] = blocks[i];
            }
        }
        size = different;
    }

    /** {@return the number of blocks} */
    int size() {
        return size;
    }

    /** {@return one of the blocks} */
    int get(int i) {
        return blocks[i];
    }
}
