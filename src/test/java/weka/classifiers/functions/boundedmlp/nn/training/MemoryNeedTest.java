package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.HeldOutRows;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

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

    /** Five networks in their plain form, and for each row its place in the order and whether it is stuck. */
    private static final double STATE = 5 * (3 + 2) * 20 * 4 + 10 * (4 + 1);

    private static final Hyperparameters HYPERPARAMETERS =
            new Hyperparameters().hiddenSize(20).members(1);

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
    void theLastRowsAreHeldOutOfOneTraining() {
        Hyperparameters last = HYPERPARAMETERS.copy().heldOutRows(HeldOutRows.LAST);
        assertThat(MemoryNeed.bytes(10, 3, last)).isEqualTo(DATA + (1 + 1) * RUN + END);
        assertThat(MemoryNeed.stateBytes(10, new int[] {3}, last)).isEqualTo((1 + 1) * STATE);
    }

    @Test
    void eachMemberIsATrainingMore() {
        assertThat(MemoryNeed.bytes(
                        10, 3, HYPERPARAMETERS.copy().validationSetSize(20).members(3)))
                .isEqualTo(DATA + 5 * RUN + 3 * (RUN + END));
    }

    @Test
    void eachNumberOfBinsHasASearchOfItsOwnAndTheMembersMayHaveTheMost() {
        Hyperparameters hyperparameters = HYPERPARAMETERS.copy().validationSetSize(60);
        double few = MemoryNeed.trainingBytes(10, new int[] {3}, hyperparameters);
        double many = MemoryNeed.trainingBytes(10, new int[] {30}, hyperparameters);
        double search = MemoryNeed.trainingBytes(
                        10, new int[] {3}, hyperparameters.copy().members(2))
                - few
                - END;

        assertThat(search).isEqualTo(RUN);
        assertThat(MemoryNeed.trainingBytes(10, new int[] {3, 30}, hyperparameters))
                .isEqualTo(search + many);
    }

    @Test
    void theInputsAreThoseOfEachNumberOfBins() throws InterruptedException {
        Samples rain = Fixtures.rain(100);
        Hyperparameters choosing = Fixtures.choosing();
        assertThat(MemoryNeed.inputCounts(rain, choosing)).containsExactly(2, 2 + 2 * 8, 2 + 2 * 24);
        assertThat(MemoryNeed.inputCounts(rain, choosing.copy().bins(5))).containsExactly(2 + 2 * 5);
        assertThat(MemoryNeed.inputCounts(rain, choosing.copy().validationSetSize(0)))
                .containsExactly(2);
    }

    @Test
    void toBeTrainedFurtherAllButTheGradientOfEachTrainingIsKeptOnceMore() {
        assertThat(MemoryNeed.resumableBytes(
                        10, new int[] {3}, HYPERPARAMETERS.copy().validationSetSize(0)))
                .isEqualTo(RUN + END + STATE);
        assertThat(MemoryNeed.resumableBytes(
                        10, new int[] {3}, HYPERPARAMETERS.copy().validationSetSize(20)))
                .isEqualTo((5 + 1) * (RUN + STATE) + END);
    }
}
