package weka.classifiers.functions.boundedmlp.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoublePredicate;

/** Writes numbers for people. */
public final class Decimal {

    /** From here on, numbers are written with an exponent. */
    private static final double LARGEST_PLAIN = 1e15;

    /** As many places as tell floats apart, and some more. */
    private static final int MOST_PLACES = 20;

    private Decimal() {}

    /**
     * {@return a number rounded to some digits, without trailing zeros, such as 100 or 0.25; with an exponent if it is
     * below a millionth or from 1e15 on}
     *
     * @param value any number; infinite ones and NaN are written as {@link Double#toString} does
     * @param digits the number of digits
     */
    public static String of(double value, MathContext digits) {
        return Double.isFinite(value)
                ? text(new BigDecimal(value).round(digits).stripTrailingZeros())
                : Double.toString(value);
    }

    /**
     * {@return a number as by {@code of}, but with its trailing zeros, for a figure that changes all the time}
     *
     * @param value any number
     * @param digits the number of digits
     */
    public static String padded(double value, MathContext digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(digits);
        return text(rounded.setScale(rounded.scale() + digits.getPrecision() - rounded.precision()));
    }

    /**
     * {@return the number of fewest decimal places that is as good as a value}
     *
     * @param value a finite number
     * @param unit a distance that matters, above 0: the first number that is tried is rounded to about that
     * @param isAsGood whether a number is as good; if none of up to 20 more places is, the value itself is written
     */
    static String shortest(double value, double unit, DoublePredicate isAsGood) {
        BigDecimal exact = new BigDecimal(value);
        int places = (int) -Math.ceil(Math.log10(unit));
        for (int more = 0; more <= MOST_PLACES; more++) {
            BigDecimal rounded = exact.setScale(places + more, RoundingMode.HALF_EVEN);
            if (isAsGood.test(rounded.doubleValue())) {
                return text(rounded.stripTrailingZeros());
            }
        }
        return Double.toString(value);
    }

    /**
     * {@return a number of things, such as "1 epoch" or "2 epochs"}
     *
     * @param count how many
     * @param noun what one of them is called; the plural has an s more
     */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** BigDecimal alone writes 100 as 1E+2. */
    private static String text(BigDecimal rounded) {
        return rounded.scale() < 0 && rounded.abs().doubleValue() < LARGEST_PLAIN
                ? rounded.toPlainString()
                : rounded.toString();
    }
}
