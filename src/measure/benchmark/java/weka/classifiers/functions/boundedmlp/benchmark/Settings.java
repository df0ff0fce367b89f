package weka.classifiers.functions.boundedmlp.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the benchmark, given on the command line as {@code -Dbenchmark.NAME=VALUE}.
 *
 * @param data the folder of ARFF files
 * @param files the names of the files to use; empty for all
 * @param learners the names of learners and of sets of learners
 * @param extra further variants of the bounded network: their options by name
 * @param seeds the number of seeds of a learner that draws random numbers
 * @param folds the number of folds for every file; by default it depends on the file's rows
 * @param minutes the time limit of a learner on one file
 * @param limits bounds by name of the file; they replace those in the file
 * @param targets a CSV of {@code file,rmse} to show beside the results; null for none
 * @param processes the number of learners that run at the same time
 * @param memory the largest heap of a learner's process, in the notation of {@code -Xmx}
 */
record Settings(
        Path data,
        List<String> files,
        List<String> learners,
        Map<String, String> extra,
        int seeds,
        OptionalInt folds,
        double minutes,
        Map<String, Limits> limits,
        @Nullable Path targets,
        int processes,
        String memory) {

    private static final Set<String> KNOWN = new TreeSet<>(List.of(
            "data",
            "files",
            "learners",
            "extra",
            "seeds",
            "folds",
            "intervals",
            "minutes",
            "bounds",
            "targets",
            "processes",
            "memory"));

    /**
     * Reads the settings.
     *
     * @param properties the system properties; others than the benchmark's are ignored
     * @param defaultData the folder to use if none is given and this one exists
     * @throws BenchmarkFailure if a setting is unknown or its value is not allowed
     */
    static Settings read(Properties properties, Path defaultData) throws BenchmarkFailure {
        GivenProperties given = new GivenProperties(properties, "benchmark.", KNOWN);
        String folds = given.text("folds", "");
        String targets = given.text("targets", "");
        return new Settings(
                dataFolder(given.text("data", ""), defaultData),
                given.list("files", ""),
                given.list("learners", Learners.PEERS),
                extra(given.text("extra", "")),
                given.whole("seeds", "3", 1),
                folds.isEmpty() ? OptionalInt.empty() : OptionalInt.of(given.whole("folds", folds, 2)),
                given.positive("minutes", "60"),
                limits(given.text("bounds", "")),
                targets.isEmpty() ? null : existing(targets),
                given.whole("processes", "1", 1),
                given.text("memory", "2g"));
    }

    private static Path dataFolder(String given, Path byDefault) throws BenchmarkFailure {
        Path folder = given.isEmpty() ? byDefault : Path.of(given);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        throw new BenchmarkFailure(
                given.isEmpty()
                        ? "give the folder of your ARFF files as -Dbenchmark.data=DIR; the class is the last attribute."
                        : "there is no folder " + folder.toAbsolutePath() + ".");
    }

    private static Path existing(String file) throws BenchmarkFailure {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new BenchmarkFailure("there is no file " + path.toAbsolutePath() + " for -Dbenchmark.targets.");
        }
        return path;
    }

    /** Parses {@code name: options; name: options}. */
    private static Map<String, String> extra(String text) throws BenchmarkFailure {
        Map<String, String> variants = new LinkedHashMap<>();
        for (String variant : GivenProperties.split(text, ";")) {
            int colon = variant.indexOf(':');
            if (colon < 1) {
                throw new BenchmarkFailure("-Dbenchmark.extra must be \"name: options; name: options\", but " + variant
                        + " is without a name.");
            }
            variants.put(
                    variant.substring(0, colon).strip(),
                    variant.substring(colon + 1).strip());
        }
        return variants;
    }

    /** Parses {@code file:lower:upper,file:lower:upper}; a bound may be left empty. */
    private static Map<String, Limits> limits(String text) throws BenchmarkFailure {
        Map<String, Limits> limits = new LinkedHashMap<>();
        for (String entry : GivenProperties.split(text, ",")) {
            List<String> parts = List.of(entry.split(":", -1));
            try {
                limits.put(parts.get(0), new Limits(bound(parts.get(1), "-Infinity"), bound(parts.get(2), "Infinity")));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new BenchmarkFailure(
                        "-Dbenchmark.bounds must be file:lower:upper,file:lower:upper with each lower bound below its"
                                + " upper bound; a bound may be left empty; but it has " + entry + ".");
            }
        }
        return limits;
    }

    private static double bound(String text, String none) {
        return Double.parseDouble(text.isBlank() ? none : text);
    }
}
