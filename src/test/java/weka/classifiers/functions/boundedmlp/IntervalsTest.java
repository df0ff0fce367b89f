package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.export.PrintedModel;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** The scheme's prediction intervals, as Weka requests them. */
class IntervalsTest {

    private static final Path RAIN = Path.of("src/main/data/seattle_rain.arff");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-lower-bound 0.7",
                "-lower-bound -Infinity -upper-bound 7.3",
                "-lower-bound -1.30103 -upper-bound 9.1",
                "-lower-bound 0.7 -output softplus",
                "-lower-bound 0.7 -upper-bound 30.3 -output sigmoid"
            })
    void bothEndsLieWithinTheBoundsAndThePredictionBetweenThem(String options) throws Exception {
        Instances data = Schemes.mixed(120, 1);
        BoundedMLPRegressor scheme = fit(data, "-H 8 -N 30 -L 0.01 " + options);
        int atBound = 0;
        int inside = 0;
        for (Instance row : wild(Schemes.mixed(150, 2))) {
            double p = scheme.classifyInstance(row);
            double[] previous = {p, p};
            for (double level : new double[] {1e-9, 0.5, 0.8, 0.95, 0.99, 1 - 1e-9}) {
                double[][] intervals = scheme.predictIntervals(row, level);
                assertThat(intervals).hasDimensions(1, 2);
                double[] ends = intervals[0];
                assertThat(ends[0]).isBetween(scheme.getLowerBound(), previous[0]);
                assertThat(ends[1]).isBetween(previous[1], scheme.getUpperBound());
                boolean touches = ends[0] == scheme.getLowerBound() || ends[1] == scheme.getUpperBound();
                atBound += touches ? 1 : 0;
                inside += touches ? 0 : 1;
                previous = ends;
            }
        }
        assertThat(atBound).as("intervals that end at a bound").isGreaterThan(100);
        assertThat(inside).as("intervals that do not").isGreaterThan(20);
    }

    @Test
    void theyCoverAsManyRowsOfTheRainAsTheLevelSays() throws Exception {
        Instances data = rain();
        Coverage coverage = Coverage.of(fit(halfOf(data, 0), ""), halfOf(data, 1), 0.95);
        // three standard deviations, from the rows tested and those that the intervals were computed from
        double tolerance = 3 * Math.sqrt(0.95 * 0.05 * (1.0 / coverage.rows() + 2.0 / data.size()));
        assertThat(coverage.share()).isCloseTo(0.95, within(tolerance));
    }

    /** All networks of the search predict their own mean, from which the final one differs by a hair's breadth. */
    @Test
    void theyCoverTheZerosWhereThereIsNothingElseToKnow() throws Exception {
        for (int seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            Instances data = Schemes.withTargets(
                    Schemes.numeric(300, seed), y -> random.nextDouble() < 0.9 ? 0 : Math.exp(random.nextGaussian()));
            BoundedMLPRegressor scheme = fit(data, "-H 8 -N 30 -S " + seed);
            assertThat(Coverage.of(scheme, data, 0.5).share())
                    .as("seed " + seed)
                    .isGreaterThan(0.85);
            assertThat(Coverage.of(scheme, data, 0.8).share())
                    .as("seed " + seed)
                    .isGreaterThan(0.85);
        }
    }

    @Test
    void copiesOfRowsDoNotMakeThemTooNarrow() throws Exception {
        Instances once = Schemes.numeric(250, 5);
        Instances fourTimes = new Instances(once);
        for (int i = 1; i < 4; i++) {
            fourTimes.addAll(once);
        }
        Instances others = Schemes.numeric(1000, 6);
        assertThat(Coverage.of(fit(fourTimes, "-H 64 -N 200"), others, 0.9).share())
                .isBetween(0.85, 0.95);
    }

    @Test
    void theyCoverWeightedRowsAsPromised() throws Exception {
        double covered = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Instances data = Schemes.numeric(300, seed);
            data.forEach(row -> row.setWeight(Math.exp(random.nextGaussian())));
            covered += Coverage.of(fit(data, "-H 16 -N 60 -S " + seed), Schemes.numeric(500, 100 + seed), 0.9)
                            .share()
                    / 20;
        }
        assertThat(covered).isBetween(0.885, 0.93);
    }

    @Test
    void wekasEvaluationCountsTheSame() throws Exception {
        Instances data = rain();
        Instances test = halfOf(data, 1);
        BoundedMLPRegressor scheme = fit(halfOf(data, 0), "-N 5");
        Evaluation evaluation = new Evaluation(halfOf(data, 0));
        evaluation.evaluateModel(scheme, test);
        Coverage coverage = Coverage.of(scheme, test, 0.95);
        assertThat(evaluation.coverageOfTestCasesByPredictedRegions()).isCloseTo(100 * coverage.share(), within(1e-9));
        double range = halfOf(data, 0).attributeStats(data.classIndex()).numericStats.max;
        assertThat(evaluation.sizeOfPredictedRegions()).isCloseTo(100 * coverage.width() / range, within(1e-9));
    }

    @Test
    void aSavedModelGivesTheSameIntervals() throws Exception {
        Instances data = Schemes.mixed(80, 3);
        BoundedMLPRegressor scheme = fit(data, "-H 8 -N 15");
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        SerializationHelper.write(saved, scheme);
        BoundedMLPRegressor loaded =
                (BoundedMLPRegressor) SerializationHelper.read(new ByteArrayInputStream(saved.toByteArray()));
        for (Instance row : data) {
            for (double level : new double[] {0.3, 0.95, 0.99}) {
                assertThat(Schemes.bits(loaded.predictIntervals(row, level)[0]))
                        .containsExactly(Schemes.bits(scheme.predictIntervals(row, level)[0]));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, -V 0, Infinity, 'span the bounds at every level, because no rows were held out'",
        "400, -V 0 -upper-bound 50, 50, 'span the bounds at every level, because no rows were held out'",
        "5, '', Infinity, 'for levels up to 83.33 %, the highest that 5 held-out rows allow;"
                + " at higher levels they span the bounds'",
        "1, '', Infinity, 'span the bounds at every level, because no rows were held out'"
    })
    void whatTheRowsCannotTellReachesFromBoundToBoundAndTheTextSaysWhy(
            int rows, String options, double upper, String text) throws Exception {
        Instances data = Schemes.numeric(rows, 4);
        BoundedMLPRegressor scheme = fit(data, "-H 4 -N 3 " + options);
        assertThat(scheme.predictIntervals(data.instance(0), 0.95)[0]).containsExactly(0, upper);
        assertThat(scheme.toString()).contains("Intervals        " + text).doesNotContain("at 95 %");
    }

    @Test
    void fiveRowsTellALevelOfFourFifths() throws Exception {
        Instances data = Schemes.numeric(5, 4);
        BoundedMLPRegressor scheme = fit(data, "-H 4 -N 3");
        assertThat(scheme.predictIntervals(data.instance(0), 0.83)[0][1]).isFinite();
        assertThat(scheme.predictIntervals(data.instance(0), 0.84)[0][1]).isInfinite();
    }

    @Test
    void theTextTellsTheLevelsAndTheReach() throws Exception {
        Instances data = Schemes.mixed(400, 6);
        BoundedMLPRegressor scheme = fit(data, "-H 8 -N 20 -lower-bound -Infinity");
        String text = scheme.toString();
        assertThat(text)
                .contains("Intervals        for levels up to 99.75 %, the highest that 400 held-out rows allow; at"
                        + " higher levels");
        double[] told = new PrintedModel(text)
                .find("at 95 % they extend ([0-9.]+) to ([0-9.]+) to either side of the prediction,"
                        + " cut off at the bounds\n");
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Instance row : wild(data)) {
            double[] ends = scheme.predictIntervals(row, 0.95)[0];
            least = Math.min(least, (ends[1] - ends[0]) / 2);
            most = Math.max(most, (ends[1] - ends[0]) / 2);
        }
        assertThat(least).isBetween(told[0] * 0.999, told[0] * 1.2);
        assertThat(most).isBetween(told[1] * 0.8, told[1] * 1.001);
    }

    @Test
    void targetsBeyondTheBoundsAreToldAndNeverCovered() throws Exception {
        Instances data = Schemes.withTargets(Schemes.numeric(200, 11), y -> y == 0 ? -0.25 : y);
        long below = data.stream().filter(row -> row.classValue() < 0).count();
        BoundedMLPRegressor scheme = fit(data, "-H 8 -N 20");
        assertThat(scheme.toString())
                .contains("held-out rows allow (" + below
                        + " of them with targets beyond the bounds); at higher levels they");
        double highest = (200 - below) / 201.0;
        assertThat(scheme.predictIntervals(data.instance(0), highest - 0.001)[0][1])
                .isFinite();
        assertThat(scheme.predictIntervals(data.instance(0), highest + 0.001)[0][1])
                .isInfinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN, Double.POSITIVE_INFINITY})
    void aLevelThatIsNoneIsRefusedInASentence(double level) throws Exception {
        Instances data = Schemes.numeric(30, 5);
        BoundedMLPRegressor scheme = fit(data, "-H 4 -N 3");
        assertThatThrownBy(() -> scheme.predictIntervals(data.instance(0), level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The confidence level must be a number between 0 and 1, both excluded, but is " + level + ".");
    }

    @Test
    void withoutAModelThereIsNoInterval() {
        Instances data = Schemes.numeric(3, 5);
        assertThatThrownBy(() -> new BoundedMLPRegressor().predictIntervals(data.instance(0), 0.95))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no model has been built");
    }

    @Test
    void theCommandLineShowsCoverageAndRegionSize(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("data.arff");
        Files.writeString(file, Schemes.numeric(150, 7).toString());
        String[] line = {"-t", file.toString(), "-o", "-H", "8", "-N", "30", "-toggle", "coverage,region size"};
        Printed printed = Printed.by(() -> BoundedMLPRegressor.main(line));
        assertThat(printed.out())
                .containsPattern("Coverage of cases \\(0.95 level\\) +9\\d(\\.\\d+)? +%")
                .containsPattern("Mean rel. region size \\(0.95 level\\) +[1-9]\\d?(\\.\\d+)? +%");
        Printed none = Printed.by(() -> BoundedMLPRegressor.main(
                new String[] {"-t", file.toString(), "-o", "-N", "3", "-V", "0", "-toggle", "coverage,region size"}));
        assertThat(none.out())
                .containsPattern("Coverage of cases \\(0.95 level\\) +100 +%")
                .containsPattern("Mean rel. region size \\(0.95 level\\) Infinity %");
        assertThat(none.err()).doesNotContain("xception");
    }

    /** The share of rows whose class value lies in their interval, and the mean width of the intervals. */
    private record Coverage(int rows, double share, double width) {

        static Coverage of(BoundedMLPRegressor scheme, Instances rows, double level) {
            int covered = 0;
            double width = 0;
            for (Instance row : rows) {
                double[] ends = scheme.predictIntervals(row, level)[0];
                covered += ends[0] <= row.classValue() && row.classValue() <= ends[1] ? 1 : 0;
                width += ends[1] - ends[0];
            }
            return new Coverage(rows.size(), (double) covered / rows.size(), width / rows.size());
        }
    }

    private static Instances rain() throws Exception {
        Instances data = new Instances(Files.newBufferedReader(RAIN));
        data.setClassIndex(data.numAttributes() - 1);
        data.randomize(new Random(1));
        return data;
    }

    private static Instances halfOf(Instances data, int half) {
        return data.testCV(2, half);
    }

    /** The rows, and copies of them with huge, missing and unseen values. */
    private static Instances wild(Instances data) {
        Instances rows = new Instances(data);
        Random random = new Random(3);
        double[] values = {1e308, -1e308, Double.NaN, 0};
        for (Instance row : data) {
            Instance changed = new DenseInstance(row);
            changed.setValue(random.nextBoolean() ? 0 : 4, values[random.nextInt(values.length)]);
            changed.setValue(1, random.nextInt(4));
            rows.add(changed);
        }
        return rows;
    }
}
