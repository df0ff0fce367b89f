package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.HeldOutRows;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** A training that resumes from its serialised state gives the same bits as one that was never interrupted. */
class ResumeTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);
    private static final Samples RAIN = Fixtures.rain(100);
    private static final int NO_LIMIT = 1_000_000;

    @ParameterizedTest
    @CsvSource({"0, adam", "0, sgd", "20, adam", "20, sgd", "50, adam", "90, sgd"})
    void fiftyAndFiftyEpochsAreAHundred(int heldOut, String optimizer) throws Exception {
        Hyperparameters hyperparameters = Fixtures.quick()
                .validationSetSize(heldOut)
                .patience(NO_LIMIT)
                .optimizer(optimizer.equals("adam") ? OptimizerKind.ADAM : OptimizerKind.SGD);
        NetworkTraining training = start(RAIN, hyperparameters.maxEpochs(50));
        FittedNetwork half = run(training);

        FittedNetwork whole = run(resumed(training, Fixtures.rain(100), hyperparameters));

        assertSame(half, NetworkTraining.fit(Trainers.task(RAIN, hyperparameters, CLAMP)));
        assertThat(whole.curve().epochs()).hasSize(100);
        assertSame(
                whole,
                NetworkTraining.fit(Trainers.task(RAIN, hyperparameters.copy().maxEpochs(100), CLAMP)));
    }

    @Test
    void manyCallsWithDifferentNumbersOfEpochsAreOne() throws Exception {
        Hyperparameters hyperparameters = Fixtures.stopping().patience(NO_LIMIT);
        NetworkTraining training = start(RAIN, hyperparameters.maxEpochs(0));
        FittedNetwork fitted = run(training);
        for (int epochs : new int[] {1, 0, 7, 32}) {
            training = resumed(training, RAIN, hyperparameters.maxEpochs(epochs));
            fitted = run(training);
        }
        assertSame(fitted, NetworkTraining.fit(Trainers.task(RAIN, hyperparameters.maxEpochs(40), CLAMP)));
        assertThat(training.epochLimit()).isEqualTo(40);
    }

    @Test
    void oncePatienceHasEndedItNothingMoreHappensUnlessItIsRaised() throws Exception {
        Hyperparameters hyperparameters = Fixtures.stopping().maxEpochs(200).patience(5);
        NetworkTraining training = start(RAIN, hyperparameters);
        FittedNetwork impatient = run(training);
        int epochs = impatient.curve().epochs().size();
        assertThat(impatient.curve().stopReason()).isEqualTo(StopReason.PATIENCE);

        NetworkTraining again = resumed(training, RAIN, hyperparameters);
        assertThat(again.next()).isFalse();
        assertSame(again.finish(), impatient);

        hyperparameters.patience(NO_LIMIT).maxEpochs(100 - epochs);
        assertSame(
                run(resumed(training, RAIN, hyperparameters)),
                NetworkTraining.fit(Trainers.task(RAIN, hyperparameters.copy().maxEpochs(100), CLAMP)));
    }

    /** At this learning rate the output is dead for some seeds after the first call, after the second or after both. */
    @Test
    void restartsGoOnToo() throws Exception {
        Samples samples = Fixtures.rain(30);
        int atFirst = 0;
        int later = 0;
        int both = 0;
        for (int seed = 1; seed <= 80; seed++) {
            Hyperparameters hyperparameters = Fixtures.quick()
                    .seed((seed + 1) / 2)
                    .learningRate(0.3)
                    .validationSetSize(seed % 2 * 20)
                    .patience(NO_LIMIT);
            NetworkTraining training = start(samples, hyperparameters.maxEpochs(4));
            int before = run(training).curve().restarts();
            FittedNetwork fitted = run(resumed(training, samples, hyperparameters));
            int after = fitted.curve().restarts();
            assertSame(
                    fitted,
                    NetworkTraining.fit(
                            Trainers.task(samples, hyperparameters.copy().maxEpochs(8), CLAMP)));
            atFirst += before > after ? 1 : 0;
            later += before < after ? 1 : 0;
            both += before > 0 && before == after ? 1 : 0;
        }
        assertThat(atFirst).as("dead after the first call only").isPositive();
        assertThat(later).as("dead more often after the second").isPositive();
        assertThat(both).as("dead after both").isPositive();
    }

    @Test
    void aDivergedTrainingDoesNotGoOn() throws Exception {
        Hyperparameters hyperparameters = Fixtures.quick()
                .optimizer(OptimizerKind.SGD)
                .maxGradientNorm(Double.POSITIVE_INFINITY)
                .learningRate(1e30);
        NetworkTraining training = start(RAIN, hyperparameters);
        FittedNetwork diverged = run(training);
        assertThat(diverged.curve().stopReason()).isEqualTo(StopReason.DIVERGED);

        assertSame(run(resumed(training, RAIN, hyperparameters)), diverged);
    }

    @Test
    void aNewLearningRateIsUsed() throws Exception {
        NetworkTraining training = start(RAIN, Fixtures.quick());
        run(training);

        FittedNetwork slower = run(resumed(training, RAIN, Fixtures.quick().learningRate(1e-6)));
        FittedNetwork same = run(resumed(training, RAIN, Fixtures.quick()));

        assertThat(slower.network().blocks()).isNotEqualTo(same.network().blocks());
    }

    @Test
    void theLastRowsStayHeldOut() throws Exception {
        Hyperparameters hyperparameters = Fixtures.stopping().patience(NO_LIMIT).heldOutRows(HeldOutRows.LAST);
        NetworkTraining training = start(RAIN, hyperparameters.maxEpochs(5));
        run(training);
        assertSame(
                run(resumed(training, RAIN, hyperparameters)),
                NetworkTraining.fit(Trainers.task(RAIN, hyperparameters.copy().maxEpochs(10), CLAMP)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void endingAfterAnyEpochIsLikeThatLimitAndTheNetworkInBetweenIsTheOneAtTheEnd(int heldOut) throws Exception {
        Hyperparameters hyperparameters =
                Fixtures.stopping().validationSetSize(heldOut).maxEpochs(NO_LIMIT);
        NetworkTraining training = start(RAIN, hyperparameters);
        for (int epoch = 0; epoch < 8; epoch++) {
            FittedNetwork inOneGo = NetworkTraining.fit(
                    Trainers.task(RAIN, hyperparameters.copy().maxEpochs(epoch), CLAMP));
            assertSame(training.current(), inOneGo);
            NetworkTraining ended = resumed(training, RAIN, hyperparameters);
            assertSame(ended.finish(), inOneGo);
            assertThat(ended.epochLimit()).isEqualTo(epoch);
            assertThat(training.next()).isTrue();
        }
    }

    @Test
    void aNetworkHandedOutDoesNotChangeWithFurtherTraining() throws Exception {
        NetworkTraining training = start(RAIN, Fixtures.quick());
        training.next();
        Network early = training.current().network();
        double[] weights = Fixtures.flat(early);
        run(training);
        assertThat(Fixtures.flat(early)).isEqualTo(weights);
    }

    @Test
    void otherDataIsRefused() throws Exception {
        NetworkTraining training = start(RAIN, Fixtures.stopping());
        run(training);
        for (Samples other : List.of(
                Fixtures.rain(99),
                changed(RAIN, 1e-6f, 0, 0),
                changed(RAIN, 0, 1e-15, 0),
                changed(RAIN, 0, 0, 1e-3),
                new Samples(
                        inputs(RAIN, 0),
                        targets(RAIN, 0),
                        IntStream.range(0, 100).mapToDouble(row -> 2).toArray(),
                        2),
                RAIN.subset(IntStream.range(0, 100).map(row -> 99 - row).toArray()))) {
            assertThatThrownBy(() -> resumed(training, other, Fixtures.stopping()))
                    .isInstanceOf(OtherDataException.class)
                    .hasMessage("Training can go on only with the data that it began with, all rows in the same order,"
                            + " but this data is different.");
        }
        assertThat(resumed(training, changed(RAIN, 0, 0, 0), Fixtures.stopping()))
                .isNotNull();
    }

    @Test
    void hyperparametersThatShapeTheStateMustStay() throws Exception {
        NetworkTraining training = start(RAIN, Fixtures.stopping());
        run(training);
        refused(training, s -> s.hiddenSize(9), "hiddenSize must stay 8 when training is resumed, but is now 9.");
        refused(training, s -> s.seed(2), "seed must stay 1 ", "but is now 2.");
        refused(training, s -> s.lowerBound(-1), "lowerBound must stay 0.0 ", "-1.0.");
        refused(training, s -> s.upperBound(9), "upperBound must stay Infinity ", "9.0.");
        refused(
                training,
                s -> s.outputActivation(OutputKind.SOFTPLUS),
                "outputActivation must stay clamp ",
                "softplus");
        refused(training, s -> s.gradientPolicy(GradientPolicy.LEAKY), "gradientPolicy must stay masked ", "leaky.");
        refused(training, s -> s.leakSlope(0.5), "leakSlope must stay 0.01 ", "0.5.");
        refused(training, s -> s.miniBatchSize(3), "miniBatchSize must stay 0 ", "3.");
        refused(training, s -> s.validationSetSize(21), "validationSetSize must stay 20 ", "21.");
        refused(training, s -> s.heldOutRows(HeldOutRows.LAST), "heldOutRows must stay random ", "last.");
        refused(training, s -> s.optimizer(OptimizerKind.SGD), "optimizer must stay adam ", "sgd.");
        refused(training, s -> s.momentum(0.5), "momentum must stay 0.9 ", "0.5.");
        refused(training, s -> s.weightDecay(1), "weightDecay must stay 0.3 ", "1.0.");
        refused(training, s -> s.maxGradientNorm(1), "maxGradientNorm must stay 3.0 ", "1.0.");
        resumed(training, RAIN, Fixtures.stopping().maxEpochs(3).patience(4).learningRate(5));
    }

    private static void refused(NetworkTraining training, UnaryOperator<Hyperparameters> change, String... message) {
        assertThatThrownBy(() -> resumed(training, RAIN, change.apply(Fixtures.stopping())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(message);
    }

    private static NetworkTraining start(Samples samples, Hyperparameters hyperparameters) throws InterruptedException {
        return NetworkTraining.start(Trainers.task(samples, hyperparameters, CLAMP), TrainingListener.NONE);
    }

    private static FittedNetwork run(NetworkTraining training) throws InterruptedException {
        while (training.next()) {}
        return training.finish();
    }

    /** A serialised copy of a training, ready to resume; the training itself does not change. */
    private static NetworkTraining resumed(NetworkTraining training, Samples samples, Hyperparameters hyperparameters)
            throws IOException, ClassNotFoundException, InterruptedException {
        training.rememberSamples();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(training);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            NetworkTraining copy = (NetworkTraining) in.readObject();
            copy.resume(Trainers.task(samples, hyperparameters, CLAMP), TrainingListener.NONE);
            return copy;
        }
    }

    private static void assertSame(FittedNetwork actual, FittedNetwork expected) {
        assertThat(actual.network().blocks()).isDeepEqualTo(expected.network().blocks());
        assertThat(actual.curve()).isEqualTo(expected.curve());
        assertThat(actual.heldOut().predictions()).isEqualTo(expected.heldOut().predictions());
    }

    /** The samples with one number of each kind changed by an addition. */
    private static Samples changed(Samples samples, float input, double target, double weight) {
        double[] weights = new double[samples.size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = 1 + (row == 50 ? weight : 0);
        }
        return new Samples(inputs(samples, input), targets(samples, target), weights, samples.inputCount());
    }

    private static float[][] inputs(Samples samples, float added) {
        float[][] inputs = new float[samples.size()][];
        for (int row = 0; row < inputs.length; row++) {
            inputs[row] = samples.inputs(row).clone();
        }
        inputs[50][1] += added;
        return inputs;
    }

    private static double[] targets(Samples samples, double added) {
        double[] targets =
                IntStream.range(0, samples.size()).mapToDouble(samples::target).toArray();
        targets[51] += added;
        return targets;
    }
}
