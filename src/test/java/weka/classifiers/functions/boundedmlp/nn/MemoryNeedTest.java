package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is held in memory, array by array, of ten rows of three inputs and two hidden units. */
class MemoryNeedTest {

    /** For each row the header of its array and three floats, a reference to it, the target and the weight. */
    private static final double DATA = 10 * (16 + 3 * 4 + 8 + 8 + 8);
    /** Three rows of W1, b1 and w2 of two floats each, and a header for each of these and for b2. */
    private static final double NETWORK = 5 * 2 * 4 + 6 * 16;
    /** Six networks, and for each row a reference, the target, the weight and its place in the order. */
    private static final double RUN = 6 * NETWORK + 10 * (8 + 8 + 8 + 4);

    private static final Hyperparameters SETTINGS = new Hyperparameters().hiddenSize(2);

    @Test
    void theDataAndOneTrainingAreHeldIfNoRowsAreHeldOut() {
        assertThat(MemoryNeed.bytes(10, 3, SETTINGS.copy().validationSetSize(0)))
                .isEqualTo(DATA + RUN);
    }

    @Test
    void eachSplitOfTheSearchIsATrainingMore() {
        assertThat(MemoryNeed.bytes(10, 3, SETTINGS.copy().validationSetSize(20)))
                .isEqualTo(DATA + (5 + 1) * RUN);
        assertThat(MemoryNeed.bytes(10, 3, SETTINGS.copy().validationSetSize(60)))
                .isEqualTo(DATA + (1 + 1) * RUN);
    }
}
