package weka.classifiers.functions.boundedmlp.nn.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies are told from rows that are equal by chance. */
class CopiesTest {

    private static final int ROWS = 600;

    @Test
    void drawnRowsAreCopiesOfTheFirstEqualOne() throws Exception {
        Samples drawn = drawn(rows(2, x -> x));
        int[] originals = Copies.originals(drawn);
        int copies = 0;
        for (int row = 0; row < ROWS; row++) {
            int original = originals[row];
            assertThat(original).isLessThanOrEqualTo(row);
            assertThat(originals[original]).isEqualTo(original);
            assertThat(drawn.inputs(row)).isEqualTo(drawn.inputs(original));
            assertThat(drawn.target(row)).isEqualTo(drawn.target(original));
            copies += original < row ? 1 : 0;
        }
        assertThat(copies).as("of rows drawn with replacement").isBetween(ROWS / 3, ROWS * 2 / 5);
    }

    /** Each value occurs in many rows, but the same four values together hardly in two. */
    @Test
    void roundedValuesDoNotHideACopy() throws Exception {
        Samples drawn = drawn(rows(4, x -> Math.round(10 * x) / 10.0));
        assertThat(copies(drawn)).isBetween(ROWS / 3, ROWS * 2 / 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void rowsOfAFewValuesAreNoCopies(int inputs) throws Exception {
        Samples equalByChance = rows(inputs, x -> x > 0 ? 1 : 0);
        assertThat(copies(equalByChance)).isZero();
    }

    @Test
    void rowsThatDifferInTheTargetAreNoCopies() throws Exception {
        Samples rows = rows(2, x -> x);
        float[][] inputs = new float[ROWS][];
        double[] targets = rows.targets().clone();
        for (int i = 0; i < ROWS; i++) {
            inputs[i] = rows.inputs(i / 2);
        }
        assertThat(copies(new Samples(inputs, targets, rows.weights(), 2))).isZero();
    }

    @Test
    void rowsWithoutInputsAndSingleRowsAreNoCopies() throws Exception {
        assertThat(Copies.originals(new Samples(new float[5][0], new double[5], ones(5), 0)))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(Copies.originals(new Samples(new float[][] {{3}}, new double[] {2}, ones(1), 1)))
                .containsExactly(0);
    }

    /** Twenty different rows, each of them twice: 40 / 20 / 20 rows like each are to be expected. */
    @Test
    void equalRowsAreCopiesOnlyIfLessThanATenthOfARowIsToBeExpected() throws Exception {
        assertThat(copies(twice(20, 1))).isZero();
        assertThat(copies(twice(21, 1))).isEqualTo(21);
    }

    @Test
    void aValueThatAllRowsShareDoesNotTellACopy() throws Exception {
        assertThat(copies(twice(50, 0))).isZero();
    }

    /** The hashes of the two rows agree in all bits that are compared; equal rows would be copies. */
    @Test
    void differentRowsOfTheSameHashAreNoCopies() throws Exception {
        assertThat(copies(beginningWith(new float[][] {{1, 1}, {1.698862f, -0.060099307f}}, 1, 1)))
                .isZero();
        assertThat(copies(beginningWith(new float[][] {{1}, {1}}, 1, 0.7925340299807073)))
                .isZero();
    }

    private static int copies(Samples samples) throws Exception {
        int[] originals = Copies.originals(samples);
        int copies = 0;
        for (int row = 0; row < originals.length; row++) {
            copies += originals[row] < row ? 1 : 0;
        }
        return copies;
    }

    private static Samples rows(int inputs, DoubleUnaryOperator rounding) {
        Random random = new Random(1);
        float[][] x = new float[ROWS][inputs];
        double[] y = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int k = 0; k < inputs; k++) {
                x[i][k] = (float) rounding.applyAsDouble(random.nextGaussian());
            }
            y[i] = rounding.applyAsDouble(random.nextGaussian());
        }
        return new Samples(x, y, ones(ROWS), inputs);
    }

    /** As many rows, drawn with replacement. */
    private static Samples drawn(Samples samples) {
        return samples.subset(new Random(2).ints(ROWS, 0, ROWS).toArray());
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Two different rows, and behind them many others. */
    private static Samples beginningWith(float[][] firstInputs, double... firstTargets) {
        Samples others = rows(firstInputs[0].length, x -> x);
        float[][] inputs = new float[ROWS][];
        Arrays.setAll(inputs, i -> i < 2 ? firstInputs[i] : others.inputs(i));
        double[] targets = others.targets().clone();
        System.arraycopy(firstTargets, 0, targets, 0, 2);
        return new Samples(inputs, targets, others.weights(), firstInputs[0].length);
    }

    /** Rows that each occur twice; their targets differ by 1, and their only input by the given distance. */
    private static Samples twice(int different, float distance) {
        float[][] inputs = new float[different][];
        Arrays.setAll(inputs, i -> new float[] {i * distance});
        double[] targets = new double[different];
        Arrays.setAll(targets, i -> i);
        int[] rows = IntStream.range(0, 2 * different).map(i -> i / 2).toArray();
        return new Samples(inputs, targets, ones(different), 1).subset(rows);
    }
}
