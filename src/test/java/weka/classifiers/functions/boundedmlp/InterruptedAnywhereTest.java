package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;

/**
 * Training can be interrupted at any of the moments at which it checks for an interrupt. It then leaves the old model,
 * or none if it was building a new one. The next training gives the same bytes as one that was never interrupted.
 */
class InterruptedAnywhereTest {

    private static final int MOMENTS = 300;

    /** With these options training restarts, because the output is dead at the end. */
    private static final String RESTARTING = "-H 8 -V 0 -mini-batch 4 -L 0.3 -weight-decay 0 -S 7 ";

    private static final Instances DATA = Schemes.mixed(40, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-H 4 -N 6",
                "-H 4 -N 6 -V 0 -optimizer sgd -resume",
                RESTARTING + "-N 4",
                RESTARTING + "-N 4 -resume"
            })
    void anInterruptedBuildLeavesNoModel(String options) throws Exception {
        // not even the old one, because a build drops it
        interruptAnywhere(MOMENTS, Schemes.fit(DATA, options), scheme -> scheme.buildClassifier(DATA), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-H 4 -N 6", RESTARTING + "-N 4 -resume"})
    void anInterruptedTrainingEpochByEpochLeavesNoModel(String options) throws Exception {
        interruptAnywhere(MOMENTS, Schemes.scheme(options), InterruptedAnywhereTest::goOn, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-H 4 -N 6 -E 1000 -resume", "-H 4 -N 6 -V 0 -optimizer sgd -resume", RESTARTING + "-N 4 -resume"
            })
    void anInterruptedFurtherTrainingLeavesTheOldModelAndItsState(String options) throws Exception {
        interruptAnywhere(MOMENTS, Schemes.fit(DATA, options), InterruptedAnywhereTest::goOn, true);
    }

    @Test
    void anInterruptWhileThreadsShareBatchesLeavesNoModel() throws Exception {
        String options = "-H 30000 -N 2 -V 0 -members 1 -mini-batch 40 -num-threads 2";
        interruptAnywhere(MOMENTS / 10, Schemes.scheme(options), scheme -> scheme.buildClassifier(DATA), false);
    }

    private static void goOn(BoundedMLPRegressor scheme) throws Exception {
        scheme.initializeClassifier(DATA);
        while (scheme.next()) {}
        scheme.done();
    }

    private interface Training {
        void of(BoundedMLPRegressor scheme) throws Exception;
    }

    private static void interruptAnywhere(
            int moments, BoundedMLPRegressor before, Training training, boolean oldModelStays) throws Exception {
        BoundedMLPRegressor undisturbed = copy(before);
        long looks = interrupt(Long.MAX_VALUE, undisturbed, training).looks.get();
        assertThat(looks).isGreaterThan(200);
        byte[] old = serialised(before);
        byte[] expected = serialised(undisturbed);
        Random random = new Random(1);
        for (int i = 0; i < Effort.of(moments); i++) {
            long moment = 1 + (long) (random.nextDouble() * looks);
            String at = "interrupted at " + moment + " of " + looks;
            BoundedMLPRegressor scheme = copy(before);
            Interrupted thread = interrupt(moment, scheme, training);
            assertThat(thread.failure)
                    .as(at)
                    .isInstanceOf(InterruptedException.class)
                    .hasMessage("Training was interrupted.");
            assertThat(thread.stillInterrupted).as(at).isTrue();
            if (oldModelStays) {
                assertThat(serialised(scheme)).as(at).isEqualTo(old);
            } else {
                assertThatThrownBy(() -> scheme.classifyInstance(DATA.instance(0)))
                        .as(at)
                        .hasMessage("BoundedMLPRegressor: no model has been built yet.");
            }
            training.of(scheme);
            assertThat(serialised(scheme)).as(at).isEqualTo(expected);
        }
    }

    private static BoundedMLPRegressor copy(BoundedMLPRegressor scheme) throws Exception {
        return (BoundedMLPRegressor) AbstractClassifier.makeCopy(scheme);
    }

    private static Interrupted interrupt(long moment, BoundedMLPRegressor scheme, Training training)
            throws InterruptedException {
        Interrupted thread = new Interrupted(moment, () -> training.of(scheme));
        thread.start();
        thread.join();
        return thread;
    }

    /** A thread that is interrupted at the given check for an interrupt, counted from 1. */
    private static final class Interrupted extends Thread {

        private final long moment;
        private final Printed.Action action;
        /** Atomic, because helper threads check, too. */
        private final AtomicLong looks = new AtomicLong();

        private @Nullable Exception failure;
        private boolean stillInterrupted;

        Interrupted(long moment, Printed.Action action) {
            this.moment = moment;
            this.action = action;
        }

        @Override
        public void run() {
            try {
                action.run();
            } catch (Exception e) {
                failure = e;
            }
            stillInterrupted = super.isInterrupted();
        }

        @Override
        public boolean isInterrupted() {
            if (looks.incrementAndGet() == moment) {
                interrupt();
            }
            return super.isInterrupted();
        }
    }
}
