package weka.classifiers.functions.boundedmlp.speed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;

/**
 * What a process measured. It prints one line for each reading, {@code reading NAME VALUE}, among whatever else it prints.
 *
 * @param values the readings by their names
 */
public record Readings(Map<String, Double> values) {
    /** The seconds that count. */
    public static final String SECONDS = "seconds";

    private static final String MARK = "reading ";

    /**
     * Finds the readings in what a process printed.
     *
     * @throws BenchmarkFailure if a line that begins like a reading is none
     */
    static Readings parse(List<String> lines) throws BenchmarkFailure {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                String[] words = line.split(" ", -1);
                try {
                    values.put(words[1], Double.valueOf(words[2]));
                } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                    throw new BenchmarkFailure("\"" + line + "\" is not \"reading NAME VALUE\".");
                }
            }
        }
        return new Readings(values);
    }

    /** Prints a reading, in the process that measured it. */
    public static void print(String name, double value) {
        System.out.println(String.format(Locale.ROOT, "%s%s %.9g", MARK, name, value));
    }

    /** The value of a reading. */
    double get(String name) throws BenchmarkFailure {
        Double value = values.get(name);
        if (value == null) {
            throw new BenchmarkFailure("a process measured " + values.keySet() + ", but not " + name + ".");
        }
        return value;
    }

    /** The seconds that count. */
    double seconds() throws BenchmarkFailure {
        return get(SECONDS);
    }
}
