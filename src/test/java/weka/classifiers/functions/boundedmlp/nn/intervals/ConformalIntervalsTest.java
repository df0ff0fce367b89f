package weka.classifiers.functions.boundedmlp.nn.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;

class ConformalIntervalsTest {

    private static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Bounds FROM_0 = new Bounds(0, Double.POSITIVE_INFINITY);

    @ParameterizedTest
    @CsvSource({
        "1e-9, 1",
        "0.04, 1",
        "0.05, 1",
        "0.051, 2",
        "0.5, 10",
        "0.51, 11",
        "0.9, 18",
        "0.95, 19",
        "0.951, Infinity",
        "0.99, Infinity"
    })
    void oneRowMoreThanThereAreIsCounted(double level, double expected) throws Exception {
        double[] residuals = IntStream.rangeClosed(1, 19)
                .mapToDouble(k -> k % 2 == 0 ? k : -k)
                .toArray();
        ConformalIntervals intervals = ConformalIntervals.of(rows(new double[19], residuals, ones(19)), NONE);
        assertReach(intervals.reach(0, level), expected);
        assertThat(intervals.highestLevel()).isEqualTo(0.95, within(1e-6));
        assertThat(intervals.rows()).isEqualTo(19);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-3, 1e6})
    void rowsCountByTheirRelativeWeights(double unit) throws Exception {
        double[] weights = {unit, 2 * unit, unit};
        ConformalIntervals intervals =
                ConformalIntervals.of(rows(new double[3], new double[] {1, 2, 3}, weights), NONE);
        // their effective number is (1 + 2 + 1)^2 / (1 + 4 + 1) = 8/3, so the highest level is 8/11
        assertThat(intervals.highestLevel()).isEqualTo(8 / 11.0, within(1e-12));
        assertReach(intervals.reach(0, 0.1818), 1);
        assertReach(intervals.reach(0, 0.1819), 2);
        assertReach(intervals.reach(0, 0.5454), 2);
        assertReach(intervals.reach(0, 0.5455), 3);
        assertReach(intervals.reach(0, 0.7272), 3);
        assertReach(intervals.reach(0, 0.7273), Double.POSITIVE_INFINITY);
    }

    @Test
    void equalWeightsOfAnySizeRoundNothingAway() throws Exception {
        for (int n = 1; n <= 1000; n++) {
            double[] residuals = IntStream.rangeClosed(1, n).mapToDouble(k -> k).toArray();
            double[] weights = DoubleStream.generate(() -> 0.1).limit(n).toArray();
            ConformalIntervals intervals = ConformalIntervals.of(rows(new double[n], residuals, weights), NONE);
            int k = 1 + (7 * n) / 9;
            if (k <= n) {
                assertReach(intervals.reach(0, k / (n + 1.0)), k);
            }
        }
    }

    @Test
    void withoutRowsNoLevelCanBeGiven() throws Exception {
        ConformalIntervals intervals = ConformalIntervals.of(HeldOutPredictions.NONE, NONE);
        assertThat(intervals.reach(0, 0.01)).isInfinite();
        assertThat(intervals.highestLevel()).isZero();
        assertThat(intervals.rows()).isZero();
    }

    @Test
    void ofManyRowsAFewAreKeptOnTheSafeSide() throws Exception {
        int n = 50_500;
        double[] residuals = IntStream.rangeClosed(1, n).mapToDouble(k -> k).toArray();
        ConformalIntervals intervals = ConformalIntervals.of(rows(new double[n], residuals, ones(n)), NONE);
        for (int k = 1; k < n; k += 37) {
            double level = k / (n + 1.0);
            assertThat(intervals.reach(0, level)).isBetween((double) k, (k + 51) * (1 + 1e-6));
        }
        assertReach(intervals.reach(0, n / (n + 1.0)), n);
    }

    @Test
    void noMoreThanAThousandRowsAreKept() throws Exception {
        int tenRows = savedSize(10) + 8 * 990;
        assertThat(savedSize(1000)).isEqualTo(tenRows);
        for (int n : new int[] {1001, 1999, 2001, 50_500}) {
            assertThat(savedSize(n)).as("bytes of " + n + " rows").isLessThanOrEqualTo(tenRows);
        }
    }

    private static int savedSize(int n) throws Exception {
        double[] residuals = IntStream.rangeClosed(1, n).mapToDouble(k -> k).toArray();
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(saved)) {
            out.writeObject(ConformalIntervals.of(rows(new double[n], residuals, ones(n)), NONE));
        }
        return saved.size();
    }

    @Test
    void theReachFollowsTheSpreadOfTheTargets() throws Exception {
        int n = 2000;
        Random random = new Random(1);
        double[] predictions =
                random.doubles(n).map(u -> Math.max(0, 8 * u - 4)).toArray();
        double[] targets = Arrays.stream(predictions)
                .map(p -> p + p * random.nextGaussian())
                .toArray();
        ConformalIntervals intervals = ConformalIntervals.of(rows(predictions, targets, ones(n)), NONE);
        assertThat(intervals.reach(0, 0.95) / intervals.reach(4, 0.95))
                .as("small, but not as if all these residuals would always be 0")
                .isBetween(0.08, 0.25);
        assertThat(intervals.reach(0, 0.95)).isEqualTo(intervals.smallestReach(0.95));
        assertThat(intervals.reach(9, 0.95)).isEqualTo(intervals.largestReach(0.95));
        assertThat(intervals.reach(2, 0.95))
                .as("between the groups, where the standard deviation is 2")
                .isBetween(3.0, 5.5);
        for (double p = 0; p < 4; p += 0.01) {
            assertThat(intervals.reach(p + 0.01, 0.95)).as("no jumps").isEqualTo(intervals.reach(p, 0.95), within(0.3));
        }
    }

    @Test
    void rowsAtTheBoundThatArePredictedThereNeedNoReach() throws Exception {
        int n = 1000;
        double[] predictions =
                IntStream.range(0, n).mapToDouble(i -> Math.max(0, i - 900)).toArray();
        double[] targets = Arrays.stream(predictions).map(p -> 1.5 * p).toArray();
        ConformalIntervals intervals = ConformalIntervals.of(rows(predictions, targets, ones(n)), FROM_0);
        assertThat(intervals.reach(0, 0.9)).isZero();
        assertThat(intervals.reach(99, 0.9)).isZero();
        assertThat(intervals.reach(99, 0.99)).isBetween(40.0, 99.0);
    }

    @Test
    void manyRowsAtTheBoundDoNotBlurTheOthers() throws Exception {
        int n = 5000;
        double[] predictions = IntStream.range(0, n)
                .mapToDouble(i -> Math.max(0, (i - 4600) / 100.0))
                .toArray();
        double[] targets = Arrays.stream(predictions).map(p -> 1.5 * p).toArray();
        ConformalIntervals intervals = ConformalIntervals.of(rows(predictions, targets, ones(n)), FROM_0);
        assertThat(intervals.reach(2, 0.99)).isLessThan(0.7 * intervals.reach(3.8, 0.99));
    }

    @Test
    void rowsThatAreAllPredictedExactlyNeedNoReach() throws Exception {
        double[] targets = {1, 2, 3};
        ConformalIntervals intervals = ConformalIntervals.of(rows(targets, targets, ones(3)), NONE);
        assertThat(intervals.reach(2.5, 0.75)).isZero();
        assertThat(intervals.reach(2.5, 0.76)).isInfinite();
    }

    @Test
    void aTargetBeyondTheBoundsIsNeverCovered() throws Exception {
        double[] targets = {-1e-9, 1, 2, -1000, 3};
        ConformalIntervals intervals = ConformalIntervals.of(rows(new double[5], targets, ones(5)), FROM_0);
        assertReach(intervals.reach(0, 0.5), 3);
        assertThat(intervals.reach(0, 0.51)).isInfinite();
        assertThat(intervals.highestLevel()).isEqualTo(0.5, within(1e-6));
        assertThat(intervals.rowsBeyondBounds()).isEqualTo(2);
        assertThat(intervals.rows()).isEqualTo(5);
    }

    @Test
    void aRowWithAnAbsurdPredictionIsNeverCovered() throws Exception {
        double[] predictions = {0, 0, 0, 1e200};
        double[] targets = {1, 2, 3, 1e200};
        ConformalIntervals intervals = ConformalIntervals.of(rows(predictions, targets, ones(4)), NONE);
        assertReach(intervals.reach(0, 0.6), 3);
        assertThat(intervals.reach(0, 0.61)).isInfinite();
        assertThat(intervals.highestLevel()).isEqualTo(0.6, within(1e-6));
    }

    /**
     * Of a hundred rows, one is not many: what the final network predicts for them does not matter. Targets on both
     * sides of the prediction are as far from it, but not shared.
     */
    @Test
    void rowsOfTheirOwnTargetCountByTheirOwnPrediction() throws Exception {
        double[] targets = IntStream.range(0, 100)
                .mapToDouble(i -> (1 + i / 2) * (i % 2 == 0 ? 1 : -1))
                .toArray();
        ConformalIntervals intervals = ConformalIntervals.of(predictedAt0(targets, 0.5), NONE);
        for (int k = 1; k <= 50; k++) {
            assertReach(intervals.reach(0, 2 * k / 101.0), k);
        }
    }

    /** For each row whose target is shared, the interval has to reach it from the final network's prediction. */
    @Test
    void rowsThatShareTheirTargetWithManyCountByThePredictionOfTheFinalNetworkAsWell() throws Exception {
        double[] targets = IntStream.range(0, 100).mapToDouble(i -> 1 + i / 2).toArray();
        ConformalIntervals intervals = ConformalIntervals.of(predictedAt0(targets, 0.5), NONE);
        for (int k = 1; k <= 50; k++) {
            assertReach(intervals.reach(0, 2 * k / 101.0), k + 0.5);
        }
    }

    @Test
    void sharedTargetsThatArePredictedExactlyNeedNoReach() throws Exception {
        double[] targets =
                IntStream.range(0, 100).mapToDouble(i -> i < 50 ? 0 : i).toArray();
        ConformalIntervals intervals = ConformalIntervals.of(predictedAt0(targets, 0.5), NONE);
        assertThat(intervals.reach(0, 50 / 101.0)).isZero();
        assertReach(intervals.reach(0, 51 / 101.0), 50);
    }

    /** The theorem: over many draws, a new row is covered as often as the level says, and not much more often. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.9, 0.95})
    void aNewRowIsCoveredAsOftenAsTheLevelSays(double level) throws Exception {
        Random random = new Random(7);
        int draws = 4000;
        int n = 59;
        int covered = 0;
        for (int draw = 0; draw < draws; draw++) {
            double[] predictions = random.doubles(n + 1).toArray();
            double[] targets = Arrays.stream(predictions)
                    .map(p -> Math.max(0, p + 0.5 * (0.2 + p) * random.nextGaussian()))
                    .toArray();
            ConformalIntervals intervals = ConformalIntervals.of(
                    rows(Arrays.copyOf(predictions, n), Arrays.copyOf(targets, n), ones(n)), FROM_0);
            covered += Math.abs(targets[n] - predictions[n]) <= intervals.reach(predictions[n], level) ? 1 : 0;
        }
        double deviation = Math.sqrt(level * (1 - level) / draws);
        assertThat((double) covered / draws).isBetween(level - 3 * deviation, level + 1.0 / (n + 1) + 3 * deviation);
    }

    private static void assertReach(double reach, double expected) throws Exception {
        if (Double.isInfinite(expected)) {
            assertThat(reach).isInfinite();
        } else {
            assertThat(reach).isBetween(expected * (1 - 1e-12), expected * (1 + 1e-6));
        }
    }

    private static HeldOutPredictions rows(double[] predictions, double[] targets, double[] weights) {
        return new HeldOutPredictions(predictions, predictions, targets, weights);
    }

    private static double[] ones(int n) {
        return DoubleStream.generate(() -> 1).limit(n).toArray();
    }

    private static HeldOutPredictions predictedAt0(double[] targets, double finalPrediction) {
        double[] finalPredictions = new double[targets.length];
        Arrays.fill(finalPredictions, finalPrediction);
        return new HeldOutPredictions(new double[targets.length], finalPredictions, targets, ones(targets.length));
    }
}
