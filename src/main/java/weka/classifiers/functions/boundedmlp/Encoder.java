package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.boundedmlp.nn.ActiveInputs;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Turns instances into the inputs of the network: numeric attributes limited and standardised, nominal ones one-hot, missing
 * values replaced. Attributes that are constant in the training data say nothing and are left out.
 */
final class Encoder implements Serializable {

    private static final long serialVersionUID = 1L;

    /** So many columns are read at a time: the values beside each other in an instance come from memory together. */
    private static final int COLUMNS = 8;

    @SuppressWarnings("serial") // what List.copyOf makes can be serialised
    private final List<AttributeEncoder> attributes;

    private final int inputCount;

    private Encoder(List<AttributeEncoder> attributes) {
        this.attributes = attributes;
        inputCount = attributes.stream().mapToInt(AttributeEncoder::width).sum();
    }

    /**
     * Learns the encoding from training data.
     *
     * @param data at least one row, class set, weights above 0, no infinite values
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static Encoder fit(Instances data) throws InterruptedException {
        double[] weights = TrainingData.weights(data);
        List<AttributeEncoder> attributes = new ArrayList<>();
        double[][] columns = new double[Math.min(COLUMNS, data.numAttributes())][data.numInstances()];
        for (int first = 0; first < data.numAttributes(); first += COLUMNS) {
            int behind = Math.min(first + COLUMNS, data.numAttributes());
            TrainingData.readColumns(data, first, behind, columns);
            for (int i = first; i < behind; i++) {
                Attribute attribute = data.attribute(i);
                double[] values = columns[i - first];
                if (i != data.classIndex() && varies(attribute, values)) {
                    attributes.add(
                            attribute.isNominal()
                                    ? NominalInput.fit(attribute, values)
                                    : NumericInput.fit(attribute, values, weights));
                }
            }
        }
        return new Encoder(List.copyOf(attributes));
    }

    /** Whether the inputs would differ. A missing number becomes the mean, so that it does not differ from a constant. */
    private static boolean varies(Attribute attribute, double[] values) {
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            if (attribute.isNominal() || !Double.isNaN(values[i])) {
                first = first < 0 ? i : first;
                if (Double.compare(values[i], values[first]) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The number of inputs, 0 if there is no attribute that varies. */
    int inputCount() {
        return inputCount;
    }

    /** The attributes in the order of their inputs. */
    List<AttributeEncoder> attributes() {
        return attributes;
    }

    /**
     * Encodes an instance.
     *
     * @param instance an instance of the training data's structure
     * @param inputs overwritten with the inputs, all of them finite; room for one input per attribute is enough
     */
    void encode(Instance instance, ActiveInputs inputs) {
        int count = 0;
        int at = 0;
        for (int i = 0; i < attributes.size(); i++) {
            AttributeEncoder attribute = attributes.get(i);
            double value = instance.value(attribute.attributeIndex());
            int active = attribute.activeInput(value);
            if (active >= 0) {
                inputs.set(count++, at + active, attribute.input(value));
            }
            at += attribute.width();
        }
        inputs.setCount(count);
    }

    /**
     * {@return the inputs for each of some instances of the training data's structure, zeros included}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    float[][] encode(Instances data) throws InterruptedException {
        ActiveInputs active = new ActiveInputs(attributes.size());
        float[][] rows = new float[data.numInstances()][];
        for (int r = 0; r < rows.length; r++) {
            Interruption.check();
            encode(data.instance(r), active);
            rows[r] = active.row(inputCount);
        }
        return rows;
    }
}
