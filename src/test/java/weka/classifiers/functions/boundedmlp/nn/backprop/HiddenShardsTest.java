package weka.classifiers.functions.boundedmlp.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;

/** The shards of a network add up to the network. */
class HiddenShardsTest {

    private static final int INPUTS = 5;

    @ParameterizedTest(name = "{0} hidden units in {1} shards")
    @CsvSource({"1, 1", "7, 1", "7, 3", "8, 2", "17, 2", "32, 4", "33, 4", "100, 3"})
    void aNetworkIsTheSumOfItsShardsAndJoinedTheSameAgain(int hiddenSize, int count) {
        Random random = new Random(hiddenSize);
        Network network = Fixtures.network(INPUTS, hiddenSize, random);
        HiddenShards shards = new HiddenShards(hiddenSize, count);

        Network[] parts = shards.split(network);

        assertThat(parts).hasSize(count);
        assertThat(parts).allMatch(part -> part.hiddenSize() == shards.width());
        for (float[] row : inputs(random)) {
            double sum = Arrays.stream(parts)
                    .mapToDouble(part -> Fixtures.netInput(part, row))
                    .sum();
            assertThat(sum).isEqualTo(Fixtures.netInput(network, row), within(1e-6));
        }
        Network joined = shards.join(parts);
        assertThat(joined.hiddenSize()).isEqualTo(AlignedRows.length(hiddenSize));
        assertThat(joined.withHiddenUnits(hiddenSize).blocks()).isDeepEqualTo(network.blocks());
        assertThat(joined.blocks())
                .as("further units do nothing")
                .isDeepEqualTo(network.withHiddenUnits(joined.hiddenSize()).blocks());
    }

    @Test
    void ofManyShardsNoneIsEmpty() {
        Network network = Fixtures.network(1, 66_305, new Random(1));
        HiddenShards shards = HiddenShards.of(1_000, 66_305, 1_000);

        assertThat(shards.join(shards.split(network)).withHiddenUnits(66_305).blocks())
                .isDeepEqualTo(network.blocks());
    }

    @ParameterizedTest(name = "{0} inputs, {1} hidden units, batches of {2}")
    @CsvSource({
        "200, 512, 200, 2",
        "200, 511, 200, 1",
        "200, 1024, 200, 4",
        "200, 1023, 200, 3",
        "1000, 128, 1000, 1",
        "100, 1024, 29, 1",
        "100, 1024, 30, 2",
        "0, 1024, 64, 1",
        "46000, 46000, 64, 179",
        "100, 66305, 1000, 258"
    })
    void thereAreAsManyAsAreWideAndHaveWorkEnough(int inputCount, int hiddenSize, int batchSize, int count) {
        assertThat(HiddenShards.of(inputCount, hiddenSize, batchSize)).isEqualTo(new HiddenShards(hiddenSize, count));
    }

    @Test
    void aShardIsAsWideAsSuitsVectors() {
        assertThat(new HiddenShards(512, 2).width()).isEqualTo(AlignedRows.length(256));
        assertThat(new HiddenShards(513, 2).width()).isEqualTo(AlignedRows.length(257));
    }

    private static float[][] inputs(Random random) {
        float[][] inputs = new float[20][INPUTS];
        for (float[] row : inputs) {
            for (int k = 0; k < INPUTS; k++) {
                row[k] = (float) random.nextGaussian();
            }
        }
        return inputs;
    }
}
