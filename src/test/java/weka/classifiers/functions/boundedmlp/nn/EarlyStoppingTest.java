package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;

/** The search for the best number of epochs on held-out rows, and the training on all rows that follows. */
class EarlyStoppingTest {

    private static final OutputClamp CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);
    /** Enough rows that held-out ones gain from training. */
    private static final Samples RAIN = Fixtures.rain(400);

    @Test
    void earlyStoppingWaitsForThePatienceAndNoLonger() throws Exception {
        for (int patience : new int[] {1, 3, 8}) {
            LearningCurve curve = Training.fit(
                            RAIN, Fixtures.stopping().patience(patience).maxEpochs(2000), CLAMP)
                    .curve();

            assertThat(curve.stopReason()).isEqualTo(StopReason.PATIENCE);
            assertThat(curve.epochs()).hasSize(curve.bestEpoch() + patience);
            assertThat(curve.bestEpoch()).isPositive();
            int best = 0;
            double[] losses = validationLosses(curve);
            for (int epoch = 1; epoch < losses.length; epoch++) {
                assertThat(epoch - best).as("epochs without a better one").isLessThanOrEqualTo(patience);
                best = best == 0 || losses[epoch - 1] < losses[best - 1] ? epoch : best;
            }
            assertThat(curve.bestEpoch()).isEqualTo(best);
        }
    }

    @Test
    void theLimitOnEpochsEndsTheSearch() throws Exception {
        LearningCurve curve = Training.fit(
                        RAIN, Fixtures.stopping().patience(1000).maxEpochs(12), CLAMP)
                .curve();

        assertThat(curve.stopReason()).isEqualTo(StopReason.MAX_EPOCHS);
        assertThat(curve.epochs()).hasSize(12);
    }

    @Test
    void theFinalNetworkIsTrainedOnAllRowsForTheBestNumberOfEpochs() throws Exception {
        FittedNetwork fitted = Training.fit(RAIN, Fixtures.stopping(), CLAMP);
        int best = fitted.curve().bestEpoch();

        assertThat(best).isBetween(1, 199);
        assertThat(fitted.curve().refitEpochs()).isEqualTo(best);
        assertThat(Training.fit(RAIN, Fixtures.stopping().validationSetSize(0).maxEpochs(best), CLAMP)
                        .network()
                        .blocks())
                .isDeepEqualTo(fitted.network().blocks());
        assertThat(fitted.curve().finalResult()).isEqualTo(Backprop.loss(fitted.network(), RAIN, CLAMP));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 50, 90})
    void theAskedShareOfTheRowsIsHeldOut(int share) throws Exception {
        LearningCurve curve = Training.fit(RAIN, Fixtures.stopping().validationSetSize(share), CLAMP)
                .curve();

        assertThat(curve.epochs()).allMatch(epoch -> epoch.validation().rows() == 4 * share);
        assertThat(curve.epochs()).allMatch(epoch -> epoch.training().rows() == 4 * (100 - share));
    }

    @Test
    void theSearchKeepsTheNetworkOfTheLowestValidationLoss() throws Exception {
        Samples heldOut = RAIN.subset(Arrays.copyOfRange(Fixtures.rows(100), 0, 30));
        Samples training = RAIN.subset(Arrays.copyOfRange(Fixtures.rows(100), 30, 100));
        TrainingRun run = new TrainingRun(training, Fixtures.stopping(), CLAMP);
        run.trainWhileBetter(heldOut, 10, 300);

        double lowest = run.epochs().stream()
                .mapToDouble(epoch -> epoch.validation().meanLoss())
                .min()
                .orElseThrow();
        assertThat(Backprop.loss(run.best(), heldOut, CLAMP).meanLoss()).isEqualTo(lowest);
        assertThat(run.epochs().get(run.bestEpoch() - 1).validation().meanLoss())
                .isEqualTo(lowest);
    }

    private static double[] validationLosses(LearningCurve curve) {
        return curve.epochs().stream()
                .map(Epoch::validation)
                .mapToDouble(BatchResult::meanLoss)
                .toArray();
    }
}
