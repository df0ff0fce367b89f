package weka.classifiers.functions.boundedmlp.nn.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.kernels.Kernels;

/** Inputs of bins: where their edges lie, and how they follow from a value. */
class BinsTest {

    private static final Offset<Float> ROUNDING = within(1e-6f);

    @Test
    void binsHoldEquallyManyRows() throws InterruptedException {
        float[] values = new float[1000]; // 1 to 1000 in a random order
        IntStream.range(0, 1000).forEach(i -> values[i] = (i * 7 + 3) % 1000 + 1);

        assertThat(edges(4, values)).containsExactly(1, 251, 501, 751, 1000);
    }

    @Test
    void rowsCountByTheirWeights() throws InterruptedException {
        float[] values = {1, 2, 3, 4, 5};
        double[] weights = {1, 1, 1, 6, 1};
        Samples samples = new Samples(column(values), new double[5], weights, 1);

        assertThat(bins(samples.withBins(2)).edges(0)).containsExactly(1, 4, 5);
        assertThat(edges(2, values)).containsExactly(1, 3, 5);
    }

    @Test
    void aValueOfManyRowsHasAnEdgeAndTheOthersShareTheBins() throws InterruptedException {
        float[] values = new float[1000];
        IntStream.range(0, 400).forEach(i -> values[2 * i] = i + 1); // six tenths are 0

        assertThat(edges(4, values)).containsExactly(0, 100, 200, 300, 400);
        assertThat(edges(2, values)).containsExactly(0, 200, 400);
    }

    @Test
    void aFewRowsBesideAFrequentValueHaveBinsToo() throws InterruptedException {
        float[] values = new float[1000];
        IntStream.range(0, 20).forEach(i -> values[50 * i] = i + 1); // one row in 50

        assertThat(edges(4, values)).containsExactly(0, 5, 10, 15, 20);
    }

    @Test
    void twoValuesHaveNoBinsAndThreeHaveTwo() throws InterruptedException {
        assertThat(edges(8, 1, 2, 1, 2)).isEmpty();
        assertThat(edges(8, 1, 1, 1)).isEmpty();
        assertThat(edges(8, 3, 1, 2, 1, 2, 3)).containsExactly(1, 2, 3);
        assertThat(edges(1, 1, 2, 3, 4)).isEmpty();
    }

    @Test
    void aValueIsFollowedByItsBinsAndThoseByTheNextValue() throws InterruptedException {
        float[][] rows = {{0, 5}, {2, 6}, {4, 5}, {8, 6}};
        Samples plain = new Samples(rows, new double[4], new double[] {1, 1, 1, 1}, 2);
        Samples samples = plain.withBins(8);

        assertThat(bins(samples).edges(0)).containsExactly(0, 2, 4, 8);
        assertThat(samples.valueCount()).isEqualTo(2);
        assertThat(samples.inputCount()).isEqualTo(1 + 3 + 1);
        assertThat(plain.withBins(8).inputCount()).isEqualTo(5);
        assertThat(plain.withBins(0).inputCount()).isEqualTo(2);
        assertThat(samples.inputs(1)).containsExactly(2, 1, 0, 0, 6);
        assertThat(samples.inputs(3)).containsExactly(8, 1, 1, 1, 6);
        assertThat(samples.subset(new int[] {2}).inputs(0)).containsExactly(4, 1, 1, 0, 5);
    }

    @Test
    void anInputRisesFrom0To1AcrossItsBinAndStaysThere() {
        assertThat(Bins.rise(-9, 2, 4)).isZero();
        assertThat(Bins.rise(2, 2, 4)).isZero();
        assertThat(Bins.rise(2.5f, 2, 4)).isEqualTo(0.25f);
        assertThat(Bins.rise(4, 2, 4)).isEqualTo(1);
        assertThat(Bins.rise(1e6f, 2, 4)).isEqualTo(1);
    }

    @Test
    void theValueItselfIsTheSumOfItsBinsTimesTheirWidths() throws InterruptedException {
        Random random = new Random(3);
        float[] values = new float[500];
        IntStream.range(0, 500).forEach(i -> values[i] = (float) random.nextGaussian());
        Samples samples = samples(values).withBins(20);
        float[] edges = bins(samples).edges(0);

        for (int row = 0; row < samples.size(); row++) {
            float[] inputs = samples.inputs(row);
            float sum = edges[0];
            for (int bin = 1; bin < edges.length; bin++) {
                sum += inputs[bin] * (edges[bin] - edges[bin - 1]);
            }
            assertThat(sum).isEqualTo(inputs[0], ROUNDING);
        }
    }

    @Test
    void ofManyRowsSomeShowWhereTheEdgesAre() throws InterruptedException {
        float[] values = new float[200_000];
        IntStream.range(0, values.length).forEach(i -> values[i] = i);

        float[] edges = edges(10, values);
        assertThat(edges).hasSize(11);
        for (int i = 0; i < edges.length; i++) {
            assertThat(edges[i]).isCloseTo(20_000f * i, within(50f));
        }
    }

    @Test
    void withoutBinsSamplesAreTheSame() throws InterruptedException {
        Samples samples = samples(1, 2, 3, 4);
        assertThat(samples.withBins(0)).isSameAs(samples);
        assertThat(samples.bins()).isNull();
    }

    @Test
    void theBlocksThatAreNotAll0AreFoundWithBins() throws InterruptedException {
        int labels = 400;
        float[][] rows = new float[300][labels + 1];
        IntStream.range(0, rows.length).forEach(row -> {
            rows[row][row % labels] = 1;
            rows[row][labels] = row;
        });
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        Samples samples = new Samples(rows, ones, ones, labels + 1).withBins(8);

        assertThat(samples.isSparse()).isTrue();
        for (int row = 0; row < samples.size(); row++) {
            float[] inputs = samples.inputs(row);
            int[] expected = IntStream.range(0, inputs.length)
                    .filter(k -> inputs[k] != 0)
                    .map(k -> k / Kernels.BLOCK)
                    .distinct()
                    .toArray();
            assertThat(samples.activeBlocks(row)).isEqualTo(expected);
        }
    }

    private static float[] edges(int most, float... values) throws InterruptedException {
        Bins bins = samples(values).withBins(most).bins();
        return bins == null ? new float[0] : bins.edges(0);
    }

    private static Bins bins(Samples samples) {
        return Objects.requireNonNull(samples.bins());
    }

    private static Samples samples(float... values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return new Samples(column(values), ones, ones, 1);
    }

    private static float[][] column(float... values) {
        float[][] rows = new float[values.length][];
        Arrays.setAll(rows, i -> new float[] {values[i]});
        return rows;
    }
}
