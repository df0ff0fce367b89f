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
 * What a model keeps for further training, as serialised bytes: it is large, and most programs that load a model never
 * need it. It is read by the same rules as the model around it. Immutable.
 */
public final class SavedState implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Java's longest arrays are a little shorter than the largest int allows. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final byte[] bytes;

    /** The filter that the program reads the model with. */
    private transient @Nullable ObjectInputFilter programs;

    private SavedState(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * {@return an object as it is now}
     *
     * @param object a serialisable object, not to be changed meanwhile
     * @throws IllegalArgumentException if it takes more than 2,147,483,639 bytes
     * @throws IOException if it cannot be serialised
     */
    public static SavedState of(Object object) throws IOException {
        return of(object, MOST_BYTES);
    }

    /** Serialises the object twice, first to learn its size: an array that grows would take three times the memory. */
    static SavedState of(Object object, int mostBytes) throws IOException {
        ByteTally tally = new ByteTally();
        Checksummed.writeTo(tally, object);
        if (tally.size() > mostBytes) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "What further training needs takes %,d bytes, but only %,d can be kept: train without -resume.",
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
     * @param type its class
     * @throws InvalidObjectException if the bytes hold a class that is not there, has changed or does not belong in
     *     a model
     * @throws IOException if they cannot be read
     */
    public <T> T read(Class<T> type) throws IOException {
        return Objects.requireNonNull(ModelInputStream.read(bytes, type, programs));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        programs = in instanceof ModelInputStream model ? model.programsFilter() : in.getObjectInputFilter();
    }

    /** An array of the right length, of which no copy is made. */
    private static final class Filled extends ByteArrayOutputStream {
        Filled(int size) {
            super(size);
        }

        byte[] bytes() {
            return buf;
        }
    }
}
