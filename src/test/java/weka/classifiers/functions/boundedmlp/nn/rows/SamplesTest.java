package weka.classifiers.functions.boundedmlp.nn.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final float[][] INPUTS = {{1, -7}, {0.5f, 2}, {3, 0}};

    private final Samples samples = new Samples(INPUTS, new double[] {-2, 4, 10}, new double[] {1, 2, 3}, 2);

    @Test
    void weightsHaveMeanOneAndTheirSumIsRemembered() {
        assertThat(new double[] {samples.weight(0), samples.weight(1), samples.weight(2)})
                .containsExactly(0.5, 1, 1.5);
        assertThat(samples.totalWeight()).isEqualTo(6);
    }

    @Test
    void rowsWhoseWeightsHaveVanishedBesideThoseOfOthersCountAlike() {
        Samples uneven = new Samples(INPUTS, new double[3], new double[] {1e300, 1e-300, 1e-300}, 2);
        Samples light = uneven.subset(new int[] {1, 2});

        assertThat(light.totalWeight()).isZero();
        assertThat(light.weight(0)).isEqualTo(1);
        assertThat(light.weight(1)).isEqualTo(1);
    }

    @Test
    void theLargestInputIsThatOfAnySign() throws InterruptedException {
        assertThat(samples.largestInput()).isEqualTo(7);
        assertThat(new Samples(new float[1][0], new double[1], new double[] {1}, 0).largestInput())
                .isZero();
    }

    @Test
    void aSubsetHasItsRowsInTheOrderGiven() {
        Samples subset = samples.subset(new int[] {2, 0});

        assertThat(subset.size()).isEqualTo(2);
        assertThat(subset.inputCount()).isEqualTo(2);
        assertThat(subset.inputs(0)).containsExactly(3, 0);
        assertThat(subset.target(1)).isEqualTo(-2);
        assertThat(subset.weight(0)).isEqualTo(1.5, within(1e-15));
        assertThat(subset.weight(1)).isEqualTo(0.5, within(1e-15));
        assertThat(subset.totalWeight()).isEqualTo(4, within(1e-15));
    }
}
