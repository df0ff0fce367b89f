package weka.classifiers.functions.boundedmlp.nn.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;

/** The spread is the mean residual of a group of neighbouring predictions plus half the mean residual of all rows. */
class ResidualSpreadTest {

    /** There are at most ten groups of at least 20 rows each, so the last group may be larger. */
    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "39, 0",
        "40, 0 20",
        "41, 0 20",
        "59, 0 20",
        "60, 0 20 40",
        "80, 0 20 40 60",
        "200, 0 20 40 60 80 100 120 140 160 180",
        "201, 0 21 42 63 84 105 126 147 168",
        "231, 0 24 48 72 96 120 144 168 192",
        "1000, 0 100 200 300 400 500 600 700 800 900",
    })
    void groupsHoldEquallyManyRows(int n, String starts) throws Exception {
        double[] predictions = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double[] residuals = Arrays.stream(predictions).map(p -> p * p + 1).toArray();
        double half = 0.5 * mean(residuals, 0, n);

        ResidualSpread spread = ResidualSpread.of(rows(predictions, filled(n, 1)), residuals);

        int[] from =
                Arrays.stream(starts.split(" ")).mapToInt(Integer::parseInt).toArray();
        for (int group = 0; group < from.length; group++) {
            int to = group + 1 < from.length ? from[group + 1] : n;
            double center = (from[group] + to - 1) / 2.0;
            double expected = mean(residuals, from[group], to) + half;
            assertThat(spread.at(center)).as("group %d", group).isCloseTo(expected, withinPercentage(1e-10));
        }
        double first = mean(residuals, 0, from.length == 1 ? n : from[1]);
        assertThat(spread.smallest()).isCloseTo(first + half, withinPercentage(1e-10));
        assertThat(spread.at(Double.NEGATIVE_INFINITY)).isEqualTo(spread.smallest());
        double last = mean(residuals, from[from.length - 1], n);
        assertThat(spread.largest()).isCloseTo(last + half, withinPercentage(1e-10));
        assertThat(spread.at(Double.POSITIVE_INFINITY)).isEqualTo(spread.largest());
    }

    @Test
    void theSpreadRisesEvenlyFromOneGroupToTheNext() throws Exception {
        ResidualSpread spread = twoGroups(filled(40, 1));

        assertThat(spread.at(9.5)).isEqualTo(1 + 1, within(1e-12));
        assertThat(spread.at(14.5)).isEqualTo(1.5 + 1, within(1e-12));
        assertThat(spread.at(29.5)).isEqualTo(3 + 1, within(1e-12));
    }

    @Test
    void rowsCountByTheirWeights() throws Exception {
        double[] weights = filled(40, 1);
        weights[0] = 3; // the sum is 42
        ResidualSpread spread = twoGroups(weights);

        double all = (22 * 1 + 20 * 3) / 42.0;
        assertThat(spread.at(-1)).isEqualTo(1 + all / 2, within(1e-12));
        double middle = ((3 * 0 + 190) / 22.0 + 29.5) / 2;
        assertThat(spread.at(middle)).as("between the weighted centres").isEqualTo(2 + all / 2, within(1e-12));
        assertThat(spread.at(99)).isEqualTo(3 + all / 2, within(1e-12));
    }

    @Test
    void theRowsOfAGroupWhoseWeightsHaveVanishedCountAlike() throws Exception {
        for (int vanished : new int[] {0, 20}) {
            double[] weights = filled(40, 1);
            Arrays.fill(weights, vanished, vanished + 20, 0);
            ResidualSpread spread = twoGroups(weights);

            double half = vanished == 0 ? 1.5 : 0.5;
            assertThat(spread.at(9.5)).isEqualTo(1 + half, within(1e-12));
            assertThat(spread.at(19.5)).isEqualTo(2 + half, within(1e-12));
            assertThat(spread.at(29.5)).isEqualTo(3 + half, within(1e-12));
        }
    }

    @Test
    void rowsWithAbsurdResidualsDoNotCount() throws Exception {
        double[] predictions = {0, 1e100, -1e100, 0, 0};
        double[] residuals = {2, 1, 1, 1e100, Double.POSITIVE_INFINITY};
        ResidualSpread spread = ResidualSpread.of(rows(predictions, filled(5, 1)), residuals);

        assertThat(spread.at(0)).isEqualTo(3);
        assertThat(ResidualSpread.tells(Math.nextDown(1e100), Math.nextDown(1e100)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "9e-31, 1", "1e-30, 1.5e-30", "0.2, 0.3"})
    void residualsThatAreOnlyRoundingsSayNothing(double residual, double expected) throws Exception {
        ResidualSpread spread = ResidualSpread.of(rows(new double[1], filled(1, 1)), new double[] {residual});

        assertThat(spread.at(0)).isEqualTo(expected, within(1e-15 * expected));
    }

    /** Predictions from 0 to 39; the residuals are 1 in the first half and 3 in the second. */
    private static ResidualSpread twoGroups(double[] weights) throws InterruptedException {
        double[] predictions = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        double[] residuals = Arrays.stream(predictions).map(p -> p < 20 ? 1 : 3).toArray();
        return ResidualSpread.of(rows(predictions, weights), residuals);
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    private static HeldOutPredictions rows(double[] predictions, double[] weights) {
        return new HeldOutPredictions(predictions, predictions, new double[predictions.length], weights);
    }
}
