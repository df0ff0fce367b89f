package weka.classifiers.functions.boundedmlp.options;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weka.core.OptionMetadata;

/**
 * Reads command-line options into the bean properties that {@link OptionMetadata} declares. Weka's own reading prints a
 * stack trace, or nothing at all, for a bad value and goes on with the default; this one refuses it.
 */
final class StrictOptions {

    /** Kept, because finding the properties of a class takes ten times as long as reading the options into them. */
    private static final ClassValue<PropertyDescriptor[]> PROPERTIES = new ClassValue<>() {
        @Override
        protected PropertyDescriptor[] computeValue(Class<?> type) {
            try {
                return Introspector.getBeanInfo(type, type.getSuperclass()).getPropertyDescriptors();
            } catch (IntrospectionException e) {
                throw new IllegalStateException("The properties of " + type + " cannot be read.", e);
            }
        }
    };

    private StrictOptions() {}

    /**
     * Sets every property whose option is given, and blanks the option and its value in the array, as Weka does. A flag, which
     * has no value, is checked only and left to Weka, whose reading would set it back if it did not find it.
     *
     * @param bean the object whose properties to set
     * @param type the class that declares the annotated getters
     * @param options the command line
     * @throws IllegalArgumentException if a value is missing, given twice or given to a flag, does not parse or is refused by its
     *     setter; the message names the option, the value and what is allowed
     */
    static void take(Object bean, Class<?> type, String[] options) {
        for (PropertyDescriptor property : PROPERTIES.get(type)) {
            OptionMetadata option = property.getReadMethod() == null
                    ? null
                    : property.getReadMethod().getAnnotation(OptionMetadata.class);
            if (option != null && option.commandLineParamIsFlag()) {
                requireFlag(option.commandLineParamName(), options);
                continue;
            }
            String text = option == null ? null : take(option.commandLineParamName(), options);
            if (option != null && text != null) {
                String name = "Option -" + option.commandLineParamName() + " (" + property.getName() + ")";
                set(bean, property, name, parse(text, property.getPropertyType(), name));
            }
        }
    }

    /**
     * Refuses a value that is not a whole number, for options of Weka's that would otherwise end in a parser's message, and
     * leaves out the spaces around one.
     *
     * @param flag the option without its hyphen
     * @param options the command line
     * @throws IllegalArgumentException if the option is given with anything but a whole number, or more than once
     */
    static void requireWholeNumber(String flag, String[] options) {
        String text = take(flag, options.clone());
        if (text != null) {
            options[position(flag, options) + 1] =
                    parse(text, int.class, "Option -" + flag).toString();
        }
    }

    /**
     * Refuses a lone hyphen, at which Weka's search for its own options breaks off.
     *
     * @param options the command line, without the options that were taken
     * @throws IllegalArgumentException if one of them is a hyphen
     */
    static void refuseLoneHyphen(String[] options) {
        if (Arrays.asList(options).contains("-")) {
            throw new IllegalArgumentException("A lone - is neither an option nor a value.");
        }
    }

    private static void requireFlag(String flag, String[] options) {
        String[] rest = options.clone();
        int at = position(flag, rest);
        if (at < 0) {
            return;
        }
        rest[at] = "";
        if (position(flag, rest) >= 0) {
            throw new IllegalArgumentException("Option -" + flag + " is given more than once.");
        }
        String next = at + 1 < rest.length ? rest[at + 1] : "";
        if (!next.isEmpty() && !next.startsWith("-")) {
            throw new IllegalArgumentException("Option -" + flag + " takes no value, but is followed by " + next + ".");
        }
    }

    /** The value of an option, now blanked together with it; null if the option is not given. */
    private static @Nullable String take(String flag, String[] options) {
        int position = position(flag, options);
        if (position < 0) {
            return null;
        }
        if (position + 1 == options.length) {
            throw new IllegalArgumentException("Option -" + flag + " needs a value after it.");
        }
        String text = options[position + 1];
        options[position] = "";
        options[position + 1] = "";
        if (position(flag, options) >= 0) { // which Weka's own, lenient reading would take
            throw new IllegalArgumentException("Option -" + flag + " is given more than once.");
        }
        return text;
    }

    /** Where an option stands, which like Weka's must be before a token of two hyphens; -1 if it is not given. */
    private static int position(String flag, String[] options) {
        for (int i = 0; i < options.length && !options[i].startsWith("--"); i++) {
            if (options[i].equals("-" + flag)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * {@return a number, or the constant of an enum}
     *
     * @param text what the user wrote
     * @param type int, double or an enum
     * @param name what the message calls the property
     * @throws IllegalArgumentException if the text is none; the message names the property, the text and what is allowed
     */
    static Object parse(String text, Class<?> type, String name) {
        try {
            if (type == int.class) {
                return Integer.valueOf(text.trim());
            }
            if (type == double.class) {
                return Double.valueOf(text.trim());
            }
        } catch (NumberFormatException e) {
            String allowed = type == int.class ? "a whole number of at most 2147483647 in size" : "a number";
            throw new IllegalArgumentException(name + " must be " + allowed + ", but is " + shown(text) + ".", e);
        }
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(text.trim()))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of "
                        + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "))
                        + ", but is " + shown(text) + "."));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "empty" : text;
    }

    private static void set(Object bean, PropertyDescriptor property, String name, Object value) {
        try {
            property.getWriteMethod().invoke(bean, value);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    name + ": " + e.getTargetException().getMessage(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name + " has no public setter.", e);
        }
    }
}
