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
 * The one stream through which saved objects are read. It knows the names that classes had in earlier versions, and admits the
 * classes that a model consists of, nothing else: Java would run the code of any class that a file names.
 *
 * <p>An array may be no longer than the saved object has bytes, so that a forged length allocates nothing. A filter of the program
 * that reads, or of its Java, is asked as well, and what it rejects is rejected.
 */
final class ModelInputStream extends ObjectInputStream {

    private static final String SCHEME = "weka.classifiers.functions.BoundedMLPRegressor";
    private static final String PACKAGES = "weka.classifiers.functions.boundedmlp.";

    /** What models hold of the JDK, beside strings and arrays of primitives. */
    private static final Set<String> OF_THE_JDK = Set.of(
            "java.lang.Enum",
            "java.lang.Integer",
            "java.lang.Number",
            "java.lang.Object",
            "java.util.ArrayList",
            "java.util.CollSer",
            "java.util.Random");

    /** Of each class that was renamed or moved since 1.0.0 the name that it had, and the one that it has. */
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
     * {@return the object that some bytes hold}
     *
     * @param bytes what {@link java.io.ObjectOutputStream} wrote
     * @param type the class of the object
     * @param filter a further filter that must not reject any class; null for none
     * @throws InvalidObjectException if a class is none that models consist of, is not there, or has changed; the message names it
     * @throws IOException if the bytes are no object
     */
    static <T> @Nullable T read(byte[] bytes, Class<T> type, @Nullable ObjectInputFilter filter) throws IOException {
        return read(bytes, type, filter, RENAMED);
    }

    /** The same with another table of renamed classes. */
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
                        new InvalidObjectException("The model is damaged: it holds another object.");
                other.initCause(e);
                throw other;
            }
        }
    }

    /** The name of the class is the first text of its description. */
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

    /** Weka loads the package, and so its classes, with a loader of its own. A class that is not admitted is not even loaded. */
    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        String name = description.getName();
        if (!isAdmitted(name)) {
            throw refuse(elementName(name), "which no model of this package consists of");
        }
        return Class.forName(name, false, ModelInputStream.class.getClassLoader());
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
        throw refuse(
                String.join(", ", interfaces), "made up while it is read, which no model of this package consists of");
    }

    private InvalidClassException refuse(String name, String reason) {
        refusal = "The model holds an object of the class " + name + ", " + reason + "; it was not read.";
        return new InvalidClassException(name, reason);
    }

    private static boolean isAdmitted(String name) {
        String element = elementName(name);
        boolean primitives = name.startsWith("[") && element.length() == 1;
        return primitives || element.equals(SCHEME) || element.startsWith(PACKAGES) || OF_THE_JDK.contains(element);
    }

    /** The class of an array's elements, a single letter for a primitive one; the class itself if it is none of an array. */
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
                    "which this program's filter of serialised objects rejects");
            return Status.REJECTED;
        }
        return info.serialClass() == null ? Status.UNDECIDED : Status.ALLOWED;
    }
}
