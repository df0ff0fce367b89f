package weka.classifiers.functions.boundedmlp.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Predictions for drawing.
 *
 * @param target the name of the class attribute
 * @param date whether the class is a date, whose values are milliseconds since 1970, and none lies so far out that the
 *     axis would be full of years
 * @param bounds the bounds of the predictions
 * @param points the rows whose values can be drawn, in their order
 * @param leftOut the number of other rows, mostly those without a class value
 */
record Predictions(String target, boolean date, Bounds bounds, List<Point> points, int leftOut) {

    /** The largest value that can be drawn. An axis may have to be more than twice as long. */
    private static final double LARGEST = 1e300;

    /** The end of the year 9999; JFreeChart takes minutes for an axis of many thousand years. */
    private static final double LAST_DATE = 253_402_300_799_999.0;

    /**
     * One row.
     *
     * @param actual the class value
     * @param predicted the prediction
     * @param low the lower end of the prediction's interval, NaN if there is none
     * @param high the upper end, NaN if there is none
     */
    record Point(double actual, double predicted, double low, double high) {
        boolean hasInterval() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }
    }

    /**
     * Reads the rows of a result of Weka's Explorer.
     *
     * @param rows rows with the class set, the prediction in the attribute before it, and possibly intervals, of which
     *     the first is used
     * @param lower the lower bound, negative infinity for none
     * @param upper the upper bound, positive infinity for none
     */
    static Predictions of(Instances rows, double lower, double upper) {
        Attribute low = rows.attribute("predictionInterval_1-lowerBoundary");
        Attribute high = rows.attribute("predictionInterval_1-upperBoundary");
        List<Point> points = rows.stream()
                .map(row -> new Point(
                        row.classValue(), row.value(rows.classIndex() - 1), value(row, low), value(row, high)))
                .filter(point -> canBeDrawn(point.actual) && canBeDrawn(point.predicted))
                .toList();
        return new Predictions(
                rows.classAttribute().name(),
                rows.classAttribute().isDate() && points.stream().allMatch(Predictions::isReadableDate),
                new Bounds(lower, upper),
                points,
                rows.numInstances() - points.size());
    }

    private static double value(Instance row, @Nullable Attribute attribute) {
        return attribute != null && canBeDrawn(row.value(attribute)) ? row.value(attribute) : Double.NaN;
    }

    private static boolean isReadableDate(Point point) {
        return Math.abs(point.actual) <= LAST_DATE && Math.abs(point.predicted) <= LAST_DATE;
    }

    private static boolean canBeDrawn(double value) {
        return Math.abs(value) <= LARGEST;
    }

    boolean hasIntervals() {
        return points.stream().anyMatch(Point::hasInterval);
    }

    /** The number of predictions at the lower bound, or as close to it as predictions come. */
    long atLower() {
        double nearest = bounds.forAverages().lower();
        return points.stream().filter(point -> point.predicted <= nearest).count();
    }

    /** The number of predictions at the upper bound, or as close to it as predictions come. */
    long atUpper() {
        double nearest = bounds.forAverages().upper();
        return points.stream().filter(point -> point.predicted >= nearest).count();
    }
}
