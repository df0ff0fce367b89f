package weka.classifiers.functions.boundedmlp.plot;

import java.awt.Color;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import weka.classifiers.functions.boundedmlp.export.CurveData;
import weka.classifiers.functions.boundedmlp.export.CurveData.Point;

/** Draws the errors over the epochs and, below them, the fractions of rows at a bound and stuck there. */
final class LearningCurveChart {

    /** The axis is logarithmic if the ratio of the largest to the smallest error is at least this. */
    private static final double LOGARITHMIC_FROM = 10;

    /** The axis is not logarithmic above this error: near the largest double such an axis counts its ticks forever. */
    private static final double LOGARITHMIC_UP_TO = 1e100;

    private LearningCurveChart() {}

    static JFreeChart of(CurveData curve) {
        NumberAxis epochs = ChartStyle.numberAxis("Epoch");
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(epochs);
        both.setGap(14);
        both.add(errors(curve), 3);
        both.add(shares(curve), 2);
        for (XYPlot plot : both.getSubplots()) {
            ChartStyle.style(plot);
        }
        return ChartStyle.chart("Learning curve of " + ChartStyle.shortened(curve.target()), story(curve), both);
    }

    /** A summary of the training in a few lines. */
    private static List<String> story(CurveData curve) {
        List<String> lines = new ArrayList<>();
        lines.add("Stopped after " + count(curve.epochs(), "epoch") + ", because " + curve.stopReason());
        if (curve.bestEpoch() == 0) {
            lines.add("No epoch predicted the held-out rows better than the mean by more than chance");
        }
        if (curve.refitEpochs() > 0) {
            lines.add("Then trained on all rows for " + count(curve.refitEpochs(), "epoch"));
        }
        if (curve.restarts() > 0) {
            lines.add("Dead output, restarted with gentler settings " + count(curve.restarts(), "time"));
        }
        return lines;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static XYPlot errors(CurveData curve) {
        XYSeriesCollection series = new XYSeriesCollection();
        series.addSeries(series("Training " + curve.error(), curve, Point::training));
        if (curve.points().stream().anyMatch(point -> Double.isFinite(point.validation()))) {
            series.addSeries(series("Validation " + curve.error(), curve, Point::validation));
        }
        double[] finite = curve.points().stream()
                .flatMapToDouble(point -> DoubleStream.of(point.training(), point.validation()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        boolean logarithmic = finite.length > 0
                && finite[0] > 0
                && finite[finite.length - 1] / finite[0] >= LOGARITHMIC_FROM
                && finite[finite.length - 1] <= LOGARITHMIC_UP_TO;
        ValueAxis axis = logarithmic ? new LogarithmicAxis(curve.error()) : ChartStyle.numberAxis(curve.error());
        XYPlot plot = plot(series, axis, ChartStyle.BLUE, ChartStyle.VERMILION);
        if (curve.bestEpoch() > 0) {
            ValueMarker best = bestEpoch(curve);
            best.setLabel(" best epoch: " + curve.bestEpoch() + " ");
            boolean right = curve.bestEpoch() > curve.epochs() / 2;
            best.setLabelAnchor(right ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
            best.setLabelTextAnchor(right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
            plot.addDomainMarker(best);
        }
        return plot;
    }

    private static XYPlot shares(CurveData curve) {
        XYSeriesCollection series = new XYSeriesCollection();
        series.addSeries(series("Rows at a bound", curve, Point::atBound));
        series.addSeries(series("Rows stuck there", curve, Point::stuck));
        NumberAxis axis = new NumberAxis("Training rows");
        axis.setNumberFormatOverride(NumberFormat.getPercentInstance(Locale.ROOT));
        axis.setAutoRangeMinimumSize(0.05);
        XYPlot plot = plot(series, axis, ChartStyle.GREEN, ChartStyle.PURPLE);
        if (curve.bestEpoch() > 0) {
            plot.addDomainMarker(bestEpoch(curve));
        }
        return plot;
    }

    private static ValueMarker bestEpoch(CurveData curve) {
        return ChartStyle.marker(curve.bestEpoch(), ChartStyle.DARK);
    }

    private static XYSeries series(String name, CurveData curve, ToDoubleFunction<Point> value) {
        XYSeries series = new XYSeries(name);
        for (Point point : curve.points()) {
            double y = value.applyAsDouble(point);
            if (Double.isFinite(y)) {
                series.add(point.epoch(), y);
            }
        }
        return series;
    }

    private static XYPlot plot(XYSeriesCollection series, ValueAxis axis, Color... colors) {
        // a line of one point would be invisible
        boolean dots = series.getItemCount(0) == 1;
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, dots);
        for (int i = 0; i < series.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, colors[i]);
            renderer.setSeriesStroke(i, ChartStyle.LINE);
            renderer.setSeriesShape(i, ChartStyle.DOT);
        }
        renderer.setDefaultToolTipGenerator((data, line, item) -> String.format(
                Locale.ROOT,
                "%s: %.4g in epoch %.0f",
                data.getSeriesKey(line),
                data.getYValue(line, item),
                data.getXValue(line, item)));
        return new XYPlot(series, null, axis, renderer);
    }
}
