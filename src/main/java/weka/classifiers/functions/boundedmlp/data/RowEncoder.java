package weka.classifiers.functions.boundedmlp.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.SparseInputs;
import weka.classifiers.functions.boundedmlp.nn.rows.Bins;
import weka.core.Instance;

/**
 * Converts the values of a row to inputs of the network, attribute by attribute. It holds the {@link
 * AttributeEncoding}s in arrays, because encoding a row takes as long as running a small network.
 *
 * <p>A numeric value is limited and standardised; a missing or infinite one becomes 0, the mean. Its bins follow from
 * the result. Of the inputs of a
 * nominal attribute, the one of the row's value is 1. A missing value, or one not seen in training, makes all of them
 * 0.
 */
final class RowEncoder {

    /** Whether all attributes are numeric and have no bins. */
    private final boolean plain;

    private final int[] attributeIndices;
    /** The first input of each attribute. */
    private final int[] firstInputs;
    /** For each value of a nominal attribute the index among its inputs, or -1; null for a numeric attribute. */
    private final int[] @Nullable [] labelPlaces;

    /** How many values a row needs at least. */
    private final int leastAttributes;

    private final double[] lowest;
    private final double[] highest;
    private final Scale[] scales;
    /** The edges of the bins of each numeric attribute; empty without bins. */
    private final float[][] edges;

    /** Arranges the encodings of the attributes. Their inputs follow each other in the same order. */
    RowEncoder(List<AttributeEncoding> attributes) {
        int count = attributes.size();
        attributeIndices = new int[count];
        firstInputs = new int[count];
        labelPlaces = new int[count][];
        lowest = new double[count];
        highest = new double[count];
        scales = new Scale[count];
        edges = new float[count][];
        int at = 0;
        int least = 0;
        boolean allPlain = true;
        for (int i = 0; i < count; i++) {
            AttributeEncoding attribute = attributes.get(i);
            attributeIndices[i] = attribute.attributeIndex();
            firstInputs[i] = at;
            if (attribute instanceof NominalEncoding nominal) {
                labelPlaces[i] = nominal.places();
                allPlain = false;
            } else if (attribute instanceof NumericEncoding numeric) {
                lowest[i] = numeric.limits().lowest();
                highest[i] = numeric.limits().highest();
                scales[i] = numeric.scale();
                edges[i] = numeric.edgeArray();
                allPlain &= numeric.binCount() == 0;
            }
            at += attribute.width();
            least = Math.max(least, attribute.attributeIndex() + 1);
        }
        leastAttributes = least;
        plain = allPlain;
    }

    /**
     * Encodes a row.
     *
     * @param row a row with the structure of the training data; any values are allowed
     * @param inputs overwritten with the inputs, all finite; needs room for all that are not 0
     * @throws IllegalArgumentException if the row has fewer values than the model needs
     */
    void encode(Instance row, SparseInputs inputs) {
        if (row.numAttributes() < leastAttributes) {
            throw new IllegalArgumentException("The row has " + row.numAttributes() + " values, but the model needs "
                    + leastAttributes + ": those of the training data, in the same order.");
        }
        if (plain) {
            encodePlain(row, inputs.values());
            inputs.setAll(attributeIndices.length);
        } else {
            encodeMixed(row, inputs);
        }
    }

    /**
     * If all attributes are numeric and have no bins, each has one input and all inputs are written, zeros too. That is
     * half the work of finding those that are not zero.
     */
    private void encodePlain(Instance row, float[] inputs) {
        for (int i = 0; i < attributeIndices.length; i++) {
            double value = row.value(attributeIndices[i]);
            inputs[i] = Math.abs(value) <= Double.MAX_VALUE ? number(i, value) : 0;
        }
    }

    private void encodeMixed(Instance row, SparseInputs inputs) {
        int count = 0;
        for (int i = 0; i < attributeIndices.length; i++) {
            double value = row.value(attributeIndices[i]);
            int[] places = labelPlaces[i];
            if (places == null) {
                float input = Math.abs(value) <= Double.MAX_VALUE ? number(i, value) : 0;
                inputs.set(count++, firstInputs[i], input);
                count = encodeBins(i, input, inputs, count);
            } else if (value >= 0 && value < places.length && places[(int) value] >= 0) {
                inputs.set(count++, firstInputs[i] + places[(int) value], 1);
            }
        }
        inputs.setCount(count);
    }

    /** Sets the inputs of the bins of an attribute that are not 0, up to the bin in which its value lies. */
    private int encodeBins(int i, float value, SparseInputs inputs, int countBefore) {
        int count = countBefore;
        float[] ofAttribute = edges[i];
        for (int bin = 1; bin < ofAttribute.length && value > ofAttribute[bin - 1]; bin++) {
            inputs.set(count++, firstInputs[i] + bin, Bins.rise(value, ofAttribute[bin - 1], ofAttribute[bin]));
        }
        return count;
    }

    private float number(int i, double value) {
        // not Math.min and Math.max, which take three times as long because they handle NaN and -0
        double limited = value < lowest[i] ? lowest[i] : value > highest[i] ? highest[i] : value;
        return (float) scales[i].toStandard(limited);
    }
}
