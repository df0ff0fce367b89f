package weka.classifiers.functions.boundedmlp.speed;

import java.math.BigDecimal;
import java.math.MathContext;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;

/**
 * Something to reach.
 *
 * @param what in words
 * @param measured the outcome; NaN where it could not be measured
 * @param direction on which side of the limit it must lie
 * @param limit what to reach
 * @param unit behind the numbers, such as {@code x} or {@code " s"}
 */
record Target(String what, double measured, Direction direction, double limit, String unit) {

    /** On which side of the limit an outcome must lie. */
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

    /** Whether the outcome is as good as the limit; no outcome is not. */
    boolean reached() {
        return direction == Direction.AT_LEAST ? measured >= limit : measured <= limit;
    }

    /** The limit in words. */
    String wanted() {
        return direction.words + Numbers.shown(limit) + unit;
    }

    /** What was measured, in digits enough to tell it from the limit. */
    String outcome() {
        return Double.isNaN(measured) ? "not measured" : rounded(measured) + unit;
    }

    /** Whether it was reached, in words. */
    String verdict() {
        if (Double.isNaN(measured)) {
            return "–";
        }
        return reached() ? "yes" : "NO";
    }

    /** Three significant digits; a dash for none. */
    static String rounded(double value) {
        return Double.isNaN(value)
                ? Numbers.shown(value)
                : Numbers.shown(
                        BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue());
    }
}
