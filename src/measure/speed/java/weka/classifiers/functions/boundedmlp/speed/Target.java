package weka.classifiers.functions.boundedmlp.speed;

import java.math.BigDecimal;
import java.math.MathContext;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;

/**
 * A limit that a measurement should keep.
 *
 * @param what the description of the measurement
 * @param measured the measured value; NaN if it could not be measured
 * @param direction the side of the limit on which the value must lie
 * @param limit the limit
 * @param unit the text after the numbers, such as {@code x} or {@code " s"}
 */
record Target(String what, double measured, Direction direction, double limit, String unit) {

    /** The side of the limit on which a value must lie. */
    enum Direction {
        AT_LEAST("at least "),
        AT_MOST("at most ");

        private final String words;

        Direction(String words) {
            this.words = words;
        }
    }

    static Target atLeast(String what, double measured, double limit, String unit) {
        return new Target(what, measured, Direction.AT_LEAST, limit, unit);
    }

    static Target atMost(String what, double measured, double limit, String unit) {
        return new Target(what, measured, Direction.AT_MOST, limit, unit);
    }

    /** Whether the value is at least as good as the limit; false if nothing was measured. */
    boolean reached() {
        return direction == Direction.AT_LEAST ? measured >= limit : measured <= limit;
    }

    /** The limit in words. */
    String wanted() {
        return direction.words + Numbers.shown(limit) + unit;
    }

    /** The measured value with three digits, in words if there is none. */
    String outcome() {
        return Double.isNaN(measured) ? "not measured" : rounded(measured) + unit;
    }

    /** Whether the target was reached, in words. */
    String verdict() {
        if (Double.isNaN(measured)) {
            return "–";
        }
        return reached() ? "yes" : "NO";
    }

    /** The value with three significant digits; a dash for NaN. */
    static String rounded(double value) {
        return Double.isNaN(value)
                ? Numbers.shown(value)
                : Numbers.shown(
                        BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue());
    }
}
