package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.ReferenceNetwork;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** Training step by step against its formulas in double precision. */
class MiniBatchTrainerTest {

    private static final int ROWS = 20;
    private static final int SIZE = 6;
    /** Until the averaging has left its start behind, which it does after 13 steps. */
    private static final int EPOCHS = 16;

    private static final Samples SAMPLES = weightedRain();
    private static final ClampOutput CLAMP = Fixtures.clamp(0, 1);

    @ParameterizedTest
    @EnumSource
    void fullBatchesFollowTheFormulas(OptimizerKind kind) throws Exception {
        for (double limit : new double[] {0.125, Double.POSITIVE_INFINITY}) {
            Hyperparameters settings = settings(kind).maxGradientNorm(limit);
            MiniBatchTrainer trainer = Trainers.trainer(SAMPLES, settings, CLAMP);
            Formulas formulas = new Formulas(settings);
            assertThat(Fixtures.flat(trainer.network())).containsExactly(formulas.average, within(0.0));
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                double cost = formulas.step(epoch);

                RowFigures result = trainer.trainEpoch();

                assertThat(result.rows()).isEqualTo(ROWS);
                assertThat(result.meanLoss()).isEqualTo(cost, within(1e-5));
                assertThat(Fixtures.flat(trainer.network())).containsExactly(formulas.average, within(1e-5));
            }
            assertThat(formulas.clippedSteps > 0).as("some steps are clipped").isEqualTo(limit < 1);
        }
    }

    @Test
    void everyEpochMeetsEveryRowOnceInBatchesOfTheSizeAskedFor() throws Exception {
        for (int batch : new int[] {1, 3, 7, 19, 20, 21, 1000}) {
            MiniBatchTrainer trainer =
                    Trainers.trainer(SAMPLES, settings(OptimizerKind.ADAM).miniBatchSize(batch), CLAMP);
            // the rate is too small to move anything, so the sum over the batches is the loss of the start
            MiniBatchTrainer still = Trainers.trainer(
                    SAMPLES, settings(OptimizerKind.ADAM).miniBatchSize(batch).learningRate(1e-30), CLAMP);
            double start = Fixtures.loss(still.network(), SAMPLES, CLAMP).lossSum();

            assertThat(still.trainEpoch().lossSum()).as("batches of " + batch).isEqualTo(start, within(1e-9));
            assertThat(trainer.trainEpoch().rows()).isEqualTo(ROWS);
        }
    }

    /** About forty steps an epoch, with a power of two from 4 to 64 rows each. */
    @ParameterizedTest
    @CsvSource({"3, 3", "20, 4", "279, 4", "280, 8", "1239, 16", "1240, 32", "10000, 64"})
    void theBatchSizeFollowsFromTheNumberOfRowsIfNoneIsSet(int rows, int batchSize) throws Exception {
        Samples samples = Fixtures.rain(rows);
        MiniBatchTrainer automatic =
                Trainers.trainer(samples, settings(OptimizerKind.ADAM).miniBatchSize(0), CLAMP);
        MiniBatchTrainer chosen =
                Trainers.trainer(samples, settings(OptimizerKind.ADAM).miniBatchSize(batchSize), CLAMP);

        assertThat(automatic.trainEpoch()).isEqualTo(chosen.trainEpoch());
        assertThat(automatic.network().blocks()).isDeepEqualTo(chosen.network().blocks());
    }

    /** A collection moves arrays, mostly to where they are read more slowly. */
    @Test
    void rowsArePlacedAnewAfterAGarbageCollection() throws Exception {
        MiniBatchTrainer trainer =
                Trainers.trainer(SAMPLES, settings(OptimizerKind.ADAM).hiddenSize(16), CLAMP);
        for (int epoch = 0; epoch < 4; epoch++) {
            trainer.trainEpoch();
        }
        float[] weights = Trainers.trained(trainer).outputWeights();
        int kept = 0;
        for (int epoch = 5; epoch < 8; epoch++) {
            trainer.trainEpoch();
            kept += Trainers.trained(trainer).outputWeights() == weights ? 1 : 0;
            weights = Trainers.trained(trainer).outputWeights();
        }
        assertThat(kept).as("epochs without a collection").isPositive();
        trainer.trainEpoch();
        weights = Trainers.trained(trainer).outputWeights();

        System.gc();
        trainer.trainEpoch();

        assertThat(Trainers.trained(trainer).outputWeights()).isNotSameAs(weights);
    }

    /** Only the output bias moves, and each step takes it the same share of the way to the targets. */
    @Test
    void theAverageOfLongEpochsIsBroughtUpToDateAHundredTimesInEach() throws Exception {
        int rows = 399; // steps, so every third is averaged
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        Hyperparameters settings = settings(OptimizerKind.SGD)
                .momentum(0)
                .weightDecay(0)
                .miniBatchSize(1)
                .learningRate(1 / 1024.0)
                .maxGradientNorm(Double.POSITIVE_INFINITY);
        MiniBatchTrainer trainer = Trainers.trainer(
                new Samples(new float[rows][0], ones, ones, 0), settings, Fixtures.linear(GradientPolicy.MASKED));
        Trainers.trained(trainer).setOutputBias(0);

        double bias = 0;
        double average = 1; // where training would have started
        for (int epoch = 0; epoch < 5; epoch++) {
            for (int step = epoch * rows + 1; step <= (epoch + 1) * rows; step++) {
                bias += (1 - bias) / 1024;
                if (step % 3 == 0) {
                    double rate = Math.max(1 / (1 + 0.2 * step / 3), 1 - Math.exp(-3 / (3.0 * rows)));
                    average += rate * (bias - average);
                }
            }
            trainer.trainEpoch();
            assertThat(trainer.network().outputBias()).isEqualTo((float) average, within(1e-5f));
        }
    }

    @Test
    void shufflingKeepsEveryRow() {
        assertThat(Fixtures.shuffled(100, new Random(1)))
                .containsExactlyInAnyOrder(Fixtures.rows(100))
                .isNotEqualTo(Fixtures.rows(100));
    }

    @Test
    void shufflingMakesEveryOrderEquallyOften() {
        Random random = new Random(1);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            counts.merge(Arrays.toString(Fixtures.shuffled(3, random)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(6);
        assertThat(counts.values()).allMatch(count -> count > 880 && count < 1120);
    }

    @Test
    void everyEpochHasAnOrderOfItsOwn() throws Exception {
        MiniBatchTrainer trainer = Trainers.trainer(SAMPLES, settings(OptimizerKind.ADAM), CLAMP);
        Field field = MiniBatchTrainer.class.getDeclaredField("order");
        field.setAccessible(true);
        int[] order = (int[]) field.get(trainer);
        Set<String> orders = new HashSet<>();
        for (int epoch = 0; epoch < 10; epoch++) {
            trainer.trainEpoch();
            orders.add(Arrays.toString(order));
        }
        assertThat(orders).hasSize(10);
        assertThat(order).containsExactlyInAnyOrder(Fixtures.rows(ROWS));
    }

    @Test
    void aLossOrGradientThatIsNotFiniteEndsTheEpochAtOnce() throws InterruptedException {
        Hyperparameters settings = settings(OptimizerKind.SGD)
                .learningRate(1e30)
                .maxGradientNorm(Double.POSITIVE_INFINITY)
                .miniBatchSize(1);
        MiniBatchTrainer trainer = Trainers.trainer(SAMPLES, settings, CLAMP);

        assertThatThrownBy(trainer::trainEpoch).isInstanceOf(DivergenceException.class);
    }

    @Test
    void aLossThatIsNotFiniteEndsTheEpochWhereTheMaskHidesTheGradientToo() throws InterruptedException {
        MiniBatchTrainer trainer = Trainers.trainer(oneRow(1, 1e200), settings(OptimizerKind.SGD), CLAMP);

        assertThatThrownBy(trainer::trainEpoch).isInstanceOf(DivergenceException.class);
    }

    @Test
    void aGradientThatIsNotFiniteEndsTheEpochWhileTheLossStillIs() throws Exception {
        Samples samples = new Samples(new float[][] {{1}, {1}}, new double[] {1e30, -1e30}, new double[] {1, 1}, 1);
        ClampOutput linear = Fixtures.linear(GradientPolicy.MASKED);
        MiniBatchTrainer trainer =
                Trainers.trainer(samples, settings(OptimizerKind.SGD).miniBatchSize(1), linear);
        assertThat(Fixtures.loss(trainer.network(), samples, linear).meanLoss()).isFinite();

        assertThatThrownBy(trainer::trainEpoch).isInstanceOf(DivergenceException.class);
    }

    private static Samples oneRow(float input, double target) {
        return new Samples(new float[][] {{input}}, new double[] {target}, new double[] {1}, 1);
    }

    private static Hyperparameters settings(OptimizerKind kind) {
        return Fixtures.quick()
                .hiddenSize(SIZE)
                .optimizer(kind)
                .learningRate(0.0625)
                .momentum(0.75)
                .weightDecay(2)
                .miniBatchSize(ROWS)
                .maxGradientNorm(0.125);
    }

    private static Samples weightedRain() {
        Samples rain = Fixtures.rain(ROWS);
        float[][] inputs = new float[ROWS][];
        double[] targets = new double[ROWS];
        double[] weights = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            inputs[i] = rain.inputs(i);
            targets[i] = rain.target(i);
            weights[i] = 1 + i % 3;
        }
        return new Samples(inputs, targets, weights, 2);
    }

    /** The steps on all rows at once, their gradients from the {@link ReferenceNetwork}. */
    private static final class Formulas {

        private static final int[] ALL = Fixtures.rows(ROWS);

        private final Hyperparameters settings;
        private final double decay;
        private final double[] average;
        private final double[] first;
        private final double[] second;
        private double[] parameters;
        private int clippedSteps;

        Formulas(Hyperparameters settings) {
            this.settings = settings;
            decay = settings.weightDecay() / SAMPLES.totalWeight();
            Network start = Network.initialise(
                    2, SIZE, Fixtures.meanTarget(SAMPLES, CLAMP.bounds()), new Random(settings.seed()));
            parameters = Fixtures.flat(start);
            average = parameters.clone();
            first = new double[parameters.length];
            second = new double[parameters.length];
        }

        /** Returns the loss before the step. */
        double step(int number) {
            ReferenceNetwork network = new ReferenceNetwork(2, SIZE, parameters);
            double[] gradient = network.gradient(SAMPLES, ALL, CLAMP, decay);
            double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
            clippedSteps += norm > settings.maxGradientNorm() ? 1 : 0;
            double factor = Math.min(1, settings.maxGradientNorm() / norm);
            parameters = parameters.clone();
            // the average covers a fifth of the steps so far, and in the long run three epochs, here three steps
            double averagingRate = Math.max(1 / (1 + 0.2 * number), 1 - Math.exp(-1 / 3.0));
            for (int p = 0; p < parameters.length; p++) {
                parameters[p] -= settings.learningRate() * direction(p, gradient[p] * factor, number);
                average[p] += averagingRate * (parameters[p] - average[p]);
            }
            return network.cost(SAMPLES, ALL, CLAMP, 0);
        }

        private double direction(int p, double slope, int number) {
            if (settings.optimizer() == OptimizerKind.SGD) {
                first[p] = settings.momentum() * first[p] + slope;
                return first[p];
            }
            first[p] = 0.9 * first[p] + 0.1 * slope;
            second[p] = 0.999 * second[p] + 0.001 * slope * slope;
            double corrected = second[p] / (1 - Math.pow(0.999, number));
            return first[p] / (1 - Math.pow(0.9, number)) / (Math.sqrt(corrected) + 1e-8);
        }
    }
}
