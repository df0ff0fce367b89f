package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;
import weka.classifiers.functions.boundedmlp.nn.rows.SamplesFingerprint;
import weka.classifiers.functions.boundedmlp.nn.rows.Split;

/** All work that takes long on many rows ends when its thread is interrupted, and leaves the interrupt flag set. */
class InterruptionTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, 1);
    private static final Samples RAIN = Fixtures.rain(100);

    static Stream<Arguments> workOnAllRows() {
        return Stream.of(
                work("loss", () -> Fixtures.loss(new Network(2, 3), RAIN, CLAMP)),
                work("largest input", RAIN::largestInput),
                work("fingerprint", () -> SamplesFingerprint.of(RAIN)),
                work("split", () -> Split.stratified(RAIN, 20, 5, new Random(1))),
                work("epoch", () -> Trainers.trainer(RAIN, Fixtures.quick(), CLAMP)
                        .trainEpoch()));
    }

    private static Arguments work(String name, ThrowingCallable work) {
        return Arguments.of(Named.of(name, work));
    }

    @ParameterizedTest
    @MethodSource("workOnAllRows")
    void anInterruptEndsTheWork(ThrowingCallable work) {
        Thread.currentThread().interrupt();
        assertEndsInterrupted(work);
    }

    @Test
    void anInterruptEndsThePredictionOfTheHeldOutRows() throws Exception {
        EpochSearch search = new EpochSearch(Trainers.task(RAIN, Fixtures.stopping(), CLAMP), 20, 1);
        Thread.currentThread().interrupt();
        Network network = search.firstTrainer().best();
        assertEndsInterrupted(() -> search.heldOut(network, new SquaredError(CLAMP)));
    }

    @Test
    void anInterruptedBatchIsNotTakenForADivergedOne() throws InterruptedException {
        Samples beyondFloats = new Samples(new float[][] {{1}}, new double[] {1e200}, new double[] {1}, 1);
        MiniBatchTrainer trainer = Trainers.trainer(beyondFloats, Fixtures.quick(), CLAMP);
        Thread.currentThread().interrupt();
        assertEndsInterrupted(trainer::trainEpoch);
    }

    @Test
    void anInterruptWhileRowsAreDrawnEndsTheDrawing() {
        // 99 draws shuffle all rows, then each of the 20 held-out rows takes 4 draws
        for (int draw : new int[] {1, 99, 120, 99 + 20 * 4}) {
            Interrupting random = new Interrupting(draw);
            assertEndsInterrupted(() -> Split.stratified(RAIN, 20, 5, random));
            assertThat(random.draws).isBetween(draw, Math.max(99, draw + 3));
        }
    }

    private static void assertEndsInterrupted(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(InterruptedException.class).hasMessage("Training was interrupted.");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Interrupts the current thread at one of the draws. */
    private static final class Interrupting extends Random {

        private static final long serialVersionUID = 1L;

        private final int interruptedDraw;
        private int draws;

        Interrupting(int interruptedDraw) {
            super(1);
            this.interruptedDraw = interruptedDraw;
        }

        @Override
        public int nextInt(int bound) {
            draws++;
            if (draws == interruptedDraw) {
                Thread.currentThread().interrupt();
            }
            return super.nextInt(bound);
        }
    }
}
