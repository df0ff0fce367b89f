package weka.classifiers.functions.boundedmlp.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.classifiers.functions.boundedmlp.nn.SparseInputs;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** How attribute values become inputs of the network. */
class EncoderTest {

    @Test
    void theLimitsOfEvenlySpreadValuesAreTheirRange() throws InterruptedException {
        NumericEncoding input = Columns.input(shuffled(5000), ones(5000));
        assertThat(input.limits().lowest()).isEqualTo(1);
        assertThat(input.limits().highest()).isEqualTo(5000);
        assertThat(encoded(input, -1e308)).isEqualTo(encoded(input, 1));
        assertThat(encoded(input, 1e308)).isEqualTo(encoded(input, 5000)).isPositive();
    }

    @Test
    void outliersAreLimitedToFourTimesTheDistanceFromTheMedianToThe1stOr99thPercentile() throws InterruptedException {
        // sorted: -1e9, 2, 3 .. 999, 1e6; the 1st percentile is 11, the 99th is 990, and the median is 501
        double[] values = shuffled(1000);
        replace(values, 1, -1e9);
        replace(values, 1000, 1e6);
        NumericEncoding input = Columns.input(values, ones(1000));
        assertThat(input.limits().lowest()).isEqualTo(501 + 4 * (11 - 501));
        assertThat(input.limits().highest()).isEqualTo(501 + 4 * (990 - 501));
        // the mean and the standard deviation of the limited values
        double[] limited = Arrays.stream(values)
                .map(value -> Math.max(
                        input.limits().lowest(), Math.min(input.limits().highest(), value)))
                .toArray();
        double mean = Arrays.stream(limited).average().orElseThrow();
        double variance = Arrays.stream(limited)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        assertThat(input.scale().center()).isCloseTo(mean, within(1e-9));
        assertThat(input.scale().unit()).isCloseTo(Math.sqrt(variance), within(1e-9));
    }

    @Test
    void theLimitsCountWeightsAndNotRows() throws InterruptedException {
        double[] values = {0, 10, 11, 12, 1000};
        double[] light = {1, 1000, 1000, 1000, 1};
        NumericEncoding input = Columns.input(values, light);
        assertThat(input.limits().lowest()).isEqualTo(11 - 4);
        assertThat(input.limits().highest()).isEqualTo(11 + 4);
        assertThat(Columns.input(values, ones(5)).limits().highest()).isEqualTo(1000);
    }

    /** Added up as they are, a million such values lose what they differ by. */
    @Test
    void valuesThatDifferByATrillionthOfTheirSizeAreStandardised() throws InterruptedException {
        int n = 1_000_000;
        double[] values = new double[n];
        Arrays.setAll(values, i -> 1e11 / 3 + i % 7);
        NumericEncoding input = Columns.input(values, ones(n));
        assertThat(input.scale().center()).isCloseTo(1e11 / 3 + 3, within(1e-4));
        assertThat(input.scale().unit()).isCloseTo(2, within(1e-4));
    }

    @Test
    void missingValuesDoNotCountForTheLimits() throws InterruptedException {
        double[] values = Arrays.copyOf(new double[] {0, 10, 11, 12, 1000}, 5000);
        Arrays.fill(values, 5, 5000, Double.NaN);
        NumericEncoding input = Columns.input(values, ones(5000));
        assertThat(input.limits().lowest()).isZero();
        assertThat(input.limits().highest()).isEqualTo(1000);
    }

    @Test
    void aFewValuesThatDifferAreKeptWhereAllOthersAreTheSame() throws InterruptedException {
        double[] values = new double[3000];
        values[7] = 40;
        NumericEncoding input = Columns.input(values, ones(3000));
        assertThat(input.limits().lowest()).isZero();
        assertThat(input.limits().highest()).isEqualTo(40);
        assertThat(encoded(input, 40)).isNotEqualTo(encoded(input, 0));
    }

    @Test
    void missingAndInfiniteNumbersAreTheMean() throws InterruptedException {
        NumericEncoding input = Columns.input(new double[] {1, 2, 6, Double.NaN}, new double[] {1, 1, 2, 9});
        assertThat(input.scale().center()).isCloseTo(3.75, within(1e-12));
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(encoded(input, value)).isZero();
        }
        assertThat(encoded(input, 3.75)).isZero();
    }

    @Test
    void inputsHaveTheMean0AndTheDeviation1() throws InterruptedException {
        Instances data = Schemes.numeric(500, 1);
        Encoder encoder = Columns.encoder(data);
        for (int k = 0; k < 2; k++) {
            int input = k;
            double[] inputs = Arrays.stream(Columns.inputs(encoder, data))
                    .mapToDouble(row -> row[input])
                    .toArray();
            assertThat(Arrays.stream(inputs).average().orElseThrow()).isCloseTo(0, within(1e-6));
            assertThat(Arrays.stream(inputs).map(v -> v * v).average().orElseThrow())
                    .isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void everyLabelSeenHasAnInputOfItsOwnInTheOrderOfTheLabels() {
        Attribute colour = new Attribute("c", List.of("never", "red", "green", "nor this", "blue"), 3);
        NominalEncoding input = NominalEncoding.fit(colour, new double[] {4, 1, Double.NaN, 2, 1});
        assertThat(input.width()).isEqualTo(3);
        assertThat(List.of(input.inputName(0), input.inputName(1), input.inputName(2)))
                .containsExactly("c=red", "c=green", "c=blue");
        assertThat(input.attributeIndex()).isEqualTo(3);
        assertOneHot(input, 1, 1, 0, 0);
        assertOneHot(input, 2, 0, 1, 0);
        assertOneHot(input, 4, 0, 0, 1);
        for (double none : new double[] {0, 3, 5, 1e9, -1, Double.NaN, Double.POSITIVE_INFINITY, -1e308, 1e308}) {
            assertOneHot(input, none, 0, 0, 0);
        }
    }

    private static void assertOneHot(NominalEncoding input, double value, float... expected) {
        assertThat(encoded(input, value)).as("" + value).containsExactly(expected);
    }

    @Test
    void attributesThatAreConstantAreLeftOut() throws Exception {
        Instances data = Schemes.arff("""
                @attribute same numeric
                @attribute label {u,v,w}
                @attribute empty numeric
                @attribute varies numeric
                @attribute nearly numeric
                @attribute sometimes {u,v}
                @attribute date date yyyy
                @attribute y numeric
                @data
                5,v,?,1,7,u,2015,1
                5,v,?,2,?,?,2015,2
                5,v,?,3,7,u,2015,3
                """);
        Encoder encoder = Columns.encoder(data);
        // whether a label is missing carries information; whether a number is does not, as it becomes the mean
        assertThat(encoder.attributes().stream().map(AttributeEncoding::attributeIndex))
                .containsExactly(3, 5);
        assertThat(encoder.inputCount()).isEqualTo(2);
        assertThat(Columns.inputs(encoder, data)[1]).containsExactly(0, 0);
        assertThat(Columns.inputs(encoder, data)[2][0]).isPositive();
        assertThat(Columns.inputs(encoder, data)[2][1]).isEqualTo(1);
    }

    @Test
    void theInputsOfAnAttributeComeBehindAllThoseOfTheOneBefore() throws Exception {
        Instances data = Schemes.arff("""
                @attribute first {a,b,c,d,e}
                @attribute second {u,v}
                @attribute third numeric
                @attribute y numeric
                @data
                a,u,1,1
                b,v,-1,2
                c,u,1,3
                d,v,-1,4
                e,v,-1,5
                e,u,1,6
                """);
        float[][] inputs = Columns.inputs(Columns.encoder(data), data);

        assertThat(inputs[0]).containsExactly(1, 0, 0, 0, 0, 1, 0, 1);
        assertThat(inputs[4]).containsExactly(0, 0, 0, 0, 1, 0, 1, -1);
    }

    @Test
    void everyInputIsFiniteWhateverTheRow() throws InterruptedException {
        Instances data = Schemes.mixed(200, 3);
        Encoder encoder = Columns.encoder(data);
        Random random = new Random(4);
        double[] values = {1e308, -1e308, Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300};
        SparseInputs inputs = new SparseInputs(encoder.attributes().size());
        for (int i = 0; i < 2000; i++) {
            double[] row = random.doubles(5)
                    .map(v -> values[(int) (v * values.length)])
                    .toArray();
            encoder.encode(new DenseInstance(1, row), inputs);
            for (int k = 0; k < inputs.count(); k++) {
                assertThat(inputs.values()[k]).isFinite().isBetween(-100f, 100f);
            }
        }
    }

    @Test
    void withBinsARowHasTheSameInputsInPredictionAsInTraining() throws InterruptedException {
        Instances data = Schemes.mixed(200, 3);
        for (int i = 0; i < 40; i++) {
            data.instance(i).setMissing(i % data.classIndex());
        }
        UsableRows rows = UsableRows.of(data);
        Encoder plain = Columns.encoder(rows);
        Samples samples = new Samples(plain.encode(rows), rows.targets(), rows.weights()).withBins(8);

        Encoder binned = plain.withBins(samples.bins());

        assertThat(binned.inputCount()).isEqualTo(samples.inputCount()).isGreaterThan(plain.inputCount() + 8);
        SparseInputs active = new SparseInputs(binned.activeCount());
        for (int row = 0; row < rows.size(); row++) {
            float[] inputs = new float[binned.inputCount()];
            binned.encode(rows.row(row), active);
            active.copyTo(inputs, 0);
            assertThat(inputs).isEqualTo(samples.inputs(row));
        }
        assertThat(binned.withoutBins().attributes()).isEqualTo(plain.attributes());
        assertThat(plain.withBins(null)).isSameAs(plain);
    }

    @Test
    void anInputOfABinIsNamedAfterItsEdgesInTheUnitsOfTheData() throws InterruptedException {
        NumericEncoding plain = Columns.input(new double[] {10, 20, 30, 40}, ones(4));
        NumericEncoding binned = plain.withBins(new float[] {
            (float) plain.scale().toStandard(10),
            (float) plain.scale().toStandard(20),
            (float) plain.scale().toStandard(40)
        });

        assertThat(binned.width()).isEqualTo(3);
        assertThat(binned.inputName(0)).isEqualTo("x");
        assertThat(binned.inputName(1)).isEqualTo("x 10 to 20");
        assertThat(binned.inputName(2)).isEqualTo("x 20 to 40");
        assertThat(binned.inputScale(0)).isEqualTo(plain.scale());
        assertThat(binned.inputScale(2)).isEqualTo(new Scale(0, 1));
        assertThat(binned.descriptions(number -> String.valueOf(Math.rint(number))))
                .last()
                .isEqualTo(new InputDescription(
                        2, "x in bins", "each rises from 0 to 1 between one of these values and the next: 10, 20, 40"));
    }

    @Test
    void edgesOutOfOrderAreRefused() throws InterruptedException {
        NumericEncoding plain = Columns.input(new double[] {10, 20, 30, 40}, ones(4));
        for (float[] edges : new float[][] {{1, 1}, {2, 1}, {0, Float.NaN}, {0, Float.POSITIVE_INFINITY}}) {
            assertThatThrownBy(() -> plain.withBins(edges))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Attribute x has bins with the edges [");
        }
    }

    private static float encoded(NumericEncoding input, double value) {
        return encoded((AttributeEncoding) input, value)[0];
    }

    /** The inputs for a value of an attribute, which is the first in its data or the fourth. */
    private static float[] encoded(AttributeEncoding attribute, double value) {
        SparseInputs active = new SparseInputs(1);
        new RowEncoder(List.of(attribute)).encode(new DenseInstance(1, new double[] {value, 0, 0, value}), active);
        float[] inputs = new float[attribute.width()];
        active.copyTo(inputs, 0);
        return inputs;
    }

    /** The numbers 1 to n in a random order. */
    private static double[] shuffled(int n) {
        double[] values = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
        Random random = new Random(n);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
        return values;
    }

    private static void replace(double[] values, double old, double replacement) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == old ? replacement : values[i];
        }
    }

    private static double[] ones(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1).toArray();
    }
}
