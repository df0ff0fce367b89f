package weka.classifiers.functions.boundedmlp.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.boundedmlp.export.CurveData;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.plot.Predictions.Point;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** What the two charts show. */
class ChartsTest {

    private static final Bounds RAIN = new Bounds(0, Double.POSITIVE_INFINITY);

    @Test
    void theLearningCurveShowsErrorsAndSharesAndMarksTheBestEpoch() {
        CurveData curve = curve("rain", 40, 12, 0, 5, 4);
        JFreeChart chart = LearningCurveChart.of(curve);
        assertThat(chart.getTitle().getText()).isEqualTo("Learning curve of rain");
        assertThat(subtitles(chart))
                .containsExactly(
                        "Stopped after 40 epochs, because it was late", "Then trained on all rows for 12 epochs");
        List<XYPlot> plots = subplots(chart);
        assertThat(series(plots.get(0).getDataset())).containsExactly("Training RMSE", "Validation RMSE");
        assertThat(series(plots.get(1).getDataset())).containsExactly("Rows at a bound", "Rows stuck there");
        assertThat(plots.get(0).getDataset().getItemCount(1)).isEqualTo(40);
        assertThat(plots.get(0).getDataset().getYValue(1, 11))
                .isEqualTo(curve.points().get(11).validation());
        for (XYPlot plot : plots) {
            assertThat(markers(plot)).containsExactly(12.0);
        }
        assertThat(colors(chart)).contains(ChartStyle.BLUE, ChartStyle.VERMILION, ChartStyle.GREEN, ChartStyle.PURPLE);
    }

    @Test
    void theLearningCurveTellsWhatWentWrong() {
        CurveData curve = new CurveData("rain", "RMSE", 1, 0, 0, 2, "it was late", List.of(point(1, 3, 3)));
        JFreeChart chart = LearningCurveChart.of(curve);
        assertThat(subtitles(chart))
                .containsExactly(
                        "Stopped after 1 epoch, because it was late",
                        "No epoch predicted the held-out rows better than the mean by more than chance",
                        "Dead output, restarted with gentler settings 2 times");
        assertThat(markers(subplots(chart).get(0))).isEmpty();
        assertThat(colors(chart)).as("colours of a curve of one point").contains(ChartStyle.BLUE);
    }

    @Test
    void withoutHeldOutRowsThereIsNoLineForThem() {
        CurveData curve = curve("rain", 10, 10, 0, 5, Double.NaN);
        assertThat(series(subplots(LearningCurveChart.of(curve)).get(0).getDataset()))
                .containsExactly("Training RMSE");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 4.5, false",
        "5, 0.4, true",
        "5, 0, false",
        "1e99, 1e-99, true",
        "1e300, 1e290, false",
        "Infinity, 4, false"
    })
    void errorsThatFallByAFactorOfTenHaveALogarithmicAxis(double training, double validation, boolean logarithmic) {
        JFreeChart chart = LearningCurveChart.of(curve("rain", 10, 5, 0, training, validation));
        assertThat(subplots(chart).get(0).getRangeAxis())
                .isExactlyInstanceOf(logarithmic ? LogarithmicAxis.class : NumberAxis.class);
        assertThat(colors(chart)).contains(ChartStyle.VERMILION);
    }

    @Test
    void predictionsAreCountedAtEachBound() {
        List<Predictions.Point> points = List.of(at(0, 0), at(3, 0), at(3, 2), at(12, 10), at(4, 0));
        JFreeChart chart = PredictedActualChart.of(new Predictions("rain", false, new Bounds(0, 10), points, 2));
        assertThat(subtitles(chart))
                .containsExactly(
                        "5 predictions, 3 at the lower bound 0.0, 1 at the upper bound 10.0",
                        "2 rows are not shown, because a value is missing or too large");
        XYPlot plot = chart.getXYPlot();
        assertThat(series(plot.getDataset(0))).containsExactly("Prediction");
        assertThat(series(plot.getDataset(1)))
                .containsExactly("Predicted = actual", "Lower bound 0.0", "Upper bound 10.0");
        assertThat(plot.getDomainAxis().getLabel()).isEqualTo("Actual rain");
        assertThat(plot.getRangeAxis().getLabel()).isEqualTo("Predicted rain");
        assertThat(plot.getRangeAxis().getRange())
                .isEqualTo(plot.getDomainAxis().getRange());
        assertThat(plot.getRangeAxis().getRange().contains(0)).isTrue();
        assertThat(plot.getRangeAxis().getRange().getLowerBound())
                .as("lower end of the axis, with room for the dots at the bound")
                .isNegative();
        assertThat(colors(chart)).contains(ChartStyle.DARK, ChartStyle.VERMILION);
    }

    /** If bounds have many digits, predictions end a little inside them. */
    @Test
    void predictionsThatComeAsNearToABoundAsTheyCanCountAsAtIt() {
        Bounds bounds = new Bounds(0.7, 2.3);
        Bounds nearest = bounds.forAverages();
        assertThat(nearest).isNotEqualTo(bounds);
        Predictions predictions =
                new Predictions("y", false, bounds, List.of(at(1, nearest.lower()), at(2, nearest.upper())), 0);
        assertThat(predictions.atLower()).isEqualTo(1);
        assertThat(predictions.atUpper()).isEqualTo(1);
    }

    @Test
    void aBoundFarFromTheValuesHasNoLineButItsCount() {
        Predictions predictions = new Predictions("rain", false, new Bounds(0, 1e6), List.of(at(3, 2), at(5, 4)), 0);
        JFreeChart chart = PredictedActualChart.of(predictions);
        assertThat(series(chart.getXYPlot().getDataset(1))).containsExactly("Predicted = actual");
        assertThat(subtitles(chart))
                .containsExactly("2 predictions, 0 at the lower bound 0.0, 0 at the upper bound 1000000.0");
    }

    @Test
    void intervalsAreBarsAndTheAxesHoldThem() {
        List<Predictions.Point> points =
                List.of(new Predictions.Point(1, 2, 0, 40), at(3, 2), new Predictions.Point(4, 5, 4, 6));
        XYPlot plot = PredictedActualChart.of(new Predictions("rain", false, RAIN, points, 0))
                .getXYPlot();
        assertThat(series(plot.getDataset(0))).containsExactly("Prediction and its interval");
        assertThat(plot.getRangeAxis().getRange().contains(40)).isTrue();
        assertThat(plot.getRangeAxis().getRange())
                .isEqualTo(plot.getDomainAxis().getRange());
    }

    @Test
    void aDateHasAxesOfDates() {
        Predictions predictions = new Predictions("day", true, RAIN, List.of(at(1.4e12, 1.5e12)), 0);
        assertThat(PredictedActualChart.of(predictions).getXYPlot().getDomainAxis())
                .isInstanceOf(DateAxis.class);
    }

    @Test
    void whateverTheValuesAChartIsDrawn() {
        String longName = "x".repeat(10_000);
        Stream<List<Predictions.Point>> sets = Stream.of(
                List.of(), List.of(at(5, 5)), List.of(at(1e300, -1e300), at(0, 1e-300)), List.of(at(1e-300, 2e-300)));
        sets.forEach(points -> {
            JFreeChart chart = PredictedActualChart.of(new Predictions(longName, false, RAIN, points, 0));
            assertThat(chart.getTitle().getText()).hasSizeLessThan(100);
            assertThat(colors(chart)).hasSizeGreaterThan(2);
        });
        JFreeChart curve = LearningCurveChart.of(curve(longName, 3, 1, 0, 0, 0));
        assertThat(curve.getTitle().getText()).hasSizeLessThan(100);
        assertThat(colors(curve)).contains(ChartStyle.VERMILION);
    }

    /** A curve whose errors fall from 1.1 times the given training and validation errors to these. */
    @Test
    void datesFarInTheFutureAreDrawnAsNumbers() {
        for (double far : new double[] {1.5e15, 1e18, 1e300}) {
            List<Point> points = List.of(new Point(0, 0, Double.NaN, Double.NaN), new Point(far, far, 1, far));
            Instances rows = predictedDates(points);
            assertThat(Predictions.of(rows, 0, Double.POSITIVE_INFINITY).date()).isFalse();
        }
        assertThat(Predictions.of(
                                predictedDates(List.of(new Point(1e12, 2e12, Double.NaN, Double.NaN))),
                                0,
                                Double.POSITIVE_INFINITY)
                        .date())
                .isTrue();
    }

    private static Instances predictedDates(List<Point> points) {
        Instances rows = new Instances(
                "dates",
                new ArrayList<>(List.of(new Attribute("predictedday"), new Attribute("day", "yyyy-MM-dd"))),
                0);
        rows.setClassIndex(1);
        points.forEach(point -> rows.add(new DenseInstance(1, new double[] {point.predicted(), point.actual()})));
        return rows;
    }

    @Test
    void ofManyPredictionsAsManyAreDrawnAsAnEyeCanTellApart() {
        List<Point> points = IntStream.range(0, 400_000)
                .mapToObj(i -> new Point(i, i, Double.NaN, Double.NaN))
                .toList();
        JFreeChart chart = PredictedActualChart.of(new Predictions("rain", false, new Bounds(0, 1e9), points, 0));
        assertThat(((XYPlot) chart.getPlot()).getDataset(0).getItemCount(0)).isEqualTo(20_000);
        assertThat(subtitles(chart)).contains("20000 of them are drawn");
    }

    @Test
    void aNameThatBeginsLikeAFormulaIsNone() {
        for (String name : List.of("=1+1", "+x", "-x", "@x")) {
            assertThat(CsvText.of(new Predictions(name, false, new Bounds(0, 1), List.of(), 0)))
                    .startsWith("\"'" + name + "\",\"predicted " + name + "\"");
        }
    }

    @Test
    void theReasonForAFileThatCannotBeWrittenIsToldInWords() {
        assertThat(ChartWindow.reason(new NoSuchFileException("/x/y"))).isEqualTo("its folder does not exist.");
        assertThat(ChartWindow.reason(new AccessDeniedException("/x/y"))).isEqualTo("access is denied.");
        assertThat(ChartWindow.reason(new FileSystemException("/x/y", null, "Is a directory")))
                .isEqualTo("Is a directory.");
        assertThat(ChartWindow.reason(new InvalidPathException("a\0b", "Nul character not allowed")))
                .isEqualTo("the name is not allowed here (Nul character not allowed).");
        assertThat(ChartWindow.reason(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
    }

    private static CurveData curve(
            String target, int epochs, int best, int restarts, double training, double validation) {
        List<CurveData.Point> points = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double factor = 1 + 0.1 * (epochs - epoch) / epochs;
            points.add(point(epoch, training * factor, validation * factor));
        }
        return new CurveData(target, "RMSE", epochs, best, best, restarts, "it was late", points);
    }

    private static CurveData.Point point(int epoch, double training, double validation) {
        return new CurveData.Point(epoch, training, validation, 0.4, 0.1);
    }

    private static Predictions.Point at(double actual, double predicted) {
        return new Predictions.Point(actual, predicted, Double.NaN, Double.NaN);
    }

    private static List<String> subtitles(JFreeChart chart) {
        return chart.getSubtitles().stream()
                .filter(TextTitle.class::isInstance)
                .map(title -> ((TextTitle) title).getText())
                .toList();
    }

    private static List<XYPlot> subplots(JFreeChart chart) {
        return ((CombinedDomainXYPlot) chart.getXYPlot()).getSubplots();
    }

    private static List<Double> markers(XYPlot plot) {
        Collection<?> markers = plot.getDomainMarkers(Layer.FOREGROUND);
        return markers == null
                ? List.of()
                : markers.stream()
                        .map(marker -> ((ValueMarker) marker).getValue())
                        .toList();
    }

    private static List<String> series(XYDataset data) {
        return IntStream.range(0, data.getSeriesCount())
                .mapToObj(i -> data.getSeriesKey(i).toString())
                .toList();
    }

    /** The colours of the pixels when the chart is drawn. */
    private static List<Color> colors(JFreeChart chart) {
        BufferedImage image = chart.createBufferedImage(820, 620);
        return IntStream.of(image.getRGB(0, 0, 820, 620, null, 0, 820))
                .distinct()
                .mapToObj(Color::new)
                .toList();
    }
}
