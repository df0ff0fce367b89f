package weka.classifiers.functions.boundedmlp;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import weka.core.Attribute;

/**
 * Encodes a numeric or date attribute as one input: limited to the range seen in training and to eight standard deviations
 * from the mean, then standardised. A missing or infinite value becomes the mean.
 *
 * <p>The limits are there because a network of rectifiers goes on along straight lines for ever: a value far outside the
 * training data would lead to a prediction far outside everything ever seen, and a single huge training value would squeeze
 * all others together.
 *
 * @param attributeIndex the index of the attribute in the data
 * @param name the name of the attribute
 * @param lowest the lower limit
 * @param highest the upper limit
 * @param scale mean and standard deviation of the limited training values
 */
record NumericInput(int attributeIndex, String name, double lowest, double highest, Scale scale)
        implements AttributeEncoder {

    private static final long serialVersionUID = 1L;

    /** How far the limits may lie from the mean at most, in standard deviations. */
    private static final double FARTHEST = 8;

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
     */
    static NumericInput fit(Attribute attribute, double[] values, double[] weights) {
        DoubleSummaryStatistics range =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).summaryStatistics();
        Scale spread = Scale.standard(values, weights);
        double low = Math.max(range.getMin(), spread.fromStandard(-FARTHEST));
        double high = Math.min(range.getMax(), spread.fromStandard(FARTHEST));
        double[] limited = Arrays.stream(values)
                .map(value -> Math.max(low, Math.min(high, value)))
                .toArray();
        Scale scale = Scale.standard(limited, weights);
        return new NumericInput(
                attribute.index(),
                attribute.name(),
                Math.max(low, scale.fromStandard(-LARGEST)),
                Math.min(high, scale.fromStandard(LARGEST)),
                scale);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void encode(double value, float[] row, int at) {
        boolean known = !Double.isNaN(value) && !Double.isInfinite(value);
        row[at] = known ? (float) scale.toStandard(Math.max(lowest, Math.min(highest, value))) : 0;
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
    public String inputDescription() {
        return "limited to " + lowest + " .. " + highest + ", missing becomes " + scale.center();
    }
}
