package weka.classifiers.functions.boundedmlp.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.classifiers.functions.boundedmlp.nn.SparseInputs;
import weka.classifiers.functions.boundedmlp.nn.rows.Bins;
import weka.classifiers.functions.boundedmlp.nn.rows.InputRows;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Converts instances to inputs of the network: numeric attributes are limited and standardised, nominal ones one-hot
 * encoded, missing values replaced. Numeric attributes may have bins. Attributes that are constant in the training data
 * carry no information and are left out.
 */
public final class Encoder implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final float[] NO_EDGES = {};

    @SuppressWarnings("serial") // List.copyOf returns serialisable lists
    private final List<AttributeEncoding> attributes;

    private final int inputCount;
    private final transient int activeCount;
    private final transient RowEncoder rowEncoder;
    private final transient HeaderCheck headerCheck;

    private Encoder(List<AttributeEncoding> attributes) {
        this.attributes = attributes;
        int width = 0;
        int active = 0;
        for (AttributeEncoding attribute : attributes) {
            width += attribute.width();
            active += attribute instanceof NominalEncoding ? 1 : attribute.width();
        }
        inputCount = width;
        activeCount = active;
        rowEncoder = new RowEncoder(attributes);
        headerCheck = new HeaderCheck(attributes);
    }

    private Object readResolve() {
        return new Encoder(attributes);
    }

    /**
     * Learns the encoding from training data.
     *
     * @param data the rows
     * @param numeric the scales of its numeric attributes
     * @throws IllegalArgumentException if a nominal value is not the index of a label; the message names the attribute
     *     and the row
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static Encoder fit(UsableRows data, NumericScales numeric) throws InterruptedException {
        List<AttributeEncoding> attributes = new ArrayList<>();
        for (int i = 0; i < data.attributeCount(); i++) {
            if (i != data.classIndex()) {
                AttributeEncoding encoder = data.attribute(i).isNominal() ? nominal(data, i) : numeric.input(i);
                if (encoder != null) {
                    attributes.add(encoder);
                }
            }
        }
        return new Encoder(List.copyOf(attributes));
    }

    /** Returns null if the inputs would be the same for all rows. */
    private static @Nullable NominalEncoding nominal(UsableRows data, int index) throws InterruptedException {
        double[] labels = data.column(index);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        boolean missing = false;
        for (double label : labels) {
            lowest = label < lowest ? label : lowest;
            highest = label > highest ? label : highest;
            missing |= Double.isNaN(label);
        }
        data.requireAllowed(data.attribute(index), new ValueLimits(lowest, highest));
        boolean differ = lowest < highest || (missing && lowest == highest);
        return differ ? NominalEncoding.fit(data.attribute(index), labels) : null;
    }

    /**
     * {@return the same encoder with bins of its inputs as further inputs; the same if there are none}
     *
     * @param bins those of the inputs of this encoder, which has none; null for none
     */
    public Encoder withBins(@Nullable Bins bins) {
        if (bins == null) {
            return this;
        }
        List<AttributeEncoding> binned = new ArrayList<>();
        int column = 0;
        for (AttributeEncoding attribute : attributes) {
            binned.add(attribute instanceof NumericEncoding numeric ? numeric.withBins(bins.edges(column)) : attribute);
            column += attribute.width();
        }
        return new Encoder(List.copyOf(binned));
    }

    /** {@return the same encoder without bins} */
    public Encoder withoutBins() {
        return new Encoder(attributes.stream()
                .map(attribute -> attribute instanceof NumericEncoding numeric ? numeric.withBins(NO_EDGES) : attribute)
                .toList());
    }

    /** The number of inputs; 0 if no attribute varies. */
    public int inputCount() {
        return inputCount;
    }

    /** The largest number of inputs that are not 0 for a row. */
    public int activeCount() {
        return activeCount;
    }

    /** The number of bins of the numeric attribute that has most; 0 if none has any. */
    public int mostBins() {
        return attributes.stream()
                .mapToInt(attribute -> attribute instanceof NumericEncoding numeric ? numeric.binCount() : 0)
                .max()
                .orElse(0);
    }

    /** The attributes in the order of their inputs. */
    public List<AttributeEncoding> attributes() {
        return attributes;
    }

    /**
     * Encodes an instance to predict.
     *
     * @param instance an instance with the structure of the training data; if it belongs to no data, it is taken as it
     *     is
     * @param inputs overwritten with the inputs, all finite; needs room for {@link #activeCount} of them
     * @throws IllegalArgumentException if its data has other attributes than the training data, or in another order;
     *     the message names one
     */
    public void encode(Instance instance, SparseInputs inputs) {
        Instances data = instance.dataset();
        if (data != null) {
            headerCheck.require(data);
        }
        rowEncoder.encode(instance, inputs);
    }

    /**
     * {@return the inputs of some rows}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public InputRows encode(UsableRows data) throws InterruptedException {
        SparseInputs active = new SparseInputs(activeCount);
        InputRows rows = new InputRows(data.size(), inputCount);
        for (int from = 0; from < data.size(); from += Interruption.ROWS) {
            Interruption.check();
            encode(data, from, Math.min(data.size(), from + Interruption.ROWS), active, rows);
        }
        return rows;
    }

    private void encode(UsableRows data, int from, int to, SparseInputs active, InputRows rows) {
        for (int r = from; r < to; r++) {
            rowEncoder.encode(data.row(r), active);
            active.copyTo(rows.array(r), rows.begin(r));
        }
    }
}
