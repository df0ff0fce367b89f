package weka.classifiers.functions.boundedmlp.saved;

import java.io.ObjectInputFilter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Admits the classes in {@link ModelClasses}, arrays with together at most as many elements as the stream has bytes,
 * and no deep nesting. What the program's own filter rejects is rejected, too.
 */
final class ModelFilter implements ObjectInputFilter {

    /** The largest depth of nested objects. Current models have up to 11. */
    private static final int DEEPEST = 50;

    private final long size;
    private final @Nullable ObjectInputFilter programs;
    private long elements;
    private @Nullable String refusal;

    /**
     * Creates a filter for one stream.
     *
     * @param size the number of bytes of the stream
     * @param programs the filter of the program that reads, or null
     */
    ModelFilter(long size, @Nullable ObjectInputFilter programs) {
        this.size = size;
        this.programs = programs;
    }

    /** {@return the filter of the program that reads, or null} */
    @Nullable
    ObjectInputFilter programs() {
        return programs;
    }

    /** {@return why something was rejected, in one sentence; null if nothing was} */
    @Nullable
    String refusal() {
        return refusal;
    }

    @Override
    public Status checkInput(FilterInfo info) {
        refusal = reasonAgainst(info);
        return refusal == null ? Status.ALLOWED : Status.REJECTED;
    }

    private @Nullable String reasonAgainst(FilterInfo info) {
        Class<?> type = info.serialClass();
        if (type != null && !ModelClasses.admits(type.getName())) {
            return foreign(type.getName());
        }
        elements += Math.max(0, info.arrayLength());
        if (elements > size) { // each takes at least one byte
            return String.format(
                    Locale.ROOT,
                    "The model's arrays have %,d elements, but it has only %,d bytes; it was not read.",
                    elements,
                    size);
        }
        if (info.depth() > DEEPEST) {
            return "The model holds objects nested more than " + DEEPEST + " deep; it was not read.";
        }
        if (programs != null && programs.checkInput(info) == Status.REJECTED) {
            return "The deserialization filter of this program rejects "
                    + (type == null ? "the model" : "class " + type.getName() + " in the model") + "; it was not read.";
        }
        return null;
    }

    /** {@return the message that refuses a class that {@link ModelClasses} does not admit} */
    static String foreign(String name) {
        return "The model holds an object of class " + ModelClasses.elementName(name)
                + ", which no model of this package holds; it was not read.";
    }
}
