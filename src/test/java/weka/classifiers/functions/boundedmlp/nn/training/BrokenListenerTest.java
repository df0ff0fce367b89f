package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** What a listener throws ends the training and reaches its caller. It does not affect the next training. */
class BrokenListenerTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);
    private static final Samples SAMPLES = Fixtures.rain(30);

    /** The output is dead at the end for some seeds, so the training restarts. */
    private static final Hyperparameters HYPERPARAMETERS =
            Fixtures.quick().learningRate(0.3).maxEpochs(4);

    @Test
    void whateverCallFailsTheFailureComesOutAndTheNextTrainingIsUndisturbed() throws Exception {
        int restarts = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Hyperparameters hyperparameters = HYPERPARAMETERS.copy().seed(seed);
            BrokenListener whole = new BrokenListener(Integer.MAX_VALUE);
            FittedNetwork expected = train(hyperparameters, whole);
            restarts += expected.curve().restarts();
            for (int call = 1; call <= whole.calls; call++) {
                BrokenListener listener = new BrokenListener(call);
                assertThatThrownBy(() -> train(hyperparameters, listener)).isSameAs(listener.failure);
                assertThat(listener.calls).isEqualTo(call);
            }
            FittedNetwork next = train(hyperparameters, TrainingListener.NONE);
            assertThat(next.network().blocks()).isDeepEqualTo(expected.network().blocks());
            assertThat(next.curve()).isEqualTo(expected.curve());
        }
        assertThat(restarts)
                .as("restarts, without which that call is not tested")
                .isPositive();
    }

    private static FittedNetwork train(Hyperparameters hyperparameters, TrainingListener listener) throws Exception {
        NetworkTraining training = NetworkTraining.start(Trainers.task(SAMPLES, hyperparameters, CLAMP), listener);
        while (training.next()) {}
        return training.finish();
    }

    /** Throws at one call. */
    private static final class BrokenListener implements TrainingListener {
        private final IllegalStateException failure = new IllegalStateException("broken");
        private final int failing;
        private int calls;

        BrokenListener(int failing) {
            this.failing = failing;
        }

        @Override
        public void started(int epochs, int epochLimit) {
            call();
        }

        @Override
        public void epochEnded(Epoch epoch, int epochLimit, double workLeft) {
            call();
        }

        @Override
        public void refitEpochEnded(int number, int epochs, double workLeft) {
            call();
        }

        @Override
        public void restarted(int restart) {
            call();
        }

        @Override
        public void ended(BinsChoice bins, LearningCurve curve) {
            call();
        }

        private void call() {
            calls++;
            if (calls == failing) {
                throw failure;
            }
        }
    }
}
