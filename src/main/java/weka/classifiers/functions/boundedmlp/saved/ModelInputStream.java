package weka.classifiers.functions.boundedmlp.saved;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The only stream that reads models. It finds classes under their old names, loads them with the class loader of this
 * package, and refuses classes that no model holds before they are loaded.
 */
final class ModelInputStream extends ObjectInputStream {

    private final Map<String, String> renamed;
    private final ModelFilter filter;
    private boolean readsDescriptor;

    /**
     * Creates a stream.
     *
     * @param bytes what to read
     * @param programs the filter of the program that reads, or null
     * @param renamed maps old names of classes to current names
     * @throws IOException if the bytes do not start like serialised objects
     */
    ModelInputStream(byte[] bytes, @Nullable ObjectInputFilter programs, Map<String, String> renamed)
            throws IOException {
        super(new ByteArrayInputStream(bytes));
        this.renamed = renamed;
        filter = new ModelFilter(bytes.length, programs == null ? getObjectInputFilter() : programs);
        setObjectInputFilter(filter);
    }

    /**
     * {@return the object in some bytes, or null if null was written}
     *
     * @param bytes a serialised object
     * @param type the class of the object
     * @param programs the filter of the program that reads, or null
     * @throws InvalidObjectException if the bytes contain a class that does not exist, has changed or does not belong
     *     in a model
     * @throws IOException if the bytes cannot be read
     */
    static <T> @Nullable T read(byte[] bytes, Class<T> type, @Nullable ObjectInputFilter programs) throws IOException {
        try (ModelInputStream in = new ModelInputStream(bytes, programs, ModelClasses.RENAMED)) {
            return in.read(type);
        }
    }

    /** {@return the next object, or null if null was written} */
    <T> @Nullable T read(Class<T> type) throws IOException {
        try {
            return type.cast(readObject());
        } catch (ClassNotFoundException | InvalidClassException e) {
            InvalidObjectException refused = new InvalidObjectException(Objects.requireNonNullElse(
                    filter.refusal(),
                    "The model was saved by another version of this package, with another class " + e.getMessage()));
            refused.initCause(e);
            throw refused;
        }
    }

    /** {@return the filter of the program that reads, or null} */
    @Nullable
    ObjectInputFilter programsFilter() {
        return filter.programs();
    }

    @Override
    protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
        readsDescriptor = true;
        try {
            return super.readClassDescriptor();
        } finally {
            readsDescriptor = false;
        }
    }

    /**
     * Java calls this method to read the name in a class descriptor. Renaming here keeps the fields that the file
     * describes, so a renamed class may have changed as well. Java offers no way to create a descriptor with another
     * name.
     */
    @Override
    public String readUTF() throws IOException {
        String text = super.readUTF();
        return readsDescriptor ? ModelClasses.nameNow(text, renamed) : text;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
        String name = described.getName();
        if (!ModelClasses.admits(name)) {
            throw new InvalidObjectException(ModelFilter.foreign(name));
        }
        return Class.forName(name, false, ModelInputStream.class.getClassLoader());
    }
}
