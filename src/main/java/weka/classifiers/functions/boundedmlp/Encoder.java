package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.ActiveInputs;
import weka.classifiers.functions.boundedmlp.nn.InputRows;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.core.Instance;

/**
 * Turns instances into the inputs of the network: numeric attributes limited and standardised, nominal ones one-hot, missing
 * values replaced. Attributes that are constant in the training data say nothing and are left out.
 */
final class Encoder implements Serializable {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // what List.copyOf makes can be serialised
    private final List<AttributeEncoder> attributes;

    private final int inputCount;
    private final transient RowEncoder rowEncoder;

    private Encoder(List<AttributeEncoder> attributes) {
        this.attributes = attributes;
        int width = 0;
        for (AttributeEncoder attribute : attributes) {
            width += attribute.width();
        }
        inputCount = width;
        rowEncoder = new RowEncoder(attributes);
    }

    private Object readResolve() {
        return new Encoder(attributes);
    }

    /**
     * Learns the encoding from training data.
     *
     * @param data the rows
     * @param numeric the scales of its numeric attributes
     * @throws IllegalArgumentException if a value is the index of no label; the message names the attribute and the row
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static Encoder fit(TrainingData data, NumericScales numeric) throws InterruptedException {
        List<AttributeEncoder> attributes = new ArrayList<>();
        for (int i = 0; i < data.attributeCount(); i++) {
            if (i != data.classIndex()) {
                AttributeEncoder encoder = data.attribute(i).isNominal() ? nominal(data, i) : numeric.input(i);
                if (encoder != null) {
                    attributes.add(encoder);
                }
            }
        }
        return new Encoder(List.copyOf(attributes));
    }

    /** Null if the inputs would not differ. */
    private static @Nullable NominalInput nominal(TrainingData data, int index) throws InterruptedException {
        double[] labels = data.column(index);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        boolean missing = false;
        for (double label : labels) {
            lowest = label < lowest ? label : lowest;
            highest = label > highest ? label : highest;
            missing |= Double.isNaN(label);
        }
        data.requireAllowed(data.attribute(index), new InputLimits(lowest, highest));
        boolean differ = lowest < highest || (missing && lowest == highest);
        return differ ? NominalInput.fit(data.attribute(index), labels) : null;
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
        rowEncoder.encode(instance, inputs);
    }

    /**
     * {@return the inputs of some rows}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    InputRows encode(TrainingData data) throws InterruptedException {
        ActiveInputs active = new ActiveInputs(attributes.size());
        InputRows rows = new InputRows(data.size(), inputCount);
        for (int from = 0; from < data.size(); from += Interruption.ROWS) {
            Interruption.check();
            encode(data, from, Math.min(data.size(), from + Interruption.ROWS), active, rows);
        }
        return rows;
    }

    private void encode(TrainingData data, int from, int to, ActiveInputs active, InputRows rows) {
        for (int r = from; r < to; r++) {
            encode(data.row(r), active);
            active.copyTo(rows.array(r), rows.begin(r));
        }
    }
}
