package weka.classifiers.functions.boundedmlp.data;

import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import weka.core.Attribute;

/**
 * Encodes a numeric or date attribute as one input: the value is limited, then standardised. A missing or infinite
 * value becomes the mean.
 *
 * @param attributeIndex the index of the attribute in the data
 * @param name the name of the attribute
 * @param dateFormat how Weka writes its values, if it is a date attribute; else null
 * @param limits the limits of the values
 * @param scale mean and standard deviation of the limited training values
 */
public record NumericEncoding(
        int attributeIndex, String name, @Nullable String dateFormat, ValueLimits limits, Scale scale)
        implements AttributeEncoding {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an encoding.
     *
     * @throws IllegalArgumentException if the index is negative, or the limits are not finite and in order
     */
    public NumericEncoding {
        if (attributeIndex < 0
                || !Double.isFinite(limits.lowest())
                || !Double.isFinite(limits.highest())
                || limits.lowest() > limits.highest()) {
            throw new IllegalArgumentException("Attribute " + name + " has the number " + attributeIndex
                    + " and the limits " + limits.lowest() + " and " + limits.highest() + ".");
        }
    }

    /**
     * The largest input. Only a value whose weight is about a trillionth of all weights can lie that far out. The
     * square of an input must not overflow in the network's floats.
     */
    private static final double LARGEST = 1e6;

    /**
     * {@return the encoding of an attribute}
     *
     * @param limits the limits of its values
     * @param scale mean and standard deviation of the limited values
     */
    static NumericEncoding of(Attribute attribute, ValueLimits limits, Scale scale) {
        return new NumericEncoding(
                attribute.index(),
                attribute.name(),
                attribute.isDate() ? attribute.getDateFormat() : null,
                new ValueLimits(
                        Math.max(limits.lowest(), scale.fromStandard(-LARGEST)),
                        Math.min(limits.highest(), scale.fromStandard(LARGEST))),
                scale);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public String inputName(int input) {
        return name;
    }

    @Override
    public Scale inputScale() {
        return scale;
    }

    @Override
    public String inputDescription(DoubleFunction<String> number) {
        return "limited to " + number.apply(limits.lowest()) + " .. " + number.apply(limits.highest())
                + ", missing becomes " + number.apply(scale.center()) + ", standard deviation "
                + number.apply(scale.unit()) + dates();
    }

    /** What the limits of a date attribute are, which are numbers of milliseconds since 1970; else nothing. */
    private String dates() {
        if (dateFormat == null) {
            return "";
        }
        SimpleDateFormat format = new SimpleDateFormat(dateFormat, Locale.ROOT);
        return "; from " + format.format((long) limits.lowest()) + " to " + format.format((long) limits.highest());
    }
}
