package weka.classifiers.functions.boundedmlp;

import java.util.function.DoubleFunction;
import weka.core.Attribute;

/**
 * Encodes a numeric or date attribute as one input: limited, then standardised. A missing or infinite value becomes the mean.
 *
 * @param attributeIndex the index of the attribute in the data
 * @param name the name of the attribute
 * @param limits what values are limited to
 * @param scale mean and standard deviation of the limited training values
 */
record NumericInput(int attributeIndex, String name, InputLimits limits, Scale scale) implements AttributeEncoder {

    private static final long serialVersionUID = 1L;

    /**
     * The largest input. Only a value whose weight is a trillionth of the others' can lie that far out, and its square
     * must not overflow in the network's floats.
     */
    private static final double LARGEST = 1e6;

    /**
     * Learns the encoding.
     *
     * @param values finite values, at least two of them different, and NaN for missing ones
     * @param weights their weights, above 0
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static NumericInput fit(Attribute attribute, double[] values, double[] weights) throws InterruptedException {
        Scale scale = Scale.standard(values, weights);
        InputLimits range = InputLimits.range(values);
        InputLimits limits = range.narrowed(values, weights, scale);
        if (limits.narrowerThan(range)) { // equals of a record is slow the first time
            scale = Scale.standard(limits.limit(values), weights);
        }
        return new NumericInput(
                attribute.index(),
                attribute.name(),
                new InputLimits(
                        Math.max(limits.lowest(), scale.fromStandard(-LARGEST)),
                        Math.min(limits.highest(), scale.fromStandard(LARGEST))),
                scale);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int activeInput(double value) {
        return Math.abs(value) <= Double.MAX_VALUE ? 0 : -1;
    }

    @Override
    public float input(double value) {
        return (float) scale.toStandard(limits.limit(value));
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
                + number.apply(scale.unit());
    }

    @Override
    public String encodingSource(String value, int at) {
        return "number(x, " + at + ", " + value + ", " + SourceCode.literal(limits.lowest()) + ", "
                + SourceCode.literal(limits.highest()) + ", " + SourceCode.literal(scale.center()) + ", "
                + SourceCode.literal(scale.unit()) + ")";
    }
}
