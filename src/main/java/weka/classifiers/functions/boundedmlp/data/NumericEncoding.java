package weka.classifiers.functions.boundedmlp.data;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.rows.Bins;
import weka.core.Attribute;

/**
 * Encodes a numeric or date attribute as one input: the value is limited, then standardised. A missing or infinite
 * value becomes the mean. If the attribute has {@link Bins}, one input for each of them follows, which rises from 0 to
 * 1 across the bin.
 *
 * @param attributeIndex the index of the attribute in the data
 * @param name the name of the attribute
 * @param dateFormat how Weka writes its values, if it is a date attribute; else null
 * @param untyped whether it was neither a numeric nor a date attribute, which is trained on only if capabilities are
 *     not checked; then any type is predicted for
 * @param limits the limits of the values
 * @param scale mean and standard deviation of the limited training values
 * @param edges the edges of the bins, in standard units and ascending order; empty without bins
 */
public record NumericEncoding(
        int attributeIndex,
        String name,
        @Nullable String dateFormat,
        boolean untyped,
        ValueLimits limits,
        Scale scale,
        List<Float> edges)
        implements AttributeEncoding {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an encoding.
     *
     * @throws IllegalArgumentException if the index is negative, or the limits or the edges are not finite and in order
     */
    public NumericEncoding {
        if (attributeIndex < 0
                || !Double.isFinite(limits.lowest())
                || !Double.isFinite(limits.highest())
                || limits.lowest() > limits.highest()) {
            throw new IllegalArgumentException("Attribute " + name + " has the number " + attributeIndex
                    + " and the limits " + limits.lowest() + " and " + limits.highest() + ".");
        }
        edges = List.copyOf(edges);
        for (int i = 0; i < edges.size(); i++) {
            if (!Float.isFinite(edges.get(i)) || (i > 0 && !(edges.get(i - 1) < edges.get(i)))) {
                throw new IllegalArgumentException("Attribute " + name + " has bins with the edges " + edges + ".");
            }
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
                !attribute.isNumeric(),
                new ValueLimits(
                        Math.max(limits.lowest(), scale.fromStandard(-LARGEST)),
                        Math.min(limits.highest(), scale.fromStandard(LARGEST))),
                scale,
                List.of());
    }

    /** {@return the same encoding with bins} */
    NumericEncoding withBins(float[] binEdges) {
        List<Float> list = new ArrayList<>();
        for (float edge : binEdges) {
            list.add(edge);
        }
        return new NumericEncoding(attributeIndex, name, dateFormat, untyped, limits, scale, list);
    }

    @Override
    public boolean hasType(Attribute attribute) {
        return untyped || (attribute.isNumeric() && attribute.isDate() == (dateFormat != null));
    }

    @Override
    public String type() {
        return dateFormat == null ? "numeric" : "date";
    }

    @Override
    public int width() {
        return 1 + binCount();
    }

    /** The edges of the bins, in standard units and ascending order; empty without bins. */
    public float[] edgeArray() {
        float[] array = new float[edges.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = edges.get(i);
        }
        return array;
    }

    /** The number of bins. */
    public int binCount() {
        return Math.max(0, edges.size() - 1);
    }

    @Override
    public String inputName(int input) {
        return input == 0 ? name : name + " " + edge(input - 1) + " to " + edge(input);
    }

    /** An edge in the units of the data: the shortest number that is encoded as the edge. */
    private String edge(int number) {
        float edge = edges.get(number);
        return Decimal.shortest(
                scale.fromStandard(edge), scale.unit(), value -> (float) scale.toStandard(value) == edge);
    }

    @Override
    public Scale inputScale(int input) {
        return input == 0 ? scale : Scale.IDENTITY;
    }

    @Override
    public List<InputDescription> descriptions(DoubleFunction<String> number) {
        InputDescription value = new InputDescription(
                1,
                name,
                "limited to " + number.apply(limits.lowest()) + " .. " + number.apply(limits.highest())
                        + ", missing becomes " + number.apply(scale.center()) + ", standard deviation "
                        + number.apply(scale.unit()) + dates());
        if (binCount() == 0) {
            return List.of(value);
        }
        String edgesInWords =
                IntStream.range(0, edges.size()).mapToObj(this::edge).collect(Collectors.joining(", "));
        return List.of(
                value,
                new InputDescription(
                        binCount(),
                        name + " in bins",
                        "each rises from 0 to 1 between one of these values and the next: " + edgesInWords));
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
