package weka.classifiers.functions.boundedmlp.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the reports print them; a dash stands for NaN. */
public final class Numbers {
    private Numbers() {}

    /** {@return the number with four significant digits, or all digits before the point if these are more} */
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

    /** {@return the number with two digits after the point} */
    public static String cents(double value) {
        return fixed(value, "%.2f");
    }

    /**
     * {@return the number with two significant digits, or all digits before the point if these are more; times are not
     * measured more precisely than that}
     */
    public static String seconds(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = value >= 10 ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(new MathContext(2));
        return rounded.toPlainString();
    }

    /** {@return the number with three digits after the point} */
    static String ratio(double value) {
        return fixed(value, "%.3f");
    }

    private static String fixed(double value, String format) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** {@return a share, from 0 to 1, as a percentage; a positive one that would round to 0 is "< 0.1 %"} */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        return share > 0 && share < 0.0005 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
