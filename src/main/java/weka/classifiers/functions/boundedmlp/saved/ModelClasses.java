package weka.classifiers.functions.boundedmlp.saved;

import java.util.Map;
import java.util.Set;

/** The classes that a saved model may hold, and the old names of those that were moved or renamed. */
final class ModelClasses {

    /**
     * The old name of each class that a released version saved under another name, mapped to its current name. If a
     * class is moved again, all its lines get the newest name. The scheme and the class of its options cannot be listed
     * here, because Weka itself reads them.
     */
    static final Map<String, String> RENAMED = Map.of();

    private static final String OURS = "weka.classifiers.functions.boundedmlp.";

    /**
     * The classes of the JDK in models. Strings are missing, because Java does not ask about them. CollSer is the saved
     * form of immutable lists, and Object the element type of the arrays in lists.
     */
    private static final Set<String> OF_THE_JDK = Set.of(
            "java.lang.Enum",
            "java.lang.Float",
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

    /**
     * {@return the name of a class; for an array, that of the class of its elements, or a single letter if they are
     * primitive}
     */
    static String elementName(String name) {
        String element = name.substring(name.lastIndexOf('[') + 1);
        boolean isObject = element.length() < name.length() && element.endsWith(";");
        return isObject ? element.substring(1, element.length() - 1) : element;
    }

    /**
     * {@return the current name of a class, which may be an array class}
     *
     * @param name its name in the model
     * @param renamed maps old names to current names
     */
    static String nameNow(String name, Map<String, String> renamed) {
        String element = elementName(name);
        String now = renamed.get(element);
        return now == null ? name : name.replace(element, now);
    }
}
