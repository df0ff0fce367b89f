package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

class NetworkTrainingTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);
    private static final Samples RAIN = Fixtures.rain(100);

    @ParameterizedTest
    @EnumSource
    void theSameSeedAndDataGiveTheSameBits(OptimizerKind kind) throws Exception {
        Hyperparameters hyperparameters = Fixtures.stopping().optimizer(kind);
        FittedNetwork fitted = fit(RAIN, hyperparameters);

        assertSame(fit(Fixtures.rain(100), hyperparameters.copy()), fitted);
    }

    @Test
    void anotherSeedGivesAnotherStartAndAnotherSplit() throws Exception {
        Hyperparameters all = Fixtures.quick();
        assertThat(fit(RAIN, all.copy().seed(2)).network().blocks())
                .isNotEqualTo(fit(RAIN, all).network().blocks());

        Hyperparameters split = Fixtures.stopping();
        assertThat(fit(RAIN, split.copy().seed(2)).curve().epochs().get(0).validation())
                .isNotEqualTo(fit(RAIN, split).curve().epochs().get(0).validation());
    }

    @Test
    void trainingsSideBySideDoNotDisturbEachOther() throws Exception {
        FittedNetwork alone = fit(RAIN, Fixtures.stopping());
        Callable<FittedNetwork> training = () -> fit(RAIN, Fixtures.stopping());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<FittedNetwork> result : threads.invokeAll(List.of(training, training, training, training))) {
                assertSame(result.get(), alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void learns() throws Exception {
        double start =
                fit(RAIN, Fixtures.quick().maxEpochs(0)).curve().finalResult().meanLoss();
        double end =
                fit(RAIN, Fixtures.quick().maxEpochs(100)).curve().finalResult().meanLoss();

        assertThat(end).isLessThan(start / 2);
    }

    @Test
    void aWeightOfTwoEqualsTheRowTwice() throws Exception {
        Samples weighted = rows(RAIN, row -> 1 + row % 2, row -> 1);
        Samples twice = rows(RAIN, row -> 1, row -> 1 + row % 2);
        Hyperparameters hyperparameters = Fixtures.quick()
                .optimizer(OptimizerKind.SGD) // Adam amplifies the rounding of small gradients
                .maxEpochs(50)
                .miniBatchSize(1000);

        Network ofWeighted = fit(weighted, hyperparameters).network();
        Network ofTwice = fit(twice, hyperparameters).network();
        Network ofOnce = fit(RAIN, hyperparameters).network();

        double different = 0;
        for (int row = 0; row < RAIN.size(); row++) {
            double prediction = Fixtures.netInput(ofTwice, RAIN.inputs(row));
            assertThat(Fixtures.netInput(ofWeighted, RAIN.inputs(row))).isEqualTo(prediction, within(1e-5));
            different = Math.max(different, Math.abs(Fixtures.netInput(ofOnce, RAIN.inputs(row)) - prediction));
        }
        assertThat(different).as("difference that the doubled rows make").isGreaterThan(0.01);
    }

    @Test
    void theScaleOfTheWeightsMattersToTheWeightDecayOnly() throws Exception {
        Samples fourfold = rows(RAIN, row -> 4, row -> 1);

        assertSame(
                fit(fourfold, Fixtures.stopping().weightDecay(0)),
                fit(RAIN, Fixtures.stopping().weightDecay(0)));
        assertSame(
                fit(fourfold, Fixtures.stopping().weightDecay(2)),
                fit(RAIN, Fixtures.stopping().weightDecay(0.5)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void withoutEpochsThePredictionIsTheMeanOfTheLimitedTargets(int heldOut) throws Exception {
        Bounds bounds = new Bounds(0.25, 1);
        for (OutputActivation activation :
                List.of(new ClampOutput(bounds, GradientPolicy.MASKED, 0.01), new SigmoidOutput(bounds))) {
            FittedNetwork fitted = NetworkTraining.fit(
                    Trainers.task(RAIN, Fixtures.quick().maxEpochs(0).validationSetSize(heldOut), activation));

            double prediction = activation.forward(Fixtures.netInput(fitted.network(), 100, -100));
            assertThat(prediction).isEqualTo(Fixtures.meanTarget(RAIN, bounds), within(1e-6));
            assertThat(fitted.curve().epochs()).isEmpty();
            assertThat(fitted.curve().bestEpoch()).isZero();
            assertThat(fitted.curve().stopReason()).isEqualTo(StopReason.MAX_EPOCHS);
        }
    }

    @Test
    void withoutHeldOutRowsItTrainsForAllEpochs() throws Exception {
        LearningCurve curve = fit(RAIN, Fixtures.quick().maxEpochs(17)).curve();

        assertThat(curve.epochs())
                .allMatch(epoch -> epoch.validation().rows() == 0)
                .extracting(Epoch::number)
                .isEqualTo(IntStream.rangeClosed(1, 17).boxed().toList());
        assertThat(curve.epochs()).allMatch(epoch -> epoch.training().rows() == 100);
        assertThat(curve.bestEpoch()).isEqualTo(17);
        assertThat(curve.refitEpochs()).isZero();
        assertThat(curve.stopReason()).isEqualTo(StopReason.MAX_EPOCHS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void anInterruptedThreadStopsAndStaysInterrupted(int heldOut) throws Exception {
        Hyperparameters endless = Fixtures.stopping()
                .validationSetSize(heldOut)
                .maxEpochs(Integer.MAX_VALUE)
                .patience(Integer.MAX_VALUE);
        Interrupted training = new Interrupted(endless);
        Thread thread = new Thread(training);
        thread.start();
        while (Arrays.stream(thread.getStackTrace())
                .noneMatch(frame -> frame.getMethodName().equals("trainBatch"))) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }

        thread.interrupt();
        thread.join(30_000); // far more than needed, because the machine may be busy

        assertThat(thread.isAlive()).isFalse();
        assertThat(training.outcome).isEqualTo("interrupted, flag true");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void divergenceEndsInFiniteWeightsAndSaysSo(int heldOut) throws Exception {
        for (int batch : new int[] {0, 1, 1000}) {
            FittedNetwork fitted = fit(
                    RAIN,
                    Fixtures.stopping()
                            .validationSetSize(heldOut)
                            .miniBatchSize(batch)
                            .optimizer(OptimizerKind.SGD)
                            .maxGradientNorm(Double.POSITIVE_INFINITY)
                            .learningRate(1e30));

            assertThat(fitted.curve().stopReason()).isEqualTo(StopReason.DIVERGED);
            assertThat(Arrays.stream(Fixtures.flat(fitted.network()))).allMatch(Double::isFinite);
            for (int row = 0; row < RAIN.size(); row++) {
                assertThat(CLAMP.forward(Fixtures.netInput(fitted.network(), RAIN.inputs(row))))
                        .isFinite();
            }
            assertThat(fitted.curve().finalResult().meanLoss()).isFinite();
        }
    }

    @ParameterizedTest
    @EnumSource
    void absurdHyperparametersStillEndInFiniteWeights(OptimizerKind kind) throws Exception {
        for (Hyperparameters hyperparameters : List.of(
                Fixtures.stopping().learningRate(Double.MAX_VALUE),
                Fixtures.stopping().learningRate(Double.MIN_VALUE),
                Fixtures.stopping().weightDecay(Double.MAX_VALUE),
                Fixtures.stopping().maxGradientNorm(Double.MIN_VALUE),
                Fixtures.stopping().maxGradientNorm(Double.MAX_VALUE).learningRate(1e10))) {
            assertThat(Arrays.stream(Fixtures.flat(
                            fit(RAIN, hyperparameters.optimizer(kind)).network())))
                    .allMatch(Double::isFinite);
        }
    }

    @Test
    void restartsDoNotTakeTheSmallestLearningRateToZero() throws Exception {
        // the targets lie between the bounds, but a float rounds their mean to the bound: every attempt is dead
        Samples dead = new Samples(new float[][] {{1}, {2}}, new double[] {1e-50, 1e-50}, new double[] {1, 1}, 1);

        FittedNetwork fitted = fit(dead, Fixtures.quick().learningRate(Double.MIN_VALUE));

        assertThat(fitted.curve().restarts()).isEqualTo(4);
        assertThat(fitted.curve().finalResult().dead()).isTrue();
        assertThat(fitted.curve().epochs())
                .as("epochs of the last resort, an untrained network")
                .isEmpty();
    }

    @Test
    void eachRestartHasTheGradientThatLeadsBackAndATenthOfTheStepsOfTheOneBefore() throws Exception {
        Samples samples = Fixtures.rain(30);
        Set<Integer> restarts = new TreeSet<>();
        for (int seed = 1; seed <= 40; seed++) {
            Hyperparameters hyperparameters =
                    Fixtures.quick().seed(seed).learningRate(3).maxEpochs(6);
            FittedNetwork fitted = fit(samples, hyperparameters);
            int restart = fitted.curve().restarts();
            if (restart > 0) {
                restarts.add(restart);
                Hyperparameters gentler = hyperparameters.copy().learningRate(3 * Math.pow(10, 1 - restart));
                assertThat(NetworkTraining.fit(
                                        Trainers.task(samples, gentler, CLAMP.withPolicy(GradientPolicy.TOWARDS)))
                                .network()
                                .blocks())
                        .isDeepEqualTo(fitted.network().blocks());
            }
        }
        assertThat(restarts).contains(1, 2);
    }

    @Test
    void oneRowAndNoInputAreEnough() throws Exception {
        Samples single = new Samples(new float[][] {{1}}, new double[] {0.5}, new double[] {3}, 1);
        for (int share : new int[] {0, 20, 90}) {
            FittedNetwork fitted = fit(single, Fixtures.stopping().validationSetSize(share));
            assertThat(Fixtures.netInput(fitted.network(), 1)).isEqualTo(0.5, within(0.1));
            assertThat(fitted.curve().finalResult().rows()).isEqualTo(1);
            assertThat(fitted.curve().epochs())
                    .allMatch(epoch -> epoch.training().rows() == 1);
        }
        Samples noInput = new Samples(new float[5][0], new double[] {0, 0, 1, 2, 2}, new double[] {1, 1, 1, 1, 1}, 0);
        FittedNetwork mean = fit(noInput, Fixtures.stopping());
        assertThat(Fixtures.netInput(mean.network())).isEqualTo(1);
        assertThat(mean.curve().epochs())
                .as("epochs, as there is nothing to learn")
                .isEmpty();
    }

    private static FittedNetwork fit(Samples samples, Hyperparameters hyperparameters) throws InterruptedException {
        return NetworkTraining.fit(Trainers.task(samples, hyperparameters, CLAMP));
    }

    private static void assertSame(FittedNetwork actual, FittedNetwork expected) {
        assertThat(actual.network().blocks()).isDeepEqualTo(expected.network().blocks());
        assertThat(actual.curve()).isEqualTo(expected.curve());
    }

    /** The rows with new weights, each repeated the given number of times. */
    private static Samples rows(Samples samples, Count weight, Count repetitions) {
        int[] rows = Arrays.stream(Fixtures.rows(samples.size()))
                .flatMap(row -> Arrays.stream(new int[repetitions.of(row)]).map(zero -> row))
                .toArray();
        return new Samples(
                Arrays.stream(rows).mapToObj(samples::inputs).toArray(float[][]::new),
                Arrays.stream(rows).mapToDouble(samples::target).toArray(),
                Arrays.stream(rows).mapToDouble(weight::of).toArray(),
                samples.inputCount());
    }

    private interface Count {
        int of(int row);
    }

    /** A training that records how it ended. */
    private static final class Interrupted implements Runnable {
        private final Hyperparameters hyperparameters;
        private volatile String outcome = "did not end";

        Interrupted(Hyperparameters hyperparameters) {
            this.hyperparameters = hyperparameters;
        }

        @Override
        public void run() {
            try {
                fit(RAIN, hyperparameters);
                outcome = "finished";
            } catch (InterruptedException e) {
                outcome = "interrupted, flag " + Thread.currentThread().isInterrupted();
            }
        }
    }
}
