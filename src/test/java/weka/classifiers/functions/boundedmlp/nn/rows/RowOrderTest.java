package weka.classifiers.functions.boundedmlp.nn.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;

class RowOrderTest {

    @Test
    void sortsLikeJavasStableSortOfObjects() throws Exception {
        Random random = new Random(1);
        double[] special = {0.0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        for (int size = 0; size < 200; size++) {
            int[] rows = Fixtures.shuffled(size, random);
            double[] values = random.ints(size, 0, 12)
                    .mapToDouble(i -> i < special.length ? special[i] : i)
                    .toArray();
            int[] expected = Arrays.stream(rows)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> values[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] given = rows.clone();

            assertThat(RowOrder.byValue(rows, values)).isEqualTo(expected);
            assertThat(rows).isEqualTo(given);
        }
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> RowOrder.byValue(new int[] {1, 0}, new double[] {1, 2}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
