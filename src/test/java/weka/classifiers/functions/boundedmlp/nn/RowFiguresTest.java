package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFiguresTest {

    @Test
    void theMeanLossIsThatOfARow() {
        assertThat(new RowFigures(4, 16, 0, 0, 0, 0).meanLoss()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 0, false", "1, 1, true", "3, 2, false", "3, 3, true"})
    void anOutputIsDeadIfThereAreTargetsBetweenTheBoundsAndAllAreStuck(int inside, int stuck, boolean dead) {
        assertThat(new RowFigures(5, 1, inside, 5, stuck, 0).dead()).isEqualTo(dead);
    }

    @ParameterizedTest
    @CsvSource({"5, 0, false", "5, 1, true", "4, 1, false"})
    void anOutputIsDeadIfAllTargetsLieAtBoundsAndSoDoAllPredictionsButSomeAtTheOther(
            int clamped, int opposite, boolean dead) {
        assertThat(new RowFigures(5, 1, 0, clamped, 0, opposite).dead()).isEqualTo(dead);
        assertThat(new RowFigures(5, 1, 1, clamped, 0, opposite).dead()).isFalse();
    }
}
