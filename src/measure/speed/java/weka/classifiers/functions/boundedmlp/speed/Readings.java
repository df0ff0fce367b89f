package weka.classifiers.functions.boundedmlp.speed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;

/**
 * The measurements of a process. The process prints each as a line {@code reading NAME VALUE}, among any other lines.
 *
 * @param values the values by name
 */
public record Readings(Map<String, Double> values) {
    /** The name of the reading that is compared. */
    public static final String SECONDS = "seconds";

    private static final String MARK = "reading ";

    /**
     * Finds the readings in the output of a process.
     *
     * @throws BenchmarkFailure if a line begins like a reading but is not one
     */
    static Readings parse(List<String> lines) throws BenchmarkFailure {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                String[] words = line.split(" ", -1);
                try {
                    values.put(words[1], Double.valueOf(words[2]));
                } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                    throw new BenchmarkFailure("\"" + line + "\" must be \"reading NAME VALUE\".");
                }
            }
        }
        return new Readings(values);
    }

    /** Prints a reading; called in the measuring process. */
    public static void print(String name, double value) {
        System.out.println(String.format(Locale.ROOT, "%s%s %.9g", MARK, name, value));
    }

    /** The value of a reading, which must exist. */
    double get(String name) throws BenchmarkFailure {
        Double value = values.get(name);
        if (value == null) {
            throw new BenchmarkFailure("a process measured " + values.keySet() + ", but not " + name + ".");
        }
        return value;
    }

    /** The value of {@link #SECONDS}. */
    double seconds() throws BenchmarkFailure {
        return get(SECONDS);
    }
}
