package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;

/** What is held in memory, array by array, of ten rows of three inputs and twenty hidden units. */
class MemoryNeedTest {

    /** For each row three floats, its number, the target and the weight. */
    private static final double DATA = 10 * (3 * 4 + 4 + 8 + 8);
    /** A row for each hidden unit: the header, 34 floats, and what is left of 64 bytes. */
    private static final double HIDDEN = 16 + 34 * 4 + 40;
    /** Three rows of W1, b1 and w2, and, in as much, b2. */
    private static final double NETWORK = 6 * HIDDEN;
    /** For a batch of four: a row for each, for one block of squares, four gradients and one weight; and the inputs. */
    private static final double WORKSPACE = (4 + 1 + 4 + 1) * HIDDEN + 4 * 3 * 4;
    /** To evaluate a network a workspace for all rows, in blocks of four, their order and their predictions. */
    private static final double EVALUATION = (12 + 1 + 4 + 1) * HIDDEN + 12 * 3 * 4 + 10 * (4 + 4);
    /** Six networks, and for each row its number, the target, the weight, its place in the order and whether it is stuck. */
    private static final double RUN = 6 * NETWORK + WORKSPACE + EVALUATION + 10 * (4 + 8 + 8 + 4 + 1);
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
    void toBeTrainedFurtherAllButTheGradientOfEachTrainingIsKeptOnceMore() {
        assertThat(MemoryNeed.resumableBytes(10, 3, HYPERPARAMETERS.copy().validationSetSize(0)))
                .isEqualTo(RUN + END + 5 * NETWORK);
        assertThat(MemoryNeed.resumableBytes(10, 3, HYPERPARAMETERS.copy().validationSetSize(20)))
                .isEqualTo((5 + 1) * (RUN + 5 * NETWORK) + END);
    }
}
