package weka.classifiers.functions.boundedmlp.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import weka.core.Attribute;

/**
 * Encodes a nominal attribute as one input for each value seen in training: 1 for the value of the row and 0 for the
 * others. A missing value, or one not seen in training, makes all inputs 0.
 *
 * @param attributeIndex the index of the attribute in the data
 * @param name the name of the attribute
 * @param labels the values seen in training
 * @param positions for each value of the attribute, seen or not, its index in {@code labels}, or -1
 */
public record NominalEncoding(int attributeIndex, String name, List<String> labels, List<Integer> positions)
        implements AttributeEncoding {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an encoding.
     *
     * @throws IllegalArgumentException if an index is negative, or a position beyond the labels
     */
    public NominalEncoding {
        if (attributeIndex < 0 || positions.stream().anyMatch(position -> position < -1 || position >= labels.size())) {
            throw new IllegalArgumentException("Attribute " + name + " has the number " + attributeIndex
                    + " and the positions " + positions + ".");
        }
    }

    /** Learns the encoding from values: indices of labels, or NaN for missing values. */
    static NominalEncoding fit(Attribute attribute, double[] values) {
        boolean[] seen = new boolean[attribute.numValues()];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                seen[(int) value] = true;
            }
        }
        List<String> labels = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int index = 0; index < seen.length; index++) {
            positions.add(seen[index] ? labels.size() : -1);
            if (seen[index]) {
                labels.add(attribute.value(index));
            }
        }
        return new NominalEncoding(attribute.index(), attribute.name(), List.copyOf(labels), List.copyOf(positions));
    }

    /** For each value of the attribute the index of its input, or -1. */
    int[] places() {
        int[] places = new int[positions.size()];
        for (int value = 0; value < places.length; value++) {
            places[value] = positions.get(value);
        }
        return places;
    }

    /**
     * Checks that an attribute has the labels seen in training in the same places, as far as it has them. Other labels
     * do not matter.
     *
     * @throws IllegalArgumentException if a label is in another place; the message names the attribute and the label
     */
    void requireLabels(Attribute found) {
        for (int value = 0; value < positions.size(); value++) {
            if (positions.get(value) >= 0) {
                requireLabel(found, labels.get(positions.get(value)), value);
            }
        }
    }

    private static void requireLabel(Attribute found, String label, int value) {
        int place = found.indexOfValue(label);
        if (place >= 0 && place != value) {
            throw new IllegalArgumentException("Attribute " + found.name() + " has the value " + label + " as number "
                    + (place + 1) + ", but the model was trained with it as number " + (value + 1)
                    + HeaderCheck.MAPPED);
        }
        if (place < 0 && value < found.numValues()) {
            throw new IllegalArgumentException("Attribute " + found.name() + " has the value " + found.value(value)
                    + " as number " + (value + 1) + ", but the model was trained with " + label + " there"
                    + HeaderCheck.MAPPED);
        }
    }

    @Override
    public boolean hasType(Attribute attribute) {
        return attribute.isNominal();
    }

    @Override
    public String type() {
        return "nominal";
    }

    @Override
    public int width() {
        return labels.size();
    }

    @Override
    public String inputName(int input) {
        return name + "=" + labels.get(input);
    }

    @Override
    public Scale inputScale(int input) {
        return Scale.IDENTITY;
    }

    @Override
    public List<InputDescription> descriptions(DoubleFunction<String> number) {
        return IntStream.range(0, width())
                .mapToObj(input -> new InputDescription(1, inputName(input), "1 for this value, else 0"))
                .toList();
    }
}
