package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** The final network is the mean of several. */
class MembersTest {

    private static final ClampOutput CLAMP = Fixtures.clamp(0, Double.POSITIVE_INFINITY);
    private static final Samples RAIN = Fixtures.rain(100);

    @Test
    void theMeanOfNetworksHasTheMeanOfTheirNetInputs() {
        Network one = Fixtures.network(2, 3, new Random(1));
        Network other = Fixtures.network(2, 5, new Random(2));
        Network mean = Network.mean(List.of(one, other));

        assertThat(mean.hiddenSize()).isEqualTo(8);
        for (float[] inputs : new float[][] {{0, 0}, {1, -2}, {-0.5f, 3}}) {
            double expected = (Fixtures.netInput(one, inputs) + Fixtures.netInput(other, inputs)) / 2;
            assertThat(Fixtures.netInput(mean, inputs)).isEqualTo(expected, within(1e-6));
        }
    }

    @Test
    void theFirstMemberIsTheNetworkOfATrainingWithOne() throws Exception {
        Network alone = fitted(Fixtures.quick());
        Network three = fitted(Fixtures.quick().members(3));

        assertThat(alone.hiddenSize()).isEqualTo(8);
        assertThat(three.hiddenSize()).isEqualTo(3 * 8);
        for (int input = 0; input < 2; input++) {
            assertThat(Arrays.copyOf(three.inputWeights(input), 8)).isEqualTo(alone.inputWeights(input));
        }
        assertThat(Arrays.copyOf(three.hiddenBiases(), 8)).isEqualTo(alone.hiddenBiases());
        float[] secondWeights = Arrays.copyOfRange(three.inputWeights(0), 8, 16);
        assertThat(secondWeights).isNotEqualTo(alone.inputWeights(0));
        assertThat(Arrays.copyOfRange(three.inputWeights(0), 16, 24)).isNotEqualTo(secondWeights);
    }

    @Test
    void neighbouringSeedsShareNoMember() throws Exception {
        Network first = fitted(Fixtures.quick().members(2).seed(1));
        Network second = fitted(Fixtures.quick().members(2).seed(2));
        assertThat(Arrays.copyOfRange(first.inputWeights(0), 8, 16))
                .isNotEqualTo(Arrays.copyOf(second.inputWeights(0), 8));
    }

    @Test
    void theMeanAddsUpToTheTargetsLikeASingleNetwork() throws Exception {
        Network mean = fitted(Fixtures.quick().members(3));
        double sum = 0;
        double targets = 0;
        for (int row = 0; row < RAIN.size(); row++) {
            sum += CLAMP.forward(Fixtures.netInput(mean, RAIN.inputs(row)));
            targets += RAIN.target(row);
        }
        assertThat(sum).isEqualTo(targets, within(1e-3 * targets));
    }

    @Test
    void withoutEpochsASingleUntrainedNetworkIsEnough() throws Exception {
        Network untrained = fitted(Fixtures.quick().members(3).maxEpochs(0));
        assertThat(untrained.hiddenSize()).isEqualTo(8);
        assertThat(untrained.isConstant()).isTrue();
    }

    @Test
    void ifOneDivergesAllStayAsTheyWere() throws Exception {
        Samples beyondFloats = new Samples(new float[][] {{1}}, new double[] {1e200}, new double[] {1}, 1);
        Members members = new Members(
                Trainers.task(beyondFloats, Fixtures.quick().members(2), CLAMP), beyondFloats.largestInput());

        assertThatThrownBy(members::trainEpoch).isInstanceOf(DivergenceException.class);
        assertThat(members.diverged()).isTrue();
        assertThat(members.epochs()).isZero();
        assertThat(members.settled().hiddenSize()).isEqualTo(8);
    }

    private static Network fitted(Hyperparameters hyperparameters) throws InterruptedException {
        return NetworkTraining.fit(Trainers.task(RAIN, hyperparameters, CLAMP)).network();
    }
}
