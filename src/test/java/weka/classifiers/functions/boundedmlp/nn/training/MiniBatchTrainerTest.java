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
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** Compares training, step by step, with its formulas in double precision. */
class MiniBatchTrainerTest {

    private static final int ROWS = 20;
    private static final int SIZE = 6;
    /** Enough steps for the averaging rate to become constant, which takes 13. */
    private static final int EPOCHS = 16;

    private static final Samples SAMPLES = weightedRain();
    /** With this gradient, the watch over stuck rows changes nothing. */
    private static final ClampOutput CLAMP = new ClampOutput(new Bounds(0, 1), GradientPolicy.TOWARDS, 0.01);

    @ParameterizedTest
    @EnumSource
    void fullBatchesFollowTheFormulas(OptimizerKind kind) throws Exception {
        for (double limit : new double[] {0.125, Double.POSITIVE_INFINITY}) {
            Hyperparameters hyperparameters = hyperparameters(kind).maxGradientNorm(limit);
            MiniBatchTrainer trainer = Trainers.trainer(SAMPLES, hyperparameters, CLAMP);
            Formulas formulas = new Formulas(hyperparameters);
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
            MiniBatchTrainer trainer = Trainers.trainer(
                    SAMPLES, hyperparameters(OptimizerKind.ADAM).miniBatchSize(batch), CLAMP);
            // the learning rate is too small to change anything, so the sum over the batches is the loss at the start
            MiniBatchTrainer still = Trainers.trainer(
                    SAMPLES,
                    hyperparameters(OptimizerKind.ADAM).miniBatchSize(batch).learningRate(1e-30),
                    CLAMP);
            double start = Fixtures.loss(still.network(), SAMPLES, CLAMP).lossSum();

            assertThat(still.trainEpoch().lossSum()).as("batches of " + batch).isEqualTo(start, within(1e-9));
            assertThat(trainer.trainEpoch().rows()).isEqualTo(ROWS);
        }
    }

    /** An epoch has about forty steps; the batch size is a power of two from 4 to 64. */
    @ParameterizedTest
    @CsvSource({"3, 3", "20, 4", "279, 4", "280, 8", "1239, 16", "1240, 32", "10000, 64"})
    void theBatchSizeFollowsFromTheNumberOfRowsIfNoneIsSet(int rows, int batchSize) throws Exception {
        Samples samples = Fixtures.rain(rows);
        MiniBatchTrainer automatic =
                Trainers.trainer(samples, hyperparameters(OptimizerKind.ADAM).miniBatchSize(0), CLAMP);
        MiniBatchTrainer chosen =
                Trainers.trainer(samples, hyperparameters(OptimizerKind.ADAM).miniBatchSize(batchSize), CLAMP);

        assertThat(automatic.trainEpoch()).isEqualTo(chosen.trainEpoch());
        assertThat(automatic.network().blocks()).isDeepEqualTo(chosen.network().blocks());
    }

    /** A garbage collection moves arrays, mostly to places where reading them is slower. */
    @Test
    void rowsAreMovedAgainAfterAGarbageCollection() throws Exception {
        MiniBatchTrainer trainer =
                Trainers.trainer(SAMPLES, hyperparameters(OptimizerKind.ADAM).hiddenSize(16), CLAMP);
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
        assertThat(kept).as("epochs without a garbage collection").isPositive();
        trainer.trainEpoch();
        weights = Trainers.trained(trainer).outputWeights();

        System.gc();
        trainer.trainEpoch();

        assertThat(Trainers.trained(trainer).outputWeights()).isNotSameAs(weights);
    }

    /** Only the output bias changes; each step moves it by the same fraction of its distance to the targets. */
    @Test
    void theAverageOfLongEpochsIsBroughtUpToDateAHundredTimesInEach() throws Exception {
        int rows = 399; // as many steps per epoch, so every third is averaged
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        Hyperparameters hyperparameters = hyperparameters(OptimizerKind.SGD)
                .momentum(0)
                .weightDecay(0)
                .miniBatchSize(1)
                .learningRate(1 / 1024.0)
                .maxGradientNorm(Double.POSITIVE_INFINITY);
        MiniBatchTrainer trainer = Trainers.trainer(
                new Samples(new float[rows][0], ones, ones, 0),
                hyperparameters,
                Fixtures.linear(GradientPolicy.MASKED));
        Trainers.trained(trainer).setOutputBias(0);

        double bias = 0;
        double average = 1; // the bias before it was set to 0
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
        MiniBatchTrainer trainer = Trainers.trainer(SAMPLES, hyperparameters(OptimizerKind.ADAM), CLAMP);
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
        Hyperparameters hyperparameters = hyperparameters(OptimizerKind.SGD)
                .learningRate(1e30)
                .maxGradientNorm(Double.POSITIVE_INFINITY)
                .miniBatchSize(1);
        MiniBatchTrainer trainer = Trainers.trainer(SAMPLES, hyperparameters, CLAMP);

        assertThatThrownBy(trainer::trainEpoch).isInstanceOf(DivergenceException.class);
    }

    @Test
    void aLossThatIsNotFiniteEndsTheEpochWhereTheMaskHidesTheGradientToo() throws InterruptedException {
        MiniBatchTrainer trainer = Trainers.trainer(oneRow(1, 1e200), hyperparameters(OptimizerKind.SGD), CLAMP);

        assertThatThrownBy(trainer::trainEpoch).isInstanceOf(DivergenceException.class);
    }

    @Test
    void aGradientThatIsNotFiniteEndsTheEpochWhileTheLossStillIs() throws Exception {
        Samples samples = new Samples(new float[][] {{1}, {1}}, new double[] {1e30, -1e30}, new double[] {1, 1}, 1);
        ClampOutput linear = Fixtures.linear(GradientPolicy.MASKED);
        MiniBatchTrainer trainer =
                Trainers.trainer(samples, hyperparameters(OptimizerKind.SGD).miniBatchSize(1), linear);
        assertThat(Fixtures.loss(trainer.network(), samples, linear).meanLoss()).isFinite();

        assertThatThrownBy(trainer::trainEpoch).isInstanceOf(DivergenceException.class);
    }

    private static Samples oneRow(float input, double target) {
        return new Samples(new float[][] {{input}}, new double[] {target}, new double[] {1}, 1);
    }

    private static Hyperparameters hyperparameters(OptimizerKind kind) {
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

    /** Full-batch steps, whose gradients come from the {@link ReferenceNetwork}. */
    private static final class Formulas {

        private static final int[] ALL = Fixtures.rows(ROWS);

        private final Hyperparameters hyperparameters;
        private final double decay;
        private final double[] average;
        private final double[] first;
        private final double[] second;
        private double[] parameters;
        private int clippedSteps;

        Formulas(Hyperparameters hyperparameters) throws InterruptedException {
            this.hyperparameters = hyperparameters;
            decay = hyperparameters.weightDecay() / SAMPLES.totalWeight();
            Random random = new Random(hyperparameters.seed());
            Network start = Network.initialise(2, SIZE, Fixtures.meanTarget(SAMPLES, CLAMP.bounds()), random);
            HiddenKinks.spread(start, SAMPLES, random);
            parameters = Fixtures.flat(start);
            average = parameters.clone();
            first = new double[parameters.length];
            second = new double[parameters.length];
        }

        /** Makes a step and returns the loss before it. */
        double step(int number) {
            ReferenceNetwork network = new ReferenceNetwork(2, SIZE, parameters);
            double[] gradient = network.gradient(SAMPLES, ALL, CLAMP, decay);
            double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
            clippedSteps += norm > hyperparameters.maxGradientNorm() ? 1 : 0;
            double factor = Math.min(1, hyperparameters.maxGradientNorm() / norm);
            parameters = parameters.clone();
            // the average covers a fifth of the steps so far, at first, and later three epochs, here three steps
            double averagingRate = Math.max(1 / (1 + 0.2 * number), 1 - Math.exp(-1 / 3.0));
            for (int p = 0; p < parameters.length; p++) {
                parameters[p] -= hyperparameters.learningRate() * direction(p, gradient[p] * factor, number);
                average[p] += averagingRate * (parameters[p] - average[p]);
            }
            return network.cost(SAMPLES, ALL, CLAMP, 0);
        }

        private double direction(int p, double slope, int number) {
            if (hyperparameters.optimizer() == OptimizerKind.SGD) {
                first[p] = hyperparameters.momentum() * first[p] + slope;
                return first[p];
            }
            first[p] = 0.9 * first[p] + 0.1 * slope;
            second[p] = 0.999 * second[p] + 0.001 * slope * slope;
            double corrected = second[p] / (1 - Math.pow(0.999, number));
            return first[p] / (1 - Math.pow(0.9, number)) / (Math.sqrt(corrected) + 1e-8);
        }
    }
}
