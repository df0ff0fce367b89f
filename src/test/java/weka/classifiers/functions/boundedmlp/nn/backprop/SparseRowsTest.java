package weka.classifiers.functions.boundedmlp.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** To pass over inputs that are 0 changes no bit of the loss and the gradient. */
class SparseRowsTest {

    private static final int ROWS = 50;
    private static final int UNITS = 7;

    @ParameterizedTest
    @CsvSource({"64, 0", "101, 1", "102, 2", "103, 1", "300, 3", "1001, 1"})
    void theGradientHasTheSameBitsAsThatOfAllInputs(int inputs, int others) {
        Samples sparse = samples(inputs, others, 0);
        Samples dense = samples(inputs, others, 10 * ROWS);
        assertThat(sparse.isSparse()).isTrue();
        assertThat(dense.isSparse())
                .as("rows without zeros behind the same ones")
                .isFalse();

        Network network = Fixtures.network(inputs, UNITS, new Random(5));
        Network ofSparse = Fixtures.network(inputs, UNITS, new Random(6)); // its values are overwritten
        Network ofDense = Fixtures.network(inputs, UNITS, new Random(7));
        for (int rows : new int[] {1, 2, 5, 49, ROWS}) {
            assertThat(lossAndGradient(sparse, network, rows, ofSparse))
                    .isEqualTo(lossAndGradient(dense, network, rows, ofDense));
            assertThat(ofSparse.blocks()).isDeepEqualTo(ofDense.blocks());
        }
    }

    @Test
    void rowsOfFewInputsAndRowsOfOtherValuesAreNotSparse() {
        assertThat(samples(63, 1, 0).isSparse()).isFalse();
        assertThat(samples(80, 60, 0).isSparse()).isFalse();
    }

    private static RowFigures lossAndGradient(Samples samples, Network network, int rows, Network gradient) {
        int[] order = Fixtures.shuffled(ROWS, new Random(rows));
        return new Backprop(samples, UNITS, 1, rows, new SquaredError(Fixtures.clamp(0, 1)), 0.01)
                .lossAndGradient(
                        Fixtures.alone(network),
                        order,
                        0,
                        rows,
                        Fixtures.alone(gradient),
                        Watch.fresh(samples.size()),
                        Workers.NONE);
    }

    /** Rows with a label each and a few other inputs, and behind them rows without zeros. */
    private static Samples samples(int inputs, int others, int fullRows) {
        Random random = new Random(inputs);
        float[][] x = new float[ROWS + fullRows][inputs];
        double[] y = new double[x.length];
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < x.length; i++) {
            y[i] = i % 3 / 2.0;
            if (i >= ROWS) {
                Arrays.fill(x[i], 1);
            } else {
                x[i][random.nextInt(inputs)] = 1;
                for (int k = 0; k < others; k++) {
                    x[i][inputs - 1 - k] = (float) random.nextGaussian();
                }
            }
        }
        return new Samples(x, y, weights, inputs);
    }
}
