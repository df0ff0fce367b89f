package weka.classifiers.functions.boundedmlp.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Batches are mostly processed in the faster way, alone or shared, and a change of what is faster is noticed. */
class SharingTrialTest {

    private static final int BATCHES = 100_000;

    @Test
    void batchesAreSharedWhereThatIsFaster() {
        assertThat(share(batch -> 50)).isGreaterThan(0.95);
    }

    @Test
    void batchesAreNotSharedWhereThatIsSlower() {
        assertThat(share(batch -> 1000)).isLessThan(0.002);
    }

    @Test
    void batchesAreNotSharedForHardlyAnything() {
        assertThat(share(batch -> 97)).isLessThan(0.002);
        assertThat(share(batch -> 95)).as("not faster by more than a twentieth").isLessThan(0.002);
    }

    @Test
    void aProcessorThatBecomesBusyIsNoticed() {
        assertThat(share(batch -> batch < BATCHES / 2 ? 50 : 1000)).isBetween(0.45, 0.51);
    }

    @Test
    void aTrialLostByChanceIsSoonRepeated() {
        assertThat(share(3000, batch -> batch < 40 ? 1000 : 50)).as("the first").isGreaterThan(0.9);
        assertThat(share(3000, batch -> batch >= 1030 && batch < 1080 ? 1000 : 50))
                .as("the second")
                .isGreaterThan(0.9);
    }

    @Test
    void aProcessorThatBecomesFreeIsNoticed() {
        assertThat(share(batch -> batch < BATCHES / 2 ? 1000 : 50)).isBetween(0.3, 0.51);
    }

    @Test
    void theFirstBatchesAfterAChangeAreNotTimed() {
        long[] firstAndLast = {-1, -1};
        assertThat(share(batch -> {
                    if (batch > firstAndLast[1] + 1) { // the batches in between were not shared
                        firstAndLast[0] = batch;
                    }
                    firstAndLast[1] = batch;
                    return batch < firstAndLast[0] + 2 ? 10_050 : 50;
                }))
                .isGreaterThan(0.95);
    }

    /** The fraction of batches that are shared, if a batch takes 100 alone and the given duration when shared. */
    private static double share(LongUnaryOperator duration) {
        return share(BATCHES, duration);
    }

    private static double share(int batches, LongUnaryOperator duration) {
        SharingTrial trial = new SharingTrial();
        long now = 12_345;
        int shared = 0;
        for (int batch = 0; batch < batches; batch++) {
            trial.nextBatch(now);
            now += trial.sharing() ? duration.applyAsLong(batch) : 100;
            shared += trial.sharing() ? 1 : 0;
        }
        return (double) shared / batches;
    }
}
