package weka.classifiers.functions.boundedmlp.nn.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Rows of inputs, stored in arrays of many rows each. */
class InputRowsTest {

    @Test
    void everyRowKeepsItsValuesWhateverTheirNumber() {
        for (int[] size : new int[][] {{1, 1}, {3, 0}, {0, 4}, {5, 70}, {600_000, 1}, {9, 100_000}, {3, 400_000}}) {
            int n = size[0];
            int d = size[1];
            InputRows rows = new InputRows(n, d);
            for (int row = 0; row < n; row++) {
                Arrays.fill(rows.array(row), rows.begin(row), rows.begin(row) + d, row + 1);
            }
            assertThat(rows.inputCount()).isEqualTo(d);
            for (int row = 0; row < n; row++) {
                for (int k = 0; k < d; k += Math.max(1, d - 1)) {
                    if (rows.array(row)[rows.begin(row) + k] != row + 1) {
                        throw new AssertionError("row " + row + " of " + n + " x " + d);
                    }
                }
            }
        }
    }

    @Test
    void anArrayHoldsAPowerOfTwoOfRowsInAMegabyteAtMost() {
        InputRows rows = new InputRows(10_000, 50);
        assertThat(rows.array(0)).isSameAs(rows.array(4095)).hasSize(4096 * 50);
        assertThat(rows.array(4096)).isNotSameAs(rows.array(0));
        assertThat(rows.begin(4095)).isEqualTo(4095 * 50);
        assertThat(rows.begin(4096)).isZero();
        assertThat(rows.array(9_999)).hasSize((10_000 - 8192) * 50);
    }

    @Test
    void rowsOfArraysAreCopied() {
        float[][] arrays = {{1, 2, 99}, {3, 4, 99}};
        InputRows rows = InputRows.of(arrays, 2);
        arrays[1][0] = 7;
        assertThat(rows.array(1)).containsExactly(1, 2, 3, 4);
    }
}
