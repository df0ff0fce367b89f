package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** Which calls a listener gets during training, and in which order. */
class TrainingListenerTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);
    private static final Samples RAIN = Fixtures.rain(100);

    @Test
    void eachEpochOnAllRowsIsReported() throws Exception {
        Recording recording = new Recording();
        LearningCurve curve = fit(RAIN, Fixtures.quick().maxEpochs(3), recording);

        assertThat(recording.events)
                .containsExactly(
                        "started after 0 of 3",
                        "epoch 1 of 3, 0 on all rows",
                        "epoch 2 of 3, 0 on all rows",
                        "epoch 3 of 3, 0 on all rows",
                        "ended after 3");
        assertThat(recording.figures).isEqualTo(curve.epochs());
    }

    @Test
    void theTrainingOnAllRowsGoesAsFarAsTheBestEpochOfTheSearch() throws Exception {
        Recording recording = new Recording();
        LearningCurve curve = fit(Fixtures.rain(400), Fixtures.stopping(), recording);

        int count = curve.epochCount();
        assertThat(recording.events.get(0)).isEqualTo("started after 0 of 200");
        assertThat(recording.events).hasSize(1 + count + 1).endsWith("ended after " + count);
        assertThat(recording.refitEpochs.get(count - 1)).isEqualTo(curve.bestEpoch());
        assertThat(recording.figures).isEqualTo(curve.epochs());
        int longestJump = 0;
        for (int i = 1; i < count; i++) {
            int before = recording.refitEpochs.get(i - 1);
            int refits = recording.refitEpochs.get(i);
            assertThat(refits).as("the best epoch of %d", i + 1).isIn(before, i + 1);
            longestJump = Math.max(longestJump, refits - before);
        }
        assertThat(longestJump)
                .as("the longest jump, after epochs without an improvement")
                .isGreaterThan(1);
    }

    @Test
    void aResumedTrainingSaysWhereItBegins() throws Exception {
        NetworkTraining training =
                NetworkTraining.start(Trainers.task(RAIN, Fixtures.quick().maxEpochs(2), CLAMP), TrainingListener.NONE);
        while (training.next()) {}
        Recording recording = new Recording();

        training.rememberSamples();
        training.resume(Trainers.task(RAIN, Fixtures.quick().maxEpochs(1), CLAMP), recording);
        while (training.next()) {}

        assertThat(recording.events).containsExactly("started after 2 of 3", "epoch 3 of 3, 0 on all rows");
    }

    @Test
    void eachRestartIsReportedAndCountsItsEpochsFromOne() throws Exception {
        // the targets lie between the bounds, but a float rounds their mean to the bound: every attempt is dead
        Samples dead = new Samples(new float[][] {{1}, {2}}, new double[] {1e-50, 1e-50}, new double[] {1, 1}, 1);
        Recording recording = new Recording();
        fit(dead, Fixtures.quick().maxEpochs(1).learningRate(Double.MIN_VALUE), recording);

        assertThat(recording.events)
                .containsExactly(
                        "started after 0 of 1",
                        "epoch 1 of 1, 0 on all rows",
                        "restart 1",
                        "epoch 1 of 1, 0 on all rows",
                        "restart 2",
                        "epoch 1 of 1, 0 on all rows",
                        "restart 3",
                        "epoch 1 of 1, 0 on all rows",
                        "restart 4",
                        "ended after 0");
    }

    private static LearningCurve fit(Samples samples, Hyperparameters hyperparameters, TrainingListener listener)
            throws InterruptedException {
        NetworkTraining training = NetworkTraining.start(Trainers.task(samples, hyperparameters, CLAMP), listener);
        while (training.next()) {}
        return training.finish().curve();
    }

    private static final class Recording implements TrainingListener {

        private final List<String> events = new ArrayList<>();
        private final List<Integer> refitEpochs = new ArrayList<>();
        private final List<Epoch> figures = new ArrayList<>();

        @Override
        public void started(int epochs, int epochLimit) {
            events.add("started after " + epochs + " of " + epochLimit);
        }

        @Override
        public void epochEnded(int number, int epochLimit, int refits, Epoch epoch) {
            events.add("epoch " + number + " of " + epochLimit + ", " + refits + " on all rows");
            refitEpochs.add(refits);
            figures.add(epoch);
        }

        @Override
        public void restarted(int restart) {
            events.add("restart " + restart);
        }

        @Override
        public void ended(LearningCurve curve) {
            events.add("ended after " + curve.epochCount());
        }
    }
}
