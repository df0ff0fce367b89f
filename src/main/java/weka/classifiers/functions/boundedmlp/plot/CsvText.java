package weka.classifiers.functions.boundedmlp.plot;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weka.classifiers.functions.boundedmlp.export.CurveData;

/** The data of a chart as comma-separated values, with a line of names first; missing values are empty. */
final class CsvText {

    private CsvText() {}

    static String of(CurveData curve) {
        Stream<String> rows = curve.points().stream()
                .map(point -> point.epoch() + ","
                        + row(point.training(), point.validation(), point.atBound(), point.stuck()));
        String errors = "training " + curve.error() + ",validation " + curve.error();
        return text("epoch," + errors + ",share at a bound,share stuck", rows);
    }

    static String of(Predictions predictions) {
        boolean intervals = predictions.hasIntervals();
        String names = quoted(predictions.target()) + "," + quoted("predicted " + predictions.target());
        Stream<String> rows = predictions.points().stream()
                .map(point -> intervals
                        ? row(point.actual(), point.predicted(), point.low(), point.high())
                        : row(point.actual(), point.predicted()));
        return text(intervals ? names + ",interval from,interval to" : names, rows);
    }

    private static String text(String names, Stream<String> rows) {
        return Stream.concat(Stream.of(names), rows).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? "" : Double.toString(value))
                .collect(Collectors.joining(","));
    }

    /** A name at the head of a column. A spreadsheet would take one that begins like a formula for one. */
    private static String quoted(String text) {
        String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
