package weka.classifiers.functions.boundedmlp.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.plot.Predictions.Point;

/**
 * Draws predicted against actual values, with the bounds and the line on which both are equal. Both axes have the same
 * range.
 */
final class PredictedActualChart {

    /** Transparent enough that overlapping points add up. */
    private static final Color POINT = new Color(0, 114, 178, 110);

    private static final Color INTERVAL = new Color(0, 114, 178, 40);

    /** More points take seconds to draw, again whenever the window changes. */
    private static final int MOST_POINTS = 20_000;

    private PredictedActualChart() {}

    static JFreeChart of(Predictions predictions) {
        String name = ChartStyle.shortened(predictions.target());
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(axis("Actual " + name, predictions.date()));
        plot.setRangeAxis(axis("Predicted " + name, predictions.date()));
        plot.setDataset(0, points(predictions));
        plot.setRenderer(0, pointRenderer(predictions.hasIntervals()));
        plot.setDataset(1, lines(predictions));
        plot.setRenderer(1, lineRenderer());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        ChartStyle.style(plot);
        return ChartStyle.chart("Predicted against actual " + name, story(predictions), plot);
    }

    private static ValueAxis axis(String label, boolean date) {
        if (date) {
            return new DateAxis(label);
        }
        NumberAxis axis = ChartStyle.numberAxis(label);
        axis.setAutoRangeStickyZero(false); // otherwise a bound of 0 would be hidden by the axis
        return axis;
    }

    private static YIntervalSeriesCollection points(Predictions predictions) {
        YIntervalSeries series =
                new YIntervalSeries(predictions.hasIntervals() ? "Prediction and its interval" : "Prediction");
        for (Point point : drawn(predictions.points())) {
            boolean interval = point.hasInterval();
            series.add(
                    point.actual(),
                    point.predicted(),
                    interval ? point.low() : point.predicted(),
                    interval ? point.high() : point.predicted());
        }
        YIntervalSeriesCollection collection = new YIntervalSeriesCollection();
        collection.addSeries(series);
        return collection;
    }

    /** All points, or as many as an eye can tell apart, spread over the result. */
    private static List<Point> drawn(List<Point> points) {
        int step = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
        return step <= 1
                ? points
                : IntStream.range(0, points.size() / step)
                        .mapToObj(i -> points.get(i * step))
                        .toList();
    }

    private static XYItemRenderer pointRenderer(boolean intervals) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDrawYError(intervals);
        renderer.setErrorPaint(INTERVAL);
        renderer.setErrorStroke(ChartStyle.THIN);
        renderer.setCapLength(0);
        renderer.setSeriesPaint(0, POINT);
        renderer.setSeriesShape(0, ChartStyle.DOT);
        renderer.setDefaultToolTipGenerator((data, series, item) -> String.format(
                Locale.ROOT,
                "actual %.5g, predicted %.5g",
                data.getXValue(series, item),
                data.getYValue(series, item)));
        return renderer;
    }

    /** The line of equality, and the bounds if they lie within the range of the values; all span this range. */
    private static XYSeriesCollection lines(Predictions predictions) {
        DoubleSummaryStatistics values = predictions.points().stream()
                .flatMapToDouble(p -> DoubleStream.of(p.actual(), p.predicted(), p.low(), p.high()))
                .filter(Double::isFinite)
                .summaryStatistics();
        XYSeriesCollection lines = new XYSeriesCollection();
        if (values.getCount() > 0) {
            double from = values.getMin();
            double to = values.getMax();
            lines.addSeries(line("Predicted = actual", from, from, to, to));
            Bounds bounds = predictions.bounds();
            if (bounds.hasLower() && from <= bounds.lower()) {
                lines.addSeries(line("Lower bound " + bounds.lower(), from, bounds.lower(), to, bounds.lower()));
            }
            if (bounds.hasUpper() && to >= bounds.upper()) {
                lines.addSeries(line("Upper bound " + bounds.upper(), from, bounds.upper(), to, bounds.upper()));
            }
        }
        return lines;
    }

    private static XYSeries line(String name, double fromX, double fromY, double toX, double toY) {
        XYSeries line = new XYSeries(name);
        line.add(fromX, fromY);
        line.add(toX, toY);
        return line;
    }

    private static XYItemRenderer lineRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, ChartStyle.DARK);
        renderer.setSeriesStroke(0, ChartStyle.LINE);
        for (int bound = 1; bound <= 2; bound++) {
            renderer.setSeriesPaint(bound, ChartStyle.VERMILION);
            renderer.setSeriesStroke(bound, ChartStyle.DASHED);
        }
        return renderer;
    }

    /** The number of predictions, how many of them lie at a bound, and how many rows are not shown. */
    private static List<String> story(Predictions predictions) {
        Bounds bounds = predictions.bounds();
        List<String> parts = new ArrayList<>();
        if (bounds.hasLower()) {
            parts.add(predictions.atLower() + " at the lower bound " + bounds.lower());
        }
        if (bounds.hasUpper()) {
            parts.add(predictions.atUpper() + " at the upper bound " + bounds.upper());
        }
        String counts =
                predictions.points().size() + " predictions" + (parts.isEmpty() ? "" : ", ") + String.join(", ", parts);
        List<String> lines = new ArrayList<>(List.of(counts));
        int drawn = drawn(predictions.points()).size();
        if (drawn < predictions.points().size()) {
            lines.add(drawn + " of them are drawn");
        }
        if (predictions.leftOut() > 0) {
            lines.add(predictions.leftOut() + " rows are not shown, because a value is missing or too large");
        }
        return lines;
    }
}
