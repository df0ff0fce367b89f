package weka.classifiers.functions.boundedmlp.saved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;

/**
 * An object in serialised form, from which any number of copies can be made. It is saved as these bytes, so that a
 * large object that is rarely needed is not deserialised with the rest.
 */
public final class FrozenObject implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    private FrozenObject(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * {@return the current state of an object}
     *
     * @param object the object, not modified
     * @throws IOException if the object, or an object that it refers to, cannot be serialised
     */
    public static FrozenObject of(Serializable object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return new FrozenObject(bytes.toByteArray());
    }

    /**
     * {@return a new copy of the object}
     *
     * @param type the class of the object
     * @throws IOException if the bytes contain a class that is not part of any model, does not exist or has changed;
     *     the message names it
     */
    public <T> T thaw(Class<T> type) throws IOException {
        return Objects.requireNonNull(ModelInputStream.read(bytes, type, ObjectInputFilter.Config.getSerialFilter()));
    }
}
