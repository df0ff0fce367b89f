package weka.classifiers.functions.boundedmlp.saved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;

/**
 * An object as the bytes of its serialised form, from which as many copies can be made as wanted. It is saved with these bytes,
 * so that a large object that is rarely needed need not be read with the rest.
 */
public final class FrozenObject implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    private FrozenObject(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * {@return the present state of an object}
     *
     * @param object the object, not modified
     * @throws IOException if it, or what it refers to, cannot be serialised
     */
    public static FrozenObject of(Serializable object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return new FrozenObject(bytes.toByteArray());
    }

    /**
     * {@return a copy of the object as it was}
     *
     * @param type its class
     * @throws IOException if the bytes hold a class that no model consists of, that is not there, or has changed; the message
     *     names it
     */
    public <T> T thaw(Class<T> type) throws IOException {
        return Objects.requireNonNull(ModelInputStream.read(bytes, type, ObjectInputFilter.Config.getSerialFilter()));
    }
}
