package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;

/** The memory that training needs, array by array, for ten rows of three inputs and twenty hidden units. */
class MemoryNeedTest {

    /** Each row has three floats, its number, the target and the weight. */
    private static final double DATA = 10 * (3 * 4 + 4 + 8 + 8);
    /** An array with one float per hidden unit: the header, 34 floats, and padding to a multiple of 64 bytes. */
    private static final double HIDDEN = 16 + 34 * 4 + 40;
    /** Three such arrays for W1, one each for b1 and w2, and as much again for b2. */
    private static final double NETWORK = 6 * HIDDEN;
    /** For a batch of four: one array per row, one for a block of squares, four gradients, a weight; and the inputs. */
    private static final double WORKSPACE = (4 + 1 + 4 + 1) * HIDDEN + 4 * 3 * 4;
    /** To evaluate a network: a workspace for all rows in blocks of four, their order and their predictions. */
    private static final double EVALUATION = (12 + 1 + 4 + 1) * HIDDEN + 12 * 3 * 4 + 10 * (4 + 8);
    /** Six networks, a workspace, an evaluation, and for each row its number, target, weight and place in the order. */
    private static final double RUN = 6 * NETWORK + WORKSPACE + EVALUATION + 10 * (4 + 8 + 8 + 4);
    /** The final network. */
    private static final double END = NETWORK;

    private static final Hyperparameters HYPERPARAMETERS = new Hyperparameters().hiddenSize(20);

    @Test
    void theDataAndOneTrainingAreHeldIfNoRowsAreHeldOut() {
        assertThat(MemoryNeed.bytes(10, 3, HYPERPARAMETERS.copy().validationSetSize(0)))
                .isEqualTo(DATA + RUN + END);
    }

    @Test
    void eachSplitOfTheSearchIsATrainingMore() {
        assertThat(MemoryNeed.bytes(10, 3, HYPERPARAMETERS.copy().validationSetSize(20)))
                .isEqualTo(DATA + (5 + 1) * RUN + END);
        assertThat(MemoryNeed.bytes(10, 3, HYPERPARAMETERS.copy().validationSetSize(60)))
                .isEqualTo(DATA + (1 + 1) * RUN + END);
    }

    @Test
    void aResumableModelIsWrittenWithAllNetworksButTheGradientAndTakesThreeTimesTheirSize() {
        assertThat(MemoryNeed.resumableBytes(10, 3, HYPERPARAMETERS.copy().validationSetSize(0)))
                .isEqualTo(RUN + END + 3 * 5 * NETWORK);
        assertThat(MemoryNeed.resumableBytes(10, 3, HYPERPARAMETERS.copy().validationSetSize(20)))
                .isEqualTo((5 + 1) * (RUN + 3 * 5 * NETWORK) + END);
    }
}
