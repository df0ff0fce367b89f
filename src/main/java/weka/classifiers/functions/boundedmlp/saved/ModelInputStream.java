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
 * The one stream that reads models. It finds classes under their old names, takes them from the class loader of this
 * package, and refuses those that no model holds before they are loaded.
 */
final class ModelInputStream extends ObjectInputStream {

    private final Map<String, String> renamed;
    private final ModelFilter filter;
    private boolean readsDescriptor;

    /**
     * Creates one.
     *
     * @param bytes what to read
     * @param programs the filter that the program reads with, or null
     * @param renamed the new name for each old name of a class
     * @throws IOException if the bytes do not begin like serialised objects
     */
    ModelInputStream(byte[] bytes, @Nullable ObjectInputFilter programs, Map<String, String> renamed)
            throws IOException {
        super(new ByteArrayInputStream(bytes));
        this.renamed = renamed;
        filter = new ModelFilter(bytes.length, programs == null ? getObjectInputFilter() : programs);
        setObjectInputFilter(filter);
    }

    /**
     * {@return the object in some bytes, or null if that was written}
     *
     * @param bytes a serialised object
     * @param type its class
     * @param programs the filter that the program reads with, or null
     * @throws InvalidObjectException if they hold a class that is not there, has changed or does not belong in a model
     * @throws IOException if they cannot be read
     */
    static <T> @Nullable T read(byte[] bytes, Class<T> type, @Nullable ObjectInputFilter programs) throws IOException {
        try (ModelInputStream in = new ModelInputStream(bytes, programs, ModelClasses.RENAMED)) {
            return in.read(type);
        }
    }

    /** {@return the next object, or null if that was written} */
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

    /** {@return the filter that the program reads with, or null} */
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
     * Java reads the name in a class descriptor by this method. Renaming here keeps the fields that the file describes,
     * so a renamed class may have changed as well; Java has no way to make a descriptor with another name.
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
