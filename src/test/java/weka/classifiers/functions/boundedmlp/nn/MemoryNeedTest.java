package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is held in memory, array by array, of ten rows of three inputs and two hidden units. */
class MemoryNeedTest {

    /** For each row the header of its array and three floats, a reference to it, the target and the weight. */
    private static final double DATA = 10 * (16 + 3 * 4 + 8 + 8 + 8);
    /** Three rows of W1, b1 and w2 of two floats each, and a header for each of these and for b2. */
    private static final double NETWORK = 5 * 2 * 4 + 6 * 16;
    /** For a batch of four rows: two floats for each, for one block of squares, four gradients and one weight; and the inputs. */
    private static final double WORKSPACE = (4 + 1 + 4 + 1) * 2 * 4 + 4 * 3 * 4;
    /** Six networks, and for each row a reference, the target, the weight and its place in the order. */
    private static final double RUN = 6 * NETWORK + WORKSPACE + 10 * (8 + 8 + 8 + 4);
    /** The final network, and to evaluate it a workspace for all rows, in blocks of four, their order and their predictions. */
    private static final double END = NETWORK + (12 + 1 + 4 + 1) * 2 * 4 + 12 * 3 * 4 + 10 * (4 + 8);

    private static final Hyperparameters SETTINGS = new Hyperparameters().hiddenSize(2);

    @Test
    void theDataAndOneTrainingAreHeldIfNoRowsAreHeldOut() {
        assertThat(MemoryNeed.bytes(10, 3, SETTINGS.copy().validationSetSize(0)))
                .isEqualTo(DATA + RUN + END);
    }

    @Test
    void eachSplitOfTheSearchIsATrainingMore() {
        assertThat(MemoryNeed.bytes(10, 3, SETTINGS.copy().validationSetSize(20)))
                .isEqualTo(DATA + (5 + 1) * RUN + END);
        assertThat(MemoryNeed.bytes(10, 3, SETTINGS.copy().validationSetSize(60)))
                .isEqualTo(DATA + (1 + 1) * RUN + END);
    }

    @Test
    void toBeTrainedFurtherAllButTheGradientOfEachTrainingIsWrittenAndThatThreeTimesAsLongAsItIs() {
        assertThat(MemoryNeed.resumableBytes(10, 3, SETTINGS.copy().validationSetSize(0)))
                .isEqualTo(RUN + END + 3 * 5 * NETWORK);
        assertThat(MemoryNeed.resumableBytes(10, 3, SETTINGS.copy().validationSetSize(20)))
                .isEqualTo((5 + 1) * (RUN + 3 * 5 * NETWORK) + END);
    }
}
