package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

class HeldOutPredictionsTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);
    private static final Samples RAIN = Fixtures.rain(100);

    @Test
    void everyRowIsHeldOutOnceWhereTheSplitsCoverAll() throws Exception {
        Samples weighted = new Samples(
                IntStream.range(0, 100).mapToObj(RAIN::inputs).toArray(float[][]::new),
                IntStream.range(0, 100).mapToDouble(RAIN::target).toArray(),
                IntStream.range(0, 100).mapToDouble(row -> 3 + RAIN.target(row)).toArray(),
                2);

        HeldOutPredictions heldOut = NetworkTraining.fit(Trainers.task(weighted, Fixtures.stopping(), CLAMP))
                .heldOut();

        assertThat(sorted(heldOut.targets()))
                .isEqualTo(
                        sorted(IntStream.range(0, 100).mapToDouble(RAIN::target).toArray()));
        double scale = heldOut.weights()[0] / (3 + heldOut.targets()[0]);
        for (int i = 0; i < heldOut.size(); i++) {
            assertThat(heldOut.weights()[i]).isEqualTo(scale * (3 + heldOut.targets()[i]), within(1e-12));
        }
    }

    @Test
    void rowsWhoseWeightsVanishBesideThatOfAnotherCountAlikeWhereTheyAreHeldOutAlone() throws Exception {
        Samples samples = new Samples(
                new float[][] {{1}, {2}, {3}}, new double[] {1, 2, 3}, new double[] {1e-300, 1e300, 1e-300}, 1);
        int alone = 0;
        for (int seed = 1; seed <= 20; seed++) {
            HeldOutPredictions heldOut = NetworkTraining.fit(Trainers.task(
                            samples,
                            Fixtures.stopping()
                                    .validationSetSize(67)
                                    .maxEpochs(1)
                                    .seed(seed),
                            CLAMP))
                    .heldOut();

            assertThat(heldOut.size()).isEqualTo(2);
            assertThat(Arrays.stream(heldOut.weights()).sum()).isEqualTo(2, within(1e-12));
            alone += heldOut.weights()[0] == heldOut.weights()[1] ? 1 : 0;
        }
        assertThat(alone).as("seeds that hold out both light rows").isPositive();
    }

    @Test
    void thePredictionsHaveAboutTheLossOfTheBestEpoch() throws Exception {
        FittedNetwork fitted = NetworkTraining.fit(Trainers.task(RAIN, Fixtures.stopping(), CLAMP));

        LearningCurve curve = fitted.curve();
        assertThat(curve.bestEpoch()).isBetween(1, curve.epochs().size() - 1);
        Epoch best = curve.epochs().get(curve.bestEpoch() - 1);
        double loss = best.validation().meanLoss();
        assertThat(meanLoss(fitted.heldOut()))
                .as("after the output bias has been settled")
                .isEqualTo(loss, within(0.01 * loss))
                .isNotEqualTo(loss);
        assertThat(Arrays.stream(fitted.heldOut().predictions())).allMatch(prediction -> prediction >= 0);
    }

    /** Every row is held out once, in another order. */
    @Test
    void theFinalNetworkPredictsTheHeldOutRowsAsWell() throws Exception {
        FittedNetwork fitted = NetworkTraining.fit(Trainers.task(RAIN, Fixtures.stopping(), CLAMP));
        RowEvaluation evaluation = new RowEvaluation(RAIN, fitted.network().hiddenSize(), new SquaredError(CLAMP));
        evaluation.loss(fitted.network());

        double[] expected =
                IntStream.range(0, 100).mapToDouble(evaluation::prediction).toArray();
        assertThat(sorted(fitted.heldOut().finalPredictions())).containsExactly(sorted(expected), within(1e-5));
        assertThat(fitted.heldOut().finalPredictions())
                .isNotEqualTo(fitted.heldOut().predictions());
    }

    @Test
    void whereNoEpochBeatChanceTheMeanIsPredicted() throws Exception {
        Samples noise = noise();
        Hyperparameters hyperparameters = Fixtures.stopping();
        FittedNetwork fitted = NetworkTraining.fit(Trainers.task(noise, hyperparameters, CLAMP));

        assertThat(fitted.curve().bestEpoch()).isZero();
        assertThat(fitted.curve().epochs()).isNotEmpty();
        assertThat(fitted.heldOut().predictions())
                .isEqualTo(NetworkTraining.fit(
                                Trainers.task(noise, hyperparameters.copy().maxEpochs(0), CLAMP))
                        .heldOut()
                        .predictions());
        assertThat(Arrays.stream(fitted.heldOut().predictions()).distinct().count())
                .as("distinct predictions: one mean for each split")
                .isEqualTo(5);
    }

    @Test
    void withoutHeldOutRowsThereIsNone() throws Exception {
        HeldOutPredictions heldOut = NetworkTraining.fit(Trainers.task(RAIN, Fixtures.quick(), CLAMP))
                .heldOut();

        assertThat(heldOut.size()).isZero();
        assertThat(heldOut.predictions()).isEmpty();
        assertThat(heldOut.weights()).isEmpty();
    }

    /** Targets that do not depend on the inputs. */
    private static Samples noise() {
        Random random = new Random(3);
        return new Samples(
                IntStream.range(0, 100)
                        .mapToObj(row -> new float[] {(float) random.nextGaussian()})
                        .toArray(float[][]::new),
                IntStream.range(0, 100).mapToDouble(row -> random.nextDouble()).toArray(),
                IntStream.range(0, 100).mapToDouble(row -> 1).toArray(),
                1);
    }

    private static double meanLoss(HeldOutPredictions heldOut) {
        return IntStream.range(0, heldOut.size())
                .mapToDouble(i -> Math.pow(heldOut.predictions()[i] - heldOut.targets()[i], 2) / 2)
                .average()
                .orElseThrow();
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
