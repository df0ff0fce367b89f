package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
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
                        "started after 0 of 3", "epoch 1 of 3", "epoch 2 of 3", "epoch 3 of 3", "ended after 3");
        assertThat(recording.figures).isEqualTo(curve.epochs());
    }

    @Test
    void afterTheSearchTheTrainingOnAllRowsIsReported() throws Exception {
        Recording recording = new Recording();
        LearningCurve curve = fit(Fixtures.rain(400), Fixtures.stopping(), recording);

        int count = curve.epochCount();
        int best = curve.bestEpoch();
        assertThat(best).isBetween(2, count - 1);
        List<String> expected = new ArrayList<>(List.of("started after 0 of 200"));
        IntStream.rangeClosed(1, count).forEach(epoch -> expected.add("epoch " + epoch + " of 200"));
        IntStream.rangeClosed(1, best).forEach(epoch -> expected.add("on all rows " + epoch + " of " + best));
        expected.add("ended after " + count);
        assertThat(recording.events).isEqualTo(expected);
        assertThat(recording.figures).isEqualTo(curve.epochs());
    }

    @Test
    void theWorkThatIsLeftIsAtLeastWhatFollowsAndEndsWithNone() throws Exception {
        Recording recording = new Recording();
        fit(Fixtures.rain(400), Fixtures.choosing(), recording);

        List<Double> left = recording.workLeft;
        assertThat(left.get(left.size() - 1)).isZero();
        assertThat(left).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(left.get(0)).as("epochs that may follow the first").isGreaterThan(199);
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

        assertThat(recording.events).containsExactly("started after 2 of 3", "epoch 3 of 3");
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
                        "epoch 1 of 1",
                        "restart 1",
                        "epoch 1 of 1",
                        "restart 2",
                        "epoch 1 of 1",
                        "restart 3",
                        "epoch 1 of 1",
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
        private final List<Double> workLeft = new ArrayList<>();
        private final List<Epoch> figures = new ArrayList<>();

        @Override
        public void started(int epochs, int epochLimit) {
            events.add("started after " + epochs + " of " + epochLimit);
        }

        @Override
        public void epochEnded(Epoch epoch, int epochLimit, double left) {
            events.add("epoch " + epoch.number() + " of " + epochLimit);
            workLeft.add(left);
            figures.add(epoch);
        }

        @Override
        public void refitEpochEnded(int number, int epochs, double left) {
            events.add("on all rows " + number + " of " + epochs);
            workLeft.add(left);
        }

        @Override
        public void restarted(int restart) {
            events.add("restart " + restart);
        }

        @Override
        public void ended(BinsChoice bins, LearningCurve curve) {
            events.add("ended after " + curve.epochCount());
        }
    }
}
