package weka.classifiers.functions.boundedmlp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import weka.core.Attribute;

/**
 * Encodes a numeric or date attribute as one input: limited to the bulk of the range seen in training, then standardised. A
 * missing or infinite value becomes the mean.
 *
 * <p>The limits are there because a network of rectifiers goes on along straight lines for ever: a value far outside the
 * training data would lead to a prediction far outside everything ever seen, and a single huge training value would squeeze
 * all others together. They cut off a thousandth of the rows at either end, so nothing below a thousand rows.
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

    /** The share of the rows beyond each limit. */
    private static final double TAIL = 0.001;

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
        int[] known = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double lowest = values[known[0]];
        double highest = values[known[known.length - 1]];
        double tail = TAIL * Arrays.stream(known).mapToDouble(i -> weights[i]).sum();
        double low = values[known[beyondTail(known, weights, tail, 1)]];
        double high = values[known[beyondTail(known, weights, tail, -1)]];
        if (low < high) { // else nearly all values are the same, and the few others are what matters
            lowest = low;
            highest = high;
        }
        double[] limited = values.clone();
        for (int i : known) {
            limited[i] = Math.max(lowest, Math.min(highest, values[i]));
        }
        Scale scale = Scale.standard(limited, weights);
        lowest = Math.max(lowest, scale.fromStandard(-LARGEST));
        highest = Math.min(highest, scale.fromStandard(LARGEST));
        return new NumericInput(attribute.index(), attribute.name(), lowest, highest, scale);
    }

    /** The first place, counted from one end, up to which the weights sum to more than the tail. */
    private static int beyondTail(int[] sorted, double[] weights, double tail, int direction) {
        int at = direction > 0 ? 0 : sorted.length - 1;
        double sum = weights[sorted[at]];
        while (sum <= tail) {
            at += direction;
            sum += weights[sorted[at]];
        }
        return at;
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
