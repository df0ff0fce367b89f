package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** What was given on the command line as {@code -DPREFIX.NAME=VALUE}; a name that nobody knows is refused. */
public final class GivenProperties {
    private final Properties properties;
    private final String prefix;

    /**
     * Reads what was given.
     *
     * @param properties all that was given, others too
     * @param prefix what the names begin with, its point included
     * @param known the names, without the prefix
     * @throws BenchmarkFailure if a name with the prefix is not known
     */
    public GivenProperties(Properties properties, String prefix, Set<String> known) throws BenchmarkFailure {
        this.properties = properties;
        this.prefix = prefix;
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix) && !known.contains(name.substring(prefix.length()))) {
                throw new BenchmarkFailure("there is no -D" + name + "; there are " + String.join(", ", known) + ".");
            }
        }
    }

    /** {@return the text that was given without blanks around it, or the usual one where there is none} */
    public String text(String name, String usual) {
        String text = properties.getProperty(prefix + name, "").strip();
        return text.isEmpty() ? usual : text;
    }

    /** {@return the parts that were given between commas} */
    public List<String> list(String name, String usual) {
        return split(text(name, usual), ",");
    }

    /**
     * {@return a whole number}
     *
     * @param least the smallest that is allowed
     */
    public int whole(String name, String usual, int least) throws BenchmarkFailure {
        String text = text(name, usual);
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BenchmarkFailure(
                "-D" + prefix + name + " must be a whole number of at least " + least + ", but is " + text + ".");
    }

    /** {@return a number above 0} */
    public double positive(String name, String usual) throws BenchmarkFailure {
        String text = text(name, usual);
        try {
            double value = Double.parseDouble(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BenchmarkFailure("-D" + prefix + name + " must be a number above 0, but is " + text + ".");
    }

    /** {@return whether a switch is on: given as {@code -Dname} or {@code -Dname=true}} */
    public boolean flag(String name) throws BenchmarkFailure {
        String text = text(name, properties.containsKey(prefix + name) ? "true" : "false");
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new BenchmarkFailure("-D" + prefix + name + " must be true or false, but is " + text + ".");
    }

    /** {@return the parts between the separators without blanks around them; empty ones are left out} */
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
