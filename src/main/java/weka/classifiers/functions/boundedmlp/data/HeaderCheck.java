package weka.classifiers.functions.boundedmlp.data;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import weka.core.Attribute;
import weka.core.Instances;

/**
 * Checks that data to predict has the attributes that the model was trained with, wherever Weka does not. Predictions
 * go by the position of the attributes, so that another order would give wrong predictions in silence. Another name
 * alone is allowed. Data that was checked is remembered, weakly, because a check takes as long as a prediction.
 * Thread-safe.
 */
final class HeaderCheck {

    /** What users can do about an order that differs. */
    static final String MAPPED = "; weka.classifiers.misc.InputMappedClassifier maps such data.";

    /** So many that threads with data of their own rarely meet. */
    private static final int PLACES = 16;

    private final List<AttributeEncoding> attributes;
    private final AtomicReferenceArray<@Nullable Checked> checked = new AtomicReferenceArray<>(PLACES);

    /** Creates a check against the attributes that a model uses. */
    HeaderCheck(List<AttributeEncoding> attributes) {
        this.attributes = attributes;
    }

    /**
     * Checks data, unless it was checked before.
     *
     * @param data the data of a row
     * @throws IllegalArgumentException if an attribute that the model uses is at another position or of another type,
     *     or if a label seen in training is at another position; the message names the attribute, what it is and what
     *     the model was trained with
     */
    void require(Instances data) {
        int place = System.identityHashCode(data) % PLACES;
        Checked before = checked.get(place);
        if (before == null || !before.is(data)) {
            for (AttributeEncoding attribute : attributes) {
                require(attribute, data);
            }
            checked.set(place, new Checked(data));
        }
    }

    private static void require(AttributeEncoding trained, Instances data) {
        int index = trained.attributeIndex();
        if (index >= data.numAttributes()) {
            return; // RowEncoder refuses rows that are too short
        }
        Attribute found = data.attribute(index);
        if (!found.name().equals(trained.name())) {
            Attribute moved = data.attribute(trained.name());
            if (moved != null) {
                throw new IllegalArgumentException("Attribute " + trained.name() + " is number " + (moved.index() + 1)
                        + " of the data, but the model was trained with it as number " + (index + 1) + MAPPED);
            }
        }
        if (!trained.hasType(found)) {
            throw new IllegalArgumentException("Attribute " + found.name() + ", number " + (index + 1)
                    + " of the data, is " + Attribute.typeToString(found) + ", but the model was trained with the "
                    + trained.type() + " attribute " + trained.name() + " there.");
        }
        if (trained instanceof NominalEncoding nominal) {
            nominal.requireLabels(found);
        }
    }

    /** Data that was checked. It is the same later if no attribute was inserted or deleted meanwhile. */
    private static final class Checked extends WeakReference<Instances> {
        private final int attributeCount;

        Checked(Instances data) {
            super(data);
            attributeCount = data.numAttributes();
        }

        boolean is(Instances data) {
            return refersTo(data) && attributeCount == data.numAttributes();
        }
    }
}
