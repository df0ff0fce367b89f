package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;

/** A saved learning curve is read back unchanged, to the last bit of every loss. */
class SavedCurveTest {

    @Test
    void everyNumberComesBack() throws Exception {
        List<Epoch> epochs = Stream.of(0.1, Math.PI, 1e300, 4.9e-324, Double.NaN, Double.POSITIVE_INFINITY)
                .map(loss -> new Epoch(
                        42,
                        new RowFigures(1_000_000, loss, 7, 3, 2, 1),
                        new RowFigures(Integer.MAX_VALUE, -loss, 6, 5, 4, 3)))
                .toList();
        LearningCurve curve =
                new LearningCurve(epochs, 99, 2, StopReason.PATIENCE, 3, 4, 5, new RowFigures(1, 0.7, 1, 0, 0, 0));
        assertThat(Fixtures.savedAndRead(curve)).isEqualTo(curve);

        LearningCurve empty = new LearningCurve(List.of(), 0, 0, StopReason.MAX_EPOCHS, 0, 0, 0, RowFigures.NOTHING);
        assertThat(Fixtures.savedAndRead(empty)).isEqualTo(empty);
    }

    @Test
    void aCurveOfAsManyEpochsAsAreKeptComesBack() throws Exception {
        LearningCurve curve = curve(LearningCurve.MOST_EPOCHS);
        assertThat(Fixtures.savedAndRead(curve)).isEqualTo(curve);
    }

    /** A forged number of epochs would take as much memory as it liked. */
    @Test
    void aCurveOfMoreEpochsThanAreKeptIsRefused() {
        LearningCurve curve = curve(LearningCurve.MOST_EPOCHS + 1);
        assertThatThrownBy(() -> Fixtures.savedAndRead(curve))
                .hasRootCauseMessage("A curve of 251 epochs is too long.");
    }

    private static LearningCurve curve(int epochCount) {
        List<Epoch> epochs = Stream.generate(() -> new Epoch(1, RowFigures.NOTHING, RowFigures.NOTHING))
                .limit(epochCount)
                .toList();
        return new LearningCurve(epochs, epochCount, 1, StopReason.PATIENCE, 0, 0, 0, RowFigures.NOTHING);
    }
}
