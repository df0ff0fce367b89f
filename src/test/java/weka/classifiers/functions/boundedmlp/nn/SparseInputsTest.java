package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SparseInputsTest {

    @Test
    void theRowHoldsTheInputsThatAreSetAndZerosElsewhere() {
        SparseInputs active = new SparseInputs(3);
        active.set(0, 1, 0.5f);
        active.set(1, 4, -2);
        active.set(2, 5, 9); // left over from an earlier row
        active.setCount(2);
        assertThat(copied(active, 6)).containsExactly(0, 0.5f, 0, 0, -2, 0);
        active.setCount(0);
        assertThat(copied(active, 2)).containsExactly(0, 0);
    }

    @Test
    void whereNoneIsLeftOutTheInputsAreTheValuesInTheirOrder() {
        SparseInputs active = new SparseInputs(3);
        active.set(0, 7, 0.5f); // left over from an earlier row
        active.values()[1] = -2;
        active.setAll(2);
        assertThat(active.count()).isEqualTo(2);
        assertThat(active.input(1)).isEqualTo(1);
        assertThat(copied(active, 3)).containsExactly(0.5f, -2, 0);
        active.setCount(1);
        assertThat(copied(active, 8)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0.5f);
    }

    private static float[] copied(SparseInputs active, int inputs) {
        float[] copy = new float[inputs + 1];
        active.copyTo(copy, 1);
        assertThat(copy[0]).isZero();
        return Arrays.copyOfRange(copy, 1, inputs + 1);
    }
}
