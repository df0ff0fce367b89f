package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;

class LearningCurveTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 247, 248})
    void notTooManyEpochsAreAllKept(int count) {
        assertThat(LearningCurve.thinned(epochs(count), count / 2)).isEqualTo(epochs(count));
    }

    @Test
    void ofVeryManyAFewAreKeptAtEqualDistancesAndTheBestAndTheLast() {
        for (int count = 249; count < 3000; count += 7) {
            int best = count / 3;
            List<Integer> kept = LearningCurve.thinned(epochs(count), best).stream()
                    .map(Epoch::number)
                    .toList();
            int distance = (count + 247) / 248;

            assertThat(kept).hasSizeBetween(124, LearningCurve.MOST_EPOCHS);
            assertThat(kept).as("of %d epochs", count).isEqualTo(expected(count, best, distance));
        }
    }

    private static List<Integer> expected(int count, int best, int distance) {
        return IntStream.concat(
                        IntStream.iterate(1, number -> number <= count, number -> number + distance),
                        IntStream.of(best, count))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    @Test
    void theBestEpochIsTheOneOfThatNumberIfThereIsOne() {
        assertThat(curve(3).best()).contains(epoch(3));
        assertThat(curve(0).best()).isEmpty();
    }

    @Test
    void theReasonToStopIsTheEndOfASentence() {
        assertThat(StopReason.PATIENCE).hasToString("the validation loss had not improved for the patience set");
    }

    private static LearningCurve curve(int bestEpoch) {
        return new LearningCurve(epochs(5), 5, bestEpoch, StopReason.PATIENCE, 0, 0, 0, RowFigures.NOTHING);
    }

    private static List<Epoch> epochs(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(LearningCurveTest::epoch)
                .toList();
    }

    private static Epoch epoch(int number) {
        return new Epoch(number, RowFigures.NOTHING, RowFigures.NOTHING);
    }
}
