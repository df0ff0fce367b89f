package weka.classifiers.functions.boundedmlp.saved;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only stream through which saved objects are read. It knows the names that classes had in earlier versions. It
 * admits only the classes that models consist of, because Java would otherwise run code of any class that a file names.
 *
 * <p>An array may not be longer than the number of bytes of the saved object, so that a forged length does not allocate
 * memory. A filter of the running program or of its JVM is applied too: what it rejects is rejected.
 */
final class ModelInputStream extends ObjectInputStream {

    private static final String SCHEME = "weka.classifiers.functions.BoundedMLPRegressor";
    private static final String PACKAGES = "weka.classifiers.functions.boundedmlp.";

    /** The classes of the JDK that models contain, besides strings and arrays of primitives. */
    private static final Set<String> OF_THE_JDK = Set.of(
            "java.lang.Enum",
            "java.lang.Integer",
            "java.lang.Number",
            "java.lang.Object",
            "java.util.ArrayList",
            "java.util.CollSer",
            "java.util.Random");

    /** The classes that were renamed or moved since 1.0.0: the old name of each, mapped to its new name. */
    private static final Map<String, String> RENAMED = Map.of();

    private final Map<String, String> renamed;
    private final long size;
    private final @Nullable ObjectInputFilter others;
    private boolean classNameIsNext;
    private @Nullable String refusal;

    private ModelInputStream(byte[] bytes, Map<String, String> renamed, @Nullable ObjectInputFilter others)
            throws IOException {
        super(new ByteArrayInputStream(bytes));
        this.renamed = renamed;
        this.others = others;
        size = bytes.length;
        setObjectInputFilter(this::check);
    }

    /**
     * {@return the object that some bytes contain}
     *
     * @param bytes the output of {@link java.io.ObjectOutputStream}
     * @param type the class of the object
     * @param filter an additional filter that must not reject any class; null for none
     * @throws InvalidObjectException if a class is not part of any model, does not exist or has changed; the message
     *     names it
     * @throws IOException if the bytes are not a serialised object
     */
    static <T> @Nullable T read(byte[] bytes, Class<T> type, @Nullable ObjectInputFilter filter) throws IOException {
        return read(bytes, type, filter, RENAMED);
    }

    /** Does the same with another table of renamed classes. */
    static <T> @Nullable T read(
            byte[] bytes, Class<T> type, @Nullable ObjectInputFilter filter, Map<String, String> renamed)
            throws IOException {
        try (ModelInputStream in = new ModelInputStream(bytes, renamed, filter)) {
            try {
                return type.cast(in.readObject());
            } catch (ClassNotFoundException | InvalidClassException e) {
                String reason = in.refusal != null
                        ? in.refusal
                        : "The model was saved by another version of this package, with another class "
                                + e.getMessage();
                InvalidObjectException refused = new InvalidObjectException(reason);
                refused.initCause(e);
                throw refused;
            } catch (ClassCastException e) {
                InvalidObjectException other =
                        new InvalidObjectException("The model is damaged: it contains an object of another class.");
                other.initCause(e);
                throw other;
            }
        }
    }

    /** The name of the class is the first string in its description. */
    @Override
    protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
        classNameIsNext = true;
        return super.readClassDescriptor();
    }

    @Override
    public String readUTF() throws IOException {
        String text = super.readUTF();
        if (!classNameIsNext) {
            return text;
        }
        classNameIsNext = false;
        String element = elementName(text);
        return text.replace(element, renamed.getOrDefault(element, element));
    }

    /**
     * Loads the class with the loader of this class, because Weka loads each package with a loader of its own. A class
     * that is not admitted is not even loaded.
     */
    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        String name = description.getName();
        if (!isAdmitted(name)) {
            throw refuse(elementName(name), "which is not part of any model of this package");
        }
        return Class.forName(name, false, ModelInputStream.class.getClassLoader());
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
        throw refuse(
                String.join(", ", interfaces),
                "implemented by a proxy, which is not part of any model of this package");
    }

    private InvalidClassException refuse(String name, String reason) {
        refusal = "The model contains an object of the class " + name + ", " + reason + "; it was not read.";
        return new InvalidClassException(name, reason);
    }

    private static boolean isAdmitted(String name) {
        String element = elementName(name);
        boolean primitives = name.startsWith("[") && element.length() == 1;
        return primitives || element.equals(SCHEME) || element.startsWith(PACKAGES) || OF_THE_JDK.contains(element);
    }

    /**
     * The name of the class of an array's elements, a single letter for primitives; for a class that is not an array,
     * the name itself.
     */
    private static String elementName(String name) {
        String element = name.substring(name.lastIndexOf('[') + 1);
        return name.startsWith("[L") ? element.substring(1, element.length() - 1) : element;
    }

    private Status check(ObjectInputFilter.FilterInfo info) {
        if (info.arrayLength() > size) {
            refusal = "The model is damaged: an array of " + info.arrayLength() + " values is longer than the file.";
            return Status.REJECTED;
        }
        if (others != null && others.checkInput(info) == Status.REJECTED) {
            Class<?> type = info.serialClass();
            refuse(
                    type == null ? "unknown" : type.getName(),
                    "which this program's filter for serialised objects rejects");
            return Status.REJECTED;
        }
        return info.serialClass() == null ? Status.UNDECIDED : Status.ALLOWED;
    }
}
