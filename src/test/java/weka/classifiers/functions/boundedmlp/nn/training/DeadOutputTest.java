package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.Backprop;
import weka.classifiers.functions.boundedmlp.nn.backprop.Watch;
import weka.classifiers.functions.boundedmlp.nn.backprop.WholeBatch;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** The watch acts on rows that are clamped away from their targets, where the exact mask leaves no gradient. */
class DeadOutputTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final int ROWS = 100;
    private static final Samples RAIN = Fixtures.rain(ROWS);

    @ParameterizedTest
    @ValueSource(floats = {-5, 5})
    void aDeadOutputHasNoMaskedGradientButOneToTheRescue(float outputBias) {
        Network network = Network.initialise(2, 8, outputBias, new Random(1));
        Samples samples = samplesWithTargets(0.25);
        Backprop backprop = new Backprop(samples, 8, 1, ROWS, new SquaredError(Fixtures.clamp(0, 1)), 0);
        Network gradient = new Network(2, 8);

        RowFigures result = WholeBatch.lossAndGradient(backprop, network, ROWS, gradient, Watch.fresh(ROWS));
        assertThat(result.stuck()).isEqualTo(ROWS);
        assertThat(Fixtures.flat(gradient)).containsOnly(0);

        WholeBatch.lossAndGradient(backprop, network, ROWS, gradient, Watch.allStuck(ROWS));
        assertThat(gradient.outputBias() * outputBias)
                .as("gradient descent moves the output back")
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(floats = {-2, 3})
    void theWatchActsOnRowsThatWereStuckInTheEpochBeforeAndUntilTheyLive(float outputBias) throws Exception {
        MiniBatchTrainer trainer =
                Trainers.trainer(samplesWithTargets(0.25), hyperparameters(1).learningRate(0.05), Fixtures.clamp(0, 1));
        Network network = Trainers.trained(trainer);
        Fixtures.clear(network);
        network.setOutputBias(outputBias);

        assertThat(trainer.trainEpoch().clamped()).isEqualTo(ROWS);
        assertThat(network.outputBias())
                .as("unchanged by the first epoch, which only watches")
                .isEqualTo(outputBias);
        assertThat(trainer.rescues()).isZero();

        for (int epoch = 0; epoch < 20; epoch++) {
            trainer.trainEpoch();
        }
        assertThat(trainer.rescues()).isGreaterThanOrEqualTo(ROWS);
        assertThat(trainer.trainEpoch().clamped()).isZero();
    }

    @Test
    void theWatchLeavesAnOutputAloneThatIsAtTheBoundWhereItsTargetsAre() throws Exception {
        for (double target : new double[] {0, -3}) {
            MiniBatchTrainer trainer = Trainers.trainer(
                    samplesWithTargets(target), hyperparameters(1).learningRate(0.05), Fixtures.clamp(0, 1));
            Trainers.trained(trainer).setOutputBias(-2);
            for (int epoch = 0; epoch < 5; epoch++) {
                assertThat(trainer.trainEpoch()).matches(result -> result.clamped() == ROWS && result.stuck() == 0);
            }
            assertThat(trainer.rescues()).isZero();
            assertThat(Trainers.trained(trainer).outputBias()).isEqualTo(-2);

            Trainers.trained(trainer).setOutputBias(0.5f);
            trainer.trainEpoch();
            assertThat(trainer.rescues())
                    .as("rescues of an output that needs none")
                    .isZero();
        }
    }

    @Test
    void singleRowsAreBroughtBackWhileOthersLive() throws Exception {
        Hyperparameters hyperparameters = hyperparameters(1).learningRate(0.01);
        MiniBatchTrainer trainer = Trainers.trainer(samplesWithTargets(0.25), hyperparameters, Fixtures.clamp(0, 1));
        Network network = Trainers.trained(trainer);
        Fixtures.clear(network);
        network.setOutputBias(0.5f);
        network.inputWeights(0)[0] = 1;
        network.outputWeights()[0] = -1; // clamps the rows whose first input is above a half

        int stuck = trainer.trainEpoch().stuck();
        assertThat(stuck).isBetween(ROWS / 10, ROWS * 3 / 4);
        for (int epoch = 0; epoch < 200; epoch++) {
            trainer.trainEpoch();
        }
        assertThat(trainer.trainEpoch().stuck()).isZero();
        assertThat(trainer.rescues()).isGreaterThanOrEqualTo(stuck);
    }

    @Test
    void targetsThatAllLieAtBoundsAreNotAllPredictedAtOneOfThem() throws Exception {
        Samples samples = samplesWithTargets(row -> RAIN.target(row) > 0.5 ? 1 : 0);
        int restarts = 0;
        for (int seed = 1; seed <= 20; seed++) {
            LearningCurve curve = NetworkTraining.fit(
                            Trainers.task(samples, hyperparameters(seed).learningRate(0.3), Fixtures.clamp(0, 1)))
                    .curve();
            assertThat(curve.finalResult().dead()).as("seed " + seed).isFalse();
            restarts += curve.restarts();
        }
        assertThat(restarts).isPositive();
    }

    @Test
    void aTrainingThatDiesForEverWithoutTheWatchIsBroughtBackByIt() throws Exception {
        ClampOutput clamp = Fixtures.clamp(0, INF);
        int deaths = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Network unwatched = trainWithoutTheWatch(hyperparameters(seed), clamp);
            RowFigures without = Fixtures.loss(unwatched, RAIN, clamp);
            LearningCurve with = NetworkTraining.fit(Trainers.task(RAIN, hyperparameters(seed), clamp))
                    .curve();
            assertThat(with.finalResult().clamped()).as("seed " + seed).isLessThan(ROWS);
            if (without.clamped() == ROWS) {
                deaths++;
                assertThat(with.rescues()).as("seed " + seed).isPositive();
                assertThat(with.finalResult().stuck()).as("seed " + seed).isLessThan(without.stuck());
                assertThat(with.finalResult().meanLoss()).as("seed " + seed).isLessThan(without.meanLoss());
            }
        }
        assertThat(deaths).as("seeds whose output dies").isGreaterThanOrEqualTo(5);
    }

    /** The learning rate is ten times that of other tests, so the clamped output dies for more than half the seeds. */
    private static Hyperparameters hyperparameters(int seed) {
        return Fixtures.quick().seed(seed).learningRate(0.1).maxEpochs(60).weightDecay(0);
    }

    /** Resets the watch before each epoch, so that it never knows of a stuck row. */
    private static Network trainWithoutTheWatch(Hyperparameters hyperparameters, ClampOutput clamp) throws Exception {
        MiniBatchTrainer trainer = Trainers.trainer(RAIN, hyperparameters, clamp);
        Field watch = MiniBatchTrainer.class.getDeclaredField("stuckRows");
        watch.setAccessible(true);
        for (int epoch = 0; epoch < hyperparameters.maxEpochs(); epoch++) {
            watch.set(trainer, Watch.fresh(ROWS));
            trainer.trainEpoch();
        }
        assertThat(trainer.rescues()).isZero();
        return trainer.network();
    }

    private static Samples samplesWithTargets(double target) {
        return samplesWithTargets(row -> target);
    }

    private static Samples samplesWithTargets(IntToDoubleFunction target) {
        float[][] inputs = new float[ROWS][];
        double[] targets = new double[ROWS];
        double[] weights = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            inputs[i] = RAIN.inputs(i);
            targets[i] = target.applyAsDouble(i);
            weights[i] = 1;
        }
        return new Samples(inputs, targets, weights, 2);
    }
}
