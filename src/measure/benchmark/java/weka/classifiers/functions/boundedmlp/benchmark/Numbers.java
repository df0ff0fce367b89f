package weka.classifiers.functions.boundedmlp.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the report shows them. */
public final class Numbers {
    private Numbers() {}

    /** Four significant digits, or as many as an integer has; a dash for none. */
    public static String shown(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value) || Math.abs(value) >= 1e9 || (value != 0 && Math.abs(value) < 1e-6)) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded =
                Math.abs(value) >= 1000 ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(new MathContext(4));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Two digits after the point. */
    public static String cents(double value) {
        return fixed(value, "%.2f");
    }

    /** Two significant digits, or as many as an integer has: time is not measured better than that. */
    public static String seconds(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = value >= 10 ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(new MathContext(2));
        return rounded.toPlainString();
    }

    /** Three digits after the point. */
    static String ratio(double value) {
        return fixed(value, "%.3f");
    }

    private static String fixed(double value, String format) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** A share of 1 in per cent; nothing that is not 0 is shown as 0. */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        return share > 0 && share < 0.0005 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
