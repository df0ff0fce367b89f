package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** The settings given on the command line as {@code -DPREFIX.NAME=VALUE}; unknown names are refused. */
public final class GivenProperties {
    private final Properties properties;
    private final String prefix;

    /**
     * Reads the settings.
     *
     * @param properties the system properties; those without the prefix are ignored
     * @param prefix the prefix of the names, with its dot
     * @param known the allowed names, without the prefix
     * @throws BenchmarkFailure if a name with the prefix is unknown
     */
    public GivenProperties(Properties properties, String prefix, Set<String> known) throws BenchmarkFailure {
        this.properties = properties;
        this.prefix = prefix;
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix) && !known.contains(name.substring(prefix.length()))) {
                throw new BenchmarkFailure(
                        "there is no -D" + name + "; the names are " + String.join(", ", known) + ".");
            }
        }
    }

    /** {@return the given text without blanks around it, or the default if it is missing or blank} */
    public String text(String name, String byDefault) {
        String text = properties.getProperty(prefix + name, "").strip();
        return text.isEmpty() ? byDefault : text;
    }

    /** {@return the parts of a comma-separated list, as {@link #split} makes them} */
    public List<String> list(String name, String byDefault) {
        return split(text(name, byDefault), ",");
    }

    /**
     * {@return a whole number}
     *
     * @param least the smallest allowed value
     * @throws BenchmarkFailure if the text is no whole number or less than that
     */
    public int whole(String name, String byDefault, int least) throws BenchmarkFailure {
        String text = text(name, byDefault);
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new BenchmarkFailure(
                "-D" + prefix + name + " must be a whole number of at least " + least + ", but is " + text + ".");
    }

    /**
     * {@return a number above 0}
     *
     * @throws BenchmarkFailure if the text is no number above 0
     */
    public double positive(String name, String byDefault) throws BenchmarkFailure {
        String text = text(name, byDefault);
        try {
            double value = Double.parseDouble(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new BenchmarkFailure("-D" + prefix + name + " must be a number above 0, but is " + text + ".");
    }

    /**
     * {@return whether a switch is on, given as {@code -Dname} or {@code -Dname=true}}
     *
     * @throws BenchmarkFailure if the text is neither true nor false
     */
    public boolean flag(String name) throws BenchmarkFailure {
        String text = text(name, properties.containsKey(prefix + name) ? "true" : "false");
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new BenchmarkFailure("-D" + prefix + name + " must be true or false, but is " + text + ".");
    }

    /** {@return the parts between the separators, without blanks around them and without empty parts} */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(separator, -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
