package weka.classifiers.functions.boundedmlp.nn.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Inputs that are 0 are passed over where there are many. */
class ActiveBlocksTest {

    private static final int BLOCK = 4;

    /** The 76 inputs count as twenty blocks. */
    @Test
    void onAverageUpToATenthOfTheBlocksMayHoldOtherValues() {
        assertThat(activeBlocks(76, 1, 2, 3)).isDeepEqualTo(new int[][] {{0}, {0, 1}, {0, 1, 2}});
        assertThat(activeBlocks(76, 1, 3, 3)).isNull();
    }

    @Test
    void ofFewerThan64InputsNoneArePassedOver() {
        assertThat(activeBlocks(63, 1)).isNull();
        assertThat(activeBlocks(64, 1)).isDeepEqualTo(new int[][] {{0}});
    }

    /** The active blocks of rows whose first blocks hold ones, with their number for each row. */
    private static int @Nullable [][] activeBlocks(int inputs, int... blocks) {
        float[][] rows = new float[blocks.length][inputs];
        for (int row = 0; row < rows.length; row++) {
            Arrays.fill(rows[row], 0, BLOCK * blocks[row], 1);
        }
        return ActiveBlocks.of(InputRows.of(rows, inputs), null, rows.length, BLOCK);
    }
}
