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
 * Parses command-line options into the bean properties that {@link OptionMetadata} declares. For a bad value Weka's own
 * parsing prints a stack trace, or nothing at all, and continues with the default; this class throws an exception.
 */
final class StrictOptions {

    /** Cached, because finding the properties of a class takes ten times as long as parsing the options. */
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
     * Sets every property whose option is given, and blanks the option and its value in the array, as Weka does. A flag
     * has no value: it is only checked here, and left for Weka's own parsing, which sets a flag to false if it does not
     * find it.
     *
     * @param bean the object whose properties to set
     * @param type the class that declares the annotated getters
     * @param options the command line
     * @throws IllegalArgumentException if a value is missing, does not parse, is refused by its setter or follows a
     *     flag, or if an option is given twice; the message names the option, the value and what is allowed
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
     * Refuses a value that is not a whole number and removes the spaces around one that is. It is for Weka's own
     * options, for which a bad value would end in the message of a parser.
     *
     * @param flag the option without its hyphen
     * @param options the command line
     * @throws IllegalArgumentException if the option's value is not a whole number, or the option is given more than
     *     once
     */
    static void requireWholeNumber(String flag, String[] options) {
        String text = take(flag, options.clone());
        if (text != null) {
            options[position(flag, options) + 1] =
                    parse(text, int.class, "Option -" + flag).toString();
        }
    }

    /**
     * Refuses a lone hyphen, at which Weka stops its search for its own options.
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

    /** Returns the value of an option and blanks both in the array; returns null if the option is not given. */
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
        if (position(flag, options) >= 0) { // Weka's own, lenient parsing would take the second
            throw new IllegalArgumentException("Option -" + flag + " is given more than once.");
        }
        return text;
    }

    /**
     * The position of an option, -1 if it is not given. As in Weka, only what precedes a token that starts with two
     * hyphens counts.
     */
    private static int position(String flag, String[] options) {
        for (int i = 0; i < options.length && !options[i].startsWith("--"); i++) {
            if (options[i].equals("-" + flag)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * {@return the number or the constant of an enum that a text stands for}
     *
     * @param text what the user wrote
     * @param type int, double or an enum
     * @param name the property's name in the message
     * @throws IllegalArgumentException if the text does not parse; the message names the property, the text and what is
     *     allowed
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
            String allowed = type == int.class ? "a whole number from -2147483648 to 2147483647" : "a number";
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
