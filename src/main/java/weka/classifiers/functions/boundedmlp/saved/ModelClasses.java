package weka.classifiers.functions.boundedmlp.saved;

import java.util.Map;
import java.util.Set;

/** The classes that a saved model may hold, and what those that have been moved or renamed were called when it was saved. */
final class ModelClasses {

    /**
     * Of each class that a released version saved under another name that name, and the name that it has now. A class that
     * moves once more is given its newest name in each of its lines.
     */
    static final Map<String, String> RENAMED = Map.of();

    private static final String OURS = "weka.classifiers.functions.boundedmlp.";

    /** Beside arrays of primitives, and strings, which are not checked; what stands for immutable lists in a file is CollSer. */
    private static final Set<String> OF_THE_JDK = Set.of(
            "java.lang.Enum",
            "java.lang.Integer",
            "java.lang.Number",
            "java.lang.Object",
            "java.util.ArrayList",
            "java.util.CollSer",
            "java.util.ImmutableCollections$List12",
            "java.util.ImmutableCollections$ListN",
            "java.util.Random");

    private ModelClasses() {}

    /**
     * {@return whether a model may hold objects of a class, or arrays of them}
     *
     * @param name the name that Java gives the class, such as {@code [Ljava.lang.String;} for an array
     */
    static boolean admits(String name) {
        String element = elementName(name);
        return element.startsWith(OURS) || OF_THE_JDK.contains(element) || isPrimitiveArray(name, element);
    }

    private static boolean isPrimitiveArray(String name, String element) {
        return element.length() == 1 && name.startsWith("[");
    }

    /** {@return the name of a class, or that of an array's elements; a single letter if they are primitive} */
    static String elementName(String name) {
        String element = name.substring(name.lastIndexOf('[') + 1);
        boolean isObject = element.length() < name.length() && element.endsWith(";");
        return isObject ? element.substring(1, element.length() - 1) : element;
    }

    /**
     * {@return what a class or an array's class is called now}
     *
     * @param name what it is called in the model
     * @param renamed of each old name the new one
     */
    static String nameNow(String name, Map<String, String> renamed) {
        String element = elementName(name);
        String now = renamed.get(element);
        return now == null ? name : name.replace(element, now);
    }
}
