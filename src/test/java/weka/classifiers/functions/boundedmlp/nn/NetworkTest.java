package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InvalidObjectException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.boundedmlp.nn.backprop.ReferenceNetwork;

class NetworkTest {

    @Test
    void startsWithRandomInputWeightsAndAConstantOutput() {
        Network network = Network.initialise(50, 40, 0.75, new Random(1));
        double[] inputWeights = Arrays.copyOf(Fixtures.flat(network), 50 * 40);

        assertThat(Arrays.stream(inputWeights).average().orElseThrow()).isEqualTo(0, within(0.02));
        assertThat(Arrays.stream(inputWeights).map(w -> w * w).average().orElseThrow())
                .as("variance, 0.16 times 2 / d")
                .isEqualTo(0.16 * 2 / 50, within(0.0006));
        assertThat(network.hiddenBiases()).containsOnly(0);
        assertThat(network.outputWeights()).containsOnly(0);
        assertThat(network.outputBias()).isEqualTo(0.75f);
        assertThat(Network.initialise(50, 40, 0.75, new Random(1)).blocks()).isDeepEqualTo(network.blocks());
    }

    @ParameterizedTest
    @CsvSource({"1, 2.8", "2, 2.8", "4, 0.55"})
    void withFewInputsTheFirstWeightsAreLarger(int inputs, double gain) {
        Network network = Network.initialise(inputs, 20_000, 0, new Random(1));
        double[] inputWeights = Arrays.copyOf(Fixtures.flat(network), inputs * 20_000);

        assertThat(Math.sqrt(
                        Arrays.stream(inputWeights).map(w -> w * w).average().orElseThrow()))
                .isEqualTo(gain * Math.sqrt(2.0 / inputs), within(0.02 * gain));
    }

    @Test
    void theNetInputOfARowIsThatOfTheReference() {
        Random random = new Random(2);
        for (int size = 1; size <= 20; size++) {
            Network network = Fixtures.network(size, 21 - size, random);
            float[] inputs = Fixtures.samples(1, size, random).inputs(0);
            assertThat(Fixtures.netInput(network, inputs))
                    .isEqualTo(ReferenceNetwork.of(network).z2(inputs));
        }
        assertThat(Fixtures.netInput(Fixtures.network(0, 3, random))).isFinite();
    }

    @Test
    void eightHiddenUnitsAtATimeAreAddedUpInFloatAndTheirSumsInDouble() {
        float[] products = new float[18];
        products[0] = 0x1p30f; // the 1 added to it in float is lost
        products[1] = 1;
        products[2] = -0x1p30f;
        products[8] = 0x1p30f; // the 1 after the groups of eight is added in double and kept
        products[16] = 1;
        products[17] = -0x1p30f;
        Network network = new Network(0, products.length);
        for (int j = 0; j < products.length; j++) {
            network.hiddenBiases()[j] = Math.abs(products[j]);
            network.outputWeights()[j] = Math.signum(products[j]);
        }

        assertThat(Fixtures.netInput(network)).isEqualTo(1);
    }

    @Test
    void countsItsParameters() {
        assertThat(new Network(5, 3).parameterCount())
                .isEqualTo(Fixtures.flat(new Network(5, 3)).length)
                .isEqualTo(22);
    }

    @Test
    void aCopyIsIndependent() {
        Network network = Fixtures.network(2, 3, new Random(4));
        Network copy = network.copy();
        assertThat(copy.blocks()).isDeepEqualTo(network.blocks());

        Fixtures.clear(copy);
        assertThat(Fixtures.flat(copy)).containsOnly(0);
        assertThat(Fixtures.flat(network)).isNotEqualTo(Fixtures.flat(copy));
    }

    @Test
    void movesEveryParameterAShareOfTheWay() {
        Network network = Fixtures.network(2, 3, new Random(5));
        Network other = Fixtures.network(2, 3, new Random(6));
        double[] before = Fixtures.flat(network);
        double[] target = Fixtures.flat(other);

        network.moveTowards(other, 0.25f);

        double[] after = Fixtures.flat(network);
        for (int p = 0; p < after.length; p++) {
            assertThat(after[p]).isEqualTo(0.75 * before[p] + 0.25 * target[p], within(1e-7));
        }
    }

    @Test
    void staysFiniteOnlyIfNoRowOfThatSizeCanOverflow() {
        Network network = Fixtures.network(2, 3, new Random(7));
        assertThat(network.staysFinite(1e6)).isTrue();
        assertThat(network.staysFinite(1e38)).isTrue();
        assertThat(network.staysFinite(1e39)).isFalse();

        Network constant = new Network(2, 3);
        constant.setOutputBias(Math.nextDown(Float.MAX_VALUE / 2));
        assertThat(constant.staysFinite(1)).isTrue();
        constant.setOutputBias(Float.MAX_VALUE / 2);
        assertThat(constant.staysFinite(1)).isFalse();

        for (int block = 0; block < network.blocks().length; block++) {
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                Network broken = network.copy();
                broken.blocks()[block][0] = bad;
                assertThat(broken.staysFinite(1))
                        .as("%s in block %d", bad, block)
                        .isFalse();
            }
        }
    }

    @Test
    void hasNaNIfAnyOfItsParametersIs() {
        Network network = Fixtures.network(2, 3, new Random(8));
        network.setOutputBias(Float.POSITIVE_INFINITY);
        assertThat(network.hasNaN()).isFalse();

        for (int block = 0; block < network.blocks().length; block++) {
            Network broken = network.copy();
            float[] parameters = broken.blocks()[block];
            parameters[parameters.length - 1] = Float.NaN;
            assertThat(broken.hasNaN()).as("NaN in block %d", block).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 3"})
    void aSavedNetworkComesBack(int inputCount, int hiddenSize) throws Exception {
        Network network = Fixtures.network(inputCount, hiddenSize, new Random(9));
        assertThat(((Network) Fixtures.savedAndRead(network)).blocks()).isDeepEqualTo(network.blocks());
    }

    @Test
    @SuppressWarnings("NullAway") // a saved file can be damaged
    void aSavedNetworkWithABlockOfAnotherSizeIsRefused() {
        for (int block = 0; block < new Network(2, 3).blocks().length; block++) {
            for (float[] bad : new float[][] {null, {}, {1, 2}, {1, 2, 3, 4}}) {
                Network damaged = new Network(2, 3);
                damaged.blocks()[block] = bad;
                assertThatThrownBy(() -> Fixtures.savedAndRead(damaged))
                        .as("%s in block %d", Arrays.toString(bad), block)
                        .isInstanceOf(InvalidObjectException.class)
                        .hasMessage("The model is damaged: "
                                + "its weights are not those of a network of 2 inputs and 3 hidden units.");
            }
        }
    }
}
