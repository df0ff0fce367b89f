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
        assertThat(narrowed).isGreaterThan(300);
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
        double lowTail = quantile(values, weights, order, 0.01);
        double highTail = quantile(values, weights, reversed, 0.01);
        double smallest = values[order[0]];
        double largest = values[reversed[0]];
        return new ValueLimits(
                lowTail == median ? smallest : Math.max(smallest, median + 4 * (lowTail - median)),
                highTail == median ? largest : Math.min(largest, median + 4 * (highTail - median)));
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
