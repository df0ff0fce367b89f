package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice.Trial;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** The held-out rows choose the number of bins. */
class BinsChoiceTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);

    @Test
    void binsAreChosenWhereTheTargetHasSteps() throws Exception {
        BinsChoice choice =
                fit(curve(x -> Math.floor(4 * x) % 2, 0.1), Fixtures.choosing()).binsChoice();
        assertThat(choice.most()).isPositive();
    }

    @Test
    void noneAreChosenWhereTheyOnlyFitNoise() throws Exception {
        assertThat(fit(curve(x -> 3 + x, 2), Fixtures.choosing()).binsChoice().most())
                .isZero();
    }

    @Test
    void theTrialWithTheLowestLossIsChosen() throws Exception {
        FittedNetwork fitted = fit(curve(x -> Math.floor(4 * x) % 2, 0.1), Fixtures.choosing());

        BinsChoice choice = fitted.binsChoice();
        assertThat(choice.trials()).extracting(Trial::bins).containsExactly(0, 8, 24);
        Trial best = choice.trials().stream()
                .min(Comparator.comparingDouble(Trial::validationLoss))
                .orElseThrow();
        assertThat(choice.most()).isEqualTo(best.bins());
        assertThat(fitted.curve().best().orElseThrow().validation().meanLoss()).isEqualTo(best.validationLoss());
        assertThat(fitted.network().inputCount()).isEqualTo(1 + best.bins());
        // the trial itself is the training with that number
        FittedNetwork alone =
                fit(curve(x -> Math.floor(4 * x) % 2, 0.1), Fixtures.choosing().bins(best.bins()));
        assertThat(alone.network().blocks()).isDeepEqualTo(fitted.network().blocks());
    }

    @Test
    void whereAllInputsHaveTwoValuesThereIsNothingToChoose() throws Exception {
        FittedNetwork fitted = fit(curve(x -> 1 + Math.floor(4 * x), 0.1, 1), Fixtures.choosing());
        assertThat(fitted.binsChoice()).isEqualTo(new BinsChoice(0, List.of()));
        assertThat(fitted.bins()).isNull();
    }

    @Test
    void aNumberThatIsGivenIsTakenAndNoneWithoutHeldOutRows() throws Exception {
        Samples data = curve(x -> Math.floor(4 * x) % 2, 0.1);
        FittedNetwork given = fit(data, Fixtures.quick().bins(5));
        assertThat(given.binsChoice()).isEqualTo(new BinsChoice(5, List.of()));
        assertThat(given.network().inputCount()).isEqualTo(6);
        FittedNetwork unknown = fit(data, Fixtures.choosing().validationSetSize(0));
        assertThat(unknown.binsChoice().most()).isZero();
    }

    @Test
    void aNumberOfBinsWithWhichTrainingDivergesIsNotChosen() throws Exception {
        Hyperparameters diverging = Fixtures.choosing()
                .hiddenSize(16)
                .optimizer(OptimizerKind.SGD)
                .learningRate(30)
                .maxGradientNorm(Double.POSITIVE_INFINITY)
                .maxEpochs(3);
        int chosen = 0;
        for (int seed = 1; seed <= 20; seed++) { // of some, the first number diverges in its first epoch
            chosen += fit(curve(x -> 0, 1), diverging.copy().seed(seed)).curve().epochCount() > 0 ? 1 : 0;
        }
        assertThat(chosen).isPositive();
    }

    @Test
    void numbersOfBinsThatAreClearlyBehindAreGivenUpAfterTwentyEpochs() throws Exception {
        Samples line = curve(x -> 10 * x, 0.01).subset(Fixtures.rows(40));
        Hyperparameters patient = Fixtures.choosing().patience(1_000);
        double alone = workOfSixtyEpochs(line, patient.copy().bins(0)); // with one input

        double work = workOfSixtyEpochs(line, patient);

        int inputs = (1 + 8) + (1 + 24); // of the others
        assertThat(work).isLessThan(alone * (1 + 0.9 * inputs)).isGreaterThanOrEqualTo(alone * (1 + inputs / 3.0));
    }

    private static double workOfSixtyEpochs(Samples samples, Hyperparameters hyperparameters) throws Exception {
        TrainingAttempt attempt = new TrainingAttempt(Trainers.task(samples, hyperparameters, CLAMP));
        for (int epoch = 0; epoch < 60; epoch++) {
            attempt.advance(60);
        }
        return attempt.workDone();
    }

    @Test
    void aPercentageOfManyRowsDoesNotOverflow() {
        assertThat(TrainingAttempt.heldOut(110_000_000, new Hyperparameters())).isEqualTo(22_000_000);
        assertThat(TrainingAttempt.heldOut(10, new Hyperparameters().validationSetSize(25)))
                .isEqualTo(3);
        assertThat(TrainingAttempt.heldOut(1, new Hyperparameters())).isZero();
    }

    private static FittedNetwork fit(Samples samples, Hyperparameters hyperparameters) throws InterruptedException {
        return NetworkTraining.fit(Trainers.task(samples, hyperparameters, CLAMP));
    }

    private static Samples curve(DoubleUnaryOperator target, double noise) {
        return curve(target, noise, Integer.MAX_VALUE);
    }

    /** One input with as many steps between 0 and 1 as given, from 200 random numbers. */
    private static Samples curve(DoubleUnaryOperator target, double noise, int steps) {
        Random random = new Random(4);
        float[][] inputs = new float[200][1];
        double[] targets = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            double x = Math.rint(random.nextDouble() * steps) / steps;
            inputs[i][0] = (float) x;
            targets[i] = target.applyAsDouble(x) + noise * random.nextGaussian();
        }
        double[] ones = new double[inputs.length];
        Arrays.fill(ones, 1);
        return new Samples(inputs, targets, ones, 1);
    }
}
