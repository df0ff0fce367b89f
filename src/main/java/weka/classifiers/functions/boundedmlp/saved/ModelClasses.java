package weka.classifiers.functions.boundedmlp.saved;

import java.util.Map;
import java.util.Set;

/** The classes that a saved model may hold, and the old names of those that have been moved or renamed since. */
final class ModelClasses {

    /**
     * For each class that a released version saved under another name: that name, and its name now. If the class moves
     * again, all its lines get the newest name. The scheme and the class of its options cannot be here: Weka reads them
     * itself.
     */
    static final Map<String, String> RENAMED = Map.of();

    private static final String OURS = "weka.classifiers.functions.boundedmlp.";

    /**
     * Java does not ask about strings; CollSer is what immutable lists are in a file, and Object what arrays in lists
     * hold.
     */
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

    /** {@return the name of a class, or that of an array's elements: a single letter if they are primitive} */
    static String elementName(String name) {
        String element = name.substring(name.lastIndexOf('[') + 1);
        boolean isObject = element.length() < name.length() && element.endsWith(";");
        return isObject ? element.substring(1, element.length() - 1) : element;
    }

    /**
     * {@return the name of a class now; of an array too}
     *
     * @param name its name in the model
     * @param renamed the new name for each old one
     */
    static String nameNow(String name, Map<String, String> renamed) {
        String element = elementName(name);
        String now = renamed.get(element);
        return now == null ? name : name.replace(element, now);
    }
}
