package weka.classifiers.functions.boundedmlp.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The style of all charts. The colours are those of Okabe and Ito (2008), which colour-blind people can distinguish,
 * too.
 */
final class ChartStyle {

    static final Color BLUE = new Color(0, 114, 178);
    static final Color VERMILION = new Color(213, 94, 0);
    static final Color GREEN = new Color(0, 158, 115);
    static final Color PURPLE = new Color(204, 121, 167);
    static final Color DARK = new Color(60, 60, 60);

    static final Stroke LINE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke THIN = new BasicStroke(1);
    static final Stroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);
    static final Shape DOT = new Ellipse2D.Double(-2.5, -2.5, 5, 5);

    private static final Color GRID = new Color(220, 220, 220);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 16);

    private static final int LONGEST_NAME = 40;

    private ChartStyle() {}

    /** Shortens the name of an attribute, to leave room for the rest of a line. */
    static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** A chart with a title, lines of explanation below it, and the legend at the bottom. */
    static JFreeChart chart(String title, List<String> subtitles, Plot plot) {
        JFreeChart chart = new JFreeChart(title, BOLD, plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 8, 16));
        chart.getTitle().setPaint(DARK);
        for (String line : subtitles) {
            TextTitle subtitle = new TextTitle(
                    line,
                    PLAIN,
                    DARK,
                    RectangleEdge.TOP,
                    HorizontalAlignment.CENTER,
                    TextTitle.DEFAULT_VERTICAL_ALIGNMENT,
                    new RectangleInsets(2, 10, 2, 10));
            chart.addSubtitle(subtitle);
        }
        LegendTitle legend = chart.getLegend();
        legend.setItemFont(PLAIN);
        legend.setFrame(BlockBorder.NONE);
        return chart;
    }

    /** A number axis that need not begin at 0. */
    static NumberAxis numberAxis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    /** Sets the fonts and colours of a plot and its axes. */
    static void style(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(GRID);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(THIN);
        plot.setRangeGridlineStroke(THIN);
        style(plot.getDomainAxis());
        style(plot.getRangeAxis());
    }

    private static void style(ValueAxis axis) {
        axis.setLabelFont(PLAIN);
        axis.setTickLabelFont(PLAIN.deriveFont(12f));
        axis.setLabelPaint(DARK);
        axis.setTickLabelPaint(DARK);
        axis.setAxisLinePaint(DARK);
    }

    /** A dashed line across a plot. */
    static ValueMarker marker(double value, Color color) {
        ValueMarker marker = new ValueMarker(value, color, DASHED);
        marker.setLabelFont(PLAIN);
        marker.setLabelPaint(color);
        marker.setLabelBackgroundColor(new Color(255, 255, 255, 200));
        return marker;
    }
}
