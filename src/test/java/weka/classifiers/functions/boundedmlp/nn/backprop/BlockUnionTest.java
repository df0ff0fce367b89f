package weka.classifiers.functions.boundedmlp.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.kernels.Kernels;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

class BlockUnionTest {

    private static final int ROWS = 4;
    /** The number of blocks of a row that hold ones. */
    private static final int LENGTH = 40;
    /** A row's first such block comes so many before that of the row before it. */
    private static final int DISTANCE = 30;

    private final Batch batch = new Batch(samples(), ROWS);
    private final BlockUnion union = new BlockUnion();

    @Test
    void holdsTheBlocksOfAllRowsOnceAndInAscendingOrder() {
        batch.take(Fixtures.rows(ROWS), 0, ROWS);

        union.of(batch, 0, 1, 2, 3);
        assertThat(blocks()).isEqualTo(Fixtures.rows(LENGTH + 3 * DISTANCE));
        union.of(batch, 2, 3);
        assertThat(blocks()).isEqualTo(Fixtures.rows(LENGTH + DISTANCE));
    }

    @Test
    void aRowBeyondTheLastOneOfTheBatchAddsNone() {
        batch.take(new int[] {3}, 0, 1);

        union.of(batch, 0, 1, 2, 3);
        assertThat(blocks()).isEqualTo(Fixtures.rows(LENGTH));
    }

    private int[] blocks() {
        return IntStream.range(0, union.size()).map(union::get).toArray();
    }

    /** Sparse rows; the last one begins with its ones. */
    private static Samples samples() {
        float[][] inputs = new float[ROWS][4000];
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 1);
        for (int row = 0; row < ROWS; row++) {
            int first = (ROWS - 1 - row) * DISTANCE;
            Arrays.fill(inputs[row], first * Kernels.BLOCK, (first + LENGTH) * Kernels.BLOCK, 1);
        }
        return new Samples(inputs, new double[ROWS], weights, 4000);
    }
}
