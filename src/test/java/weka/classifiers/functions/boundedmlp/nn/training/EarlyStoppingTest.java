package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;
import weka.classifiers.functions.boundedmlp.nn.rows.Split;

/** The search for the best number of epochs on held-out rows, and the training on all rows that follows. */
class EarlyStoppingTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);
    /** Enough rows for training to lower the loss on held-out rows. */
    private static final Samples RAIN = Fixtures.rain(400);

    @Test
    void earlyStoppingWaitsForThePatienceAndNoLonger() throws Exception {
        for (int patience : new int[] {1, 3, 8}) {
            LearningCurve curve = NetworkTraining.fit(Trainers.task(
                            RAIN, Fixtures.stopping().patience(patience).maxEpochs(2000), CLAMP))
                    .curve();

            assertThat(curve.stopReason()).isEqualTo(StopReason.PATIENCE);
            assertThat(curve.epochCount()).isEqualTo(curve.bestEpoch() + patience);
            assertThat(curve.bestEpoch()).isPositive();
            int best = 0;
            double[] losses = validationLosses(curve);
            for (int epoch = 1; epoch < losses.length; epoch++) {
                assertThat(epoch - best).as("epochs without an improvement").isLessThanOrEqualTo(patience);
                best = best == 0 || losses[epoch - 1] < losses[best - 1] ? epoch : best;
            }
            assertThat(curve.bestEpoch()).isEqualTo(best);
        }
    }

    @Test
    void theLimitOnEpochsEndsTheSearch() throws Exception {
        LearningCurve curve = NetworkTraining.fit(
                        Trainers.task(RAIN, Fixtures.stopping().patience(1000).maxEpochs(12), CLAMP))
                .curve();

        assertThat(curve.stopReason()).isEqualTo(StopReason.MAX_EPOCHS);
        assertThat(curve.epochs()).extracting(Epoch::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void anEpochThatIsOnlyAsGoodAsTheBestCountsAgainstThePatience() throws Exception {
        Hyperparameters standstill = Fixtures.stopping().patience(7).learningRate(1e-30);

        LearningCurve curve =
                NetworkTraining.fit(Trainers.task(RAIN, standstill, CLAMP)).curve();

        assertThat(curve.stopReason()).isEqualTo(StopReason.PATIENCE);
        assertThat(curve.epochs()).hasSize(7);
        assertThat(Arrays.stream(validationLosses(curve)).distinct()).hasSize(1);
    }

    /** One row is so large that training on it diverges. It is held out in the only split. */
    @Test
    void whereTrainingOnAllRowsDivergesTheNetworkOfTheSearchIsTaken() throws Exception {
        int n = 20;
        float[][] inputs = new float[n][1];
        double[] targets = new double[n];
        for (int row = 0; row < n; row++) {
            inputs[row][0] = row == 0 ? 1e10f : row / (float) n;
            targets[row] = inputs[row][0];
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        Samples samples = new Samples(inputs, targets, weights, 1);
        ClampOutput linear = Fixtures.linear(GradientPolicy.MASKED);
        Hyperparameters hyperparameters = Fixtures.stopping()
                .optimizer(OptimizerKind.SGD)
                .maxGradientNorm(Double.POSITIVE_INFINITY)
                .learningRate(0.1)
                .validationSetSize(60)
                .seed(5);

        FittedNetwork fitted = NetworkTraining.fit(Trainers.task(samples, hyperparameters, linear));

        EpochSearch search =
                new EpochSearch(Trainers.task(samples, hyperparameters, linear), 12, samples.largestInput());
        while (!search.outOfPatience()) {
            assertThat(search.advance()).isTrue();
        }
        assertThat(fitted.curve().bestEpoch()).isEqualTo(search.bestEpoch()).isPositive();
        assertThat(fitted.network().blocks())
                .isDeepEqualTo(search.firstTrainer()
                        .settled(hyperparameters.hiddenSize())
                        .blocks());
        assertThat(fitted.curve().refitEpochs()).isZero();
        assertThat(fitted.curve().finalResult()).isEqualTo(Fixtures.loss(fitted.network(), samples, linear));
    }

    @Test
    void theFinalNetworkIsTrainedOnAllRowsForTheBestNumberOfEpochs() throws Exception {
        FittedNetwork fitted = NetworkTraining.fit(Trainers.task(RAIN, Fixtures.stopping(), CLAMP));
        int best = fitted.curve().bestEpoch();

        assertThat(best).isBetween(1, 199);
        assertThat(fitted.curve().refitEpochs()).isEqualTo(best);
        assertThat(NetworkTraining.fit(Trainers.task(
                                RAIN, Fixtures.stopping().validationSetSize(0).maxEpochs(best), CLAMP))
                        .network()
                        .blocks())
                .isDeepEqualTo(fitted.network().blocks());
        assertThat(fitted.curve().finalResult()).isEqualTo(Fixtures.loss(fitted.network(), RAIN, CLAMP));
    }

    /** At most five networks are trained side by side, and no row is held out twice. */
    @ParameterizedTest
    @CsvSource({"1, 5", "20, 5", "50, 2", "90, 1"})
    void theAskedShareOfTheRowsIsHeldOutInSeveralSplits(int share, int splits) throws Exception {
        LearningCurve curve = NetworkTraining.fit(
                        Trainers.task(RAIN, Fixtures.stopping().validationSetSize(share), CLAMP))
                .curve();

        assertThat(curve.epochs()).allMatch(epoch -> epoch.validation().rows() == splits * 4 * share);
        assertThat(curve.epochs()).allMatch(epoch -> epoch.training().rows() == splits * 4 * (100 - share));
    }

    @Test
    void manyRowsAreSplitOnce() throws Exception {
        EpochSearch search = new EpochSearch(
                Trainers.task(Fixtures.rain(6000), Fixtures.stopping().maxEpochs(1), CLAMP), 1200, 1);
        search.advance();

        assertThat(search.epochs().get(0).validation().rows()).isEqualTo(1200);
    }

    @Test
    void theSearchKeepsTheNetworkOfTheLowestValidationLoss() throws Exception {
        int heldOut = 51; // more than half, so there is a single split
        Samples rows = RAIN.subset(Fixtures.rows(100));
        EpochSearch search = new EpochSearch(Trainers.task(rows, Fixtures.stopping(), CLAMP), heldOut, 1);
        while (!search.outOfPatience()) {
            assertThat(search.advance()).isTrue();
        }

        double lowest = search.epochs().stream()
                .mapToDouble(epoch -> epoch.validation().meanLoss())
                .min()
                .orElseThrow();
        Samples validation = Split.stratified(
                        rows, heldOut, 1, new Random(Fixtures.stopping().seed()))
                .get(0)
                .heldOut();
        assertThat(Fixtures.loss(search.firstTrainer().best(), validation, CLAMP)
                        .meanLoss())
                .isEqualTo(lowest);
        assertThat(search.epochs().get(search.bestEpoch() - 1).validation().meanLoss())
                .isEqualTo(lowest);
    }

    private static double[] validationLosses(LearningCurve curve) {
        return curve.epochs().stream()
                .map(Epoch::validation)
                .mapToDouble(RowFigures::meanLoss)
                .toArray();
    }
}
