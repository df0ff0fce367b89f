package weka.classifiers.functions.boundedmlp;

import java.util.function.DoubleFunction;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.core.Attribute;

/**
 * Encodes a numeric or date attribute as one input: limited, then standardised. A missing or infinite value becomes the mean.
 *
 * <p>The limits are there because a network of rectifiers goes on along straight lines for ever: a value far outside the
 * training data would lead to a prediction far outside everything ever seen, and a single huge training value would squeeze
 * all others together. They are the range seen in training, but at most four times as far from the median as the outermost
 * hundredth of the rows begins: nine standard deviations of a normal distribution.
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

    /** The share of the rows that counts as outermost, at either end. */
    private static final double TAIL = 0.01;

    /** How far the limits may lie from the median at most, counted in the distance at which the outermost rows begin. */
    private static final double FARTHEST = 4;

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
        WeightedValues known = new WeightedValues(values, weights);
        double median = known.quantile(0.5, WeightedValues.FROM_SMALLEST);
        double low = limit(known, median, WeightedValues.FROM_SMALLEST);
        double high = limit(known, median, WeightedValues.FROM_LARGEST);
        double[] limited = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            Interruption.check();
            limited[i] = Math.max(low, Math.min(high, values[i]));
        }
        Scale scale = Scale.standard(limited, weights);
        return new NumericInput(
                attribute.index(),
                attribute.name(),
                Math.max(low, scale.fromStandard(-LARGEST)),
                Math.min(high, scale.fromStandard(LARGEST)),
                scale);
    }

    private static double limit(WeightedValues known, double median, int end) throws InterruptedException {
        double outermost = known.outermost(end);
        // mostly the outermost rows begin so far out that they need no limit, and need not be looked for
        if (known.shareUpTo(median + (outermost - median) / FARTHEST, end) > TAIL) {
            return outermost;
        }
        double tail = known.quantile(TAIL, end);
        double farthest = median + FARTHEST * (tail - median);
        // nothing is limited where nearly all rows on that side have the median itself: then the few others are what
        // matters
        return tail == median || end * farthest <= end * outermost ? outermost : farthest;
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
        // not Math.min and max: these take three times as long, for the sake of NaN and -0
        double limited = value < lowest ? lowest : value > highest ? highest : value;
        return (float) scale.toStandard(limited);
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
        return "limited to " + number.apply(lowest) + " .. " + number.apply(highest) + ", missing becomes "
                + number.apply(scale.center()) + ", standard deviation " + number.apply(scale.unit());
    }

    @Override
    public String encodingSource(String value, int at) {
        return "number(x, " + at + ", " + value + ", " + SourceCode.literal(lowest) + ", " + SourceCode.literal(highest)
                + ", " + SourceCode.literal(scale.center()) + ", " + SourceCode.literal(scale.unit()) + ")";
    }
}
