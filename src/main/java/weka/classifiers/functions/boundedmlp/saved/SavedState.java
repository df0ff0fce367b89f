package weka.classifiers.functions.boundedmlp.saved;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state that a model keeps for further training, as serialised bytes: it is large, and most programs that load a
 * model never need it. It is read by the same rules as the model around it. Immutable.
 */
public final class SavedState implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The maximum length of an array in Java is slightly below the largest int. */
    public static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final byte[] bytes;

    /** The filter with which the program reads the model. */
    private transient @Nullable ObjectInputFilter programs;

    private SavedState(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * {@return the current state of an object}
     *
     * @param object a serialisable object; must not change during the call
     * @throws IllegalArgumentException if it takes more than 2,147,483,639 bytes
     * @throws IOException if it cannot be serialised
     */
    public static SavedState of(Object object) throws IOException {
        return of(object, MOST_BYTES);
    }

    /** Serialises the object twice, first to learn its size: a growing array would take three times the memory. */
    static SavedState of(Object object, int mostBytes) throws IOException {
        ByteTally tally = new ByteTally();
        Checksummed.writeTo(tally, object);
        if (tally.size() > mostBytes) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The state for further training takes %,d bytes, but at most %,d can be kept;"
                            + " train without -resume.",
                    tally.size(),
                    mostBytes));
        }
        Filled filled = new Filled((int) tally.size());
        Checksummed.writeTo(filled, object);
        return new SavedState(filled.bytes());
    }

    /**
     * {@return a new copy of the object}
     *
     * @param type the class of the object
     * @throws InvalidObjectException if the bytes contain a class that does not exist, has changed or does not belong
     *     in a model
     * @throws IOException if the bytes cannot be read
     */
    public <T> T read(Class<T> type) throws IOException {
        return Objects.requireNonNull(ModelInputStream.read(bytes, type, programs));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        programs = in instanceof ModelInputStream model ? model.programsFilter() : in.getObjectInputFilter();
    }

    /** A stream into an array of the right length, which is not copied. */
    private static final class Filled extends ByteArrayOutputStream {
        Filled(int size) {
            super(size);
        }

        byte[] bytes() {
            return buf;
        }
    }
}
