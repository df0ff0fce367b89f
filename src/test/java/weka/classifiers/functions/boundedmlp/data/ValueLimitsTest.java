package weka.classifiers.functions.boundedmlp.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueLimitsTest {

    private static final List<ToDoubleFunction<Random>> COLUMNS = List.of(
            Random::nextDouble,
            Random::nextGaussian,
            random -> Math.exp(2 * random.nextGaussian()),
            random -> 1 / random.nextDouble(),
            random -> random.nextInt(3),
            random -> random.nextInt(50) == 0 ? random.nextGaussian() : 0,
            random -> random.nextInt(150) == 0 ? 1000 * random.nextGaussian() : random.nextInt(2),
            random -> random.nextInt(5) == 0 ? Double.NaN : -Math.pow(random.nextDouble(), -3),
            random -> 1e308 * (random.nextDouble() - 0.5),
            random -> 1e-310 * random.nextInt(1000));

    @Test
    void areThoseOfTheSortedColumn() throws Exception {
        Random random = new Random(1);
        int narrowed = 0;
        int whole = 0;
        for (int world = 0; world < 2000; world++) {
            ToDoubleFunction<Random> column = COLUMNS.get(world % COLUMNS.size());
            int n = 2 + random.nextInt(world % 3 == 0 ? 2000 : 20);
            double[] values = IntStream.range(0, n)
                    .mapToDouble(i -> column.applyAsDouble(random))
                    .toArray();
            values[0] = 0;
            values[1] = 1;
            // small multiples of powers of two, so that sums are exact in any order
            double[] weights = IntStream.range(0, n)
                    .mapToDouble(i -> (1 + random.nextInt(8)) / 4.0)
                    .toArray();
            ValueLimits range = new ColumnStatistics(new NumericColumns(Columns.data(values, weights))).range(0);

            ValueLimits limits = Columns.input(values, weights).limits();

            assertThat(limits).isEqualTo(expected(values, weights));
            narrowed += limits.equals(range) ? 0 : 1;
            whole += limits.equals(range) ? 1 : 0;
        }
        assertThat(narrowed).isGreaterThan(200);
        assertThat(whole).isGreaterThan(300);
    }

    private static ValueLimits expected(double[] values, double[] weights) {
        Integer[] order = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toArray(Integer[]::new);
        Integer[] reversed = order.clone();
        java.util.Collections.reverse(Arrays.asList(reversed));
        double median = quantile(values, weights, order, 0.5);
        double total = Arrays.stream(order).mapToDouble(i -> weights[i]).sum();
        double below = Arrays.stream(order)
                .filter(i -> values[i] < median)
                .mapToDouble(i -> weights[i])
                .sum();
        double above = Arrays.stream(order)
                .filter(i -> values[i] > median)
                .mapToDouble(i -> weights[i])
                .sum();
        double lowTail = quantile(values, weights, order, Math.min(0.01, 0.05 * (below / total)));
        double highTail = quantile(values, weights, reversed, Math.min(0.01, 0.05 * (above / total)));
        return new ValueLimits(
                Math.max(values[order[0]], median + 4 * (lowTail - median)),
                Math.min(values[reversed[0]], median + 4 * (highTail - median)));
    }

    /** From 3 to 600 of 3,000 hours are wet. Somewhere in between, the 99th percentile leaves the dry ones. */
    @Test
    void valuesThatAreRareAreNotCutOff() throws Exception {
        for (int wet : new int[] {3, 10, 25, 29, 30, 31, 33, 40, 51, 60, 100, 150, 300, 600}) {
            Random random = new Random(wet);
            double[] values = new double[3000];
            for (int i = 0; i < wet; i++) {
                values[i] = 1 - 3 * Math.log(random.nextDouble());
            }
            double[] ones = new double[values.length];
            Arrays.fill(ones, 1);
            double largest = Arrays.stream(values).max().orElseThrow();
            assertThat(Columns.input(values, ones).limits())
                    .as(wet + " wet hours")
                    .isEqualTo(new ValueLimits(0, largest));
        }
    }

    @Test
    void aHugeValueAmongRareOnesIsCutOff() throws Exception {
        double[] values = new double[3000];
        for (int i = 0; i < 200; i++) {
            values[i] = 1 + i % 10;
        }
        values[0] = 1e9;
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        assertThat(Columns.input(values, ones).limits()).isEqualTo(new ValueLimits(0, 40));
    }

    private static double quantile(double[] values, double[] weights, Integer[] order, double share) {
        double total = Arrays.stream(order).mapToDouble(i -> weights[i]).sum();
        double sum = 0;
        for (int i : order) {
            sum += weights[i];
            if (sum > share * total) {
                return values[i];
            }
        }
        throw new AssertionError();
    }
}
