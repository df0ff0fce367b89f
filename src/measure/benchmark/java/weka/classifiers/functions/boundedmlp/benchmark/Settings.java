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
 * What was asked for on the command line, as {@code -Dbenchmark.NAME=VALUE}.
 *
 * @param data the folder of ARFF files
 * @param files the names of those to take; empty for all
 * @param learners the names of learners and of sets of them
 * @param extra further variants of the bounded network, name and options
 * @param seeds how many seeds a learner that draws random numbers runs with
 * @param folds if given, for every file
 * @param minutes the longest that one learner may take for one file
 * @param limits bounds by the name of the file; they replace those in the file
 * @param targets a CSV of {@code file,rmse} to show beside the results
 * @param processes how many learners run at a time
 * @param memory the largest heap of a learner's process, as {@code -Xmx} has it
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
     * @param properties all that was given, others too
     * @param usualData the folder to take if it is there and none is given
     */
    static Settings read(Properties properties, Path usualData) throws BenchmarkFailure {
        GivenProperties given = new GivenProperties(properties, "benchmark.", KNOWN);
        String folds = given.text("folds", "");
        String targets = given.text("targets", "");
        return new Settings(
                dataFolder(given.text("data", ""), usualData),
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

    private static Path dataFolder(String given, Path usual) throws BenchmarkFailure {
        Path folder = given.isEmpty() ? usual : Path.of(given);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        throw new BenchmarkFailure(
                given.isEmpty()
                        ? "give the folder of your ARFF files, the class last in each, as -Dbenchmark.data=DIR."
                        : "there is no folder " + folder.toAbsolutePath() + ".");
    }

    private static Path existing(String file) throws BenchmarkFailure {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new BenchmarkFailure("there is no file " + path.toAbsolutePath() + " of targets.");
        }
        return path;
    }

    /** {@code name: options; name: options}. */
    private static Map<String, String> extra(String text) throws BenchmarkFailure {
        Map<String, String> variants = new LinkedHashMap<>();
        for (String variant : GivenProperties.split(text, ";")) {
            int colon = variant.indexOf(':');
            if (colon < 1) {
                throw new BenchmarkFailure("-Dbenchmark.extra is \"name: options; name: options\", but has " + variant
                        + " without a name.");
            }
            variants.put(
                    variant.substring(0, colon).strip(),
                    variant.substring(colon + 1).strip());
        }
        return variants;
    }

    /** {@code file:lower:upper,file:lower:upper}; a bound may be left empty. */
    private static Map<String, Limits> limits(String text) throws BenchmarkFailure {
        Map<String, Limits> limits = new LinkedHashMap<>();
        for (String entry : GivenProperties.split(text, ",")) {
            List<String> parts = List.of(entry.split(":", -1));
            try {
                limits.put(parts.get(0), new Limits(bound(parts.get(1), "-Infinity"), bound(parts.get(2), "Infinity")));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new BenchmarkFailure(
                        "-Dbenchmark.bounds is file:lower:upper,file:lower:upper with the lower bound"
                                + " below the upper, where a bound may be left empty, but has " + entry + ".");
            }
        }
        return limits;
    }

    private static double bound(String text, String none) {
        return Double.parseDouble(text.isBlank() ? none : text);
    }
}
