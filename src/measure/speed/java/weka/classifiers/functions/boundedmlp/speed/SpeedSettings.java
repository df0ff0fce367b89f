package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;
import weka.classifiers.functions.boundedmlp.benchmark.GivenProperties;

/**
 * The settings of the speed comparison, given on the command line as {@code -Dspeed.NAME=VALUE}.
 *
 * @param sections the names of the sections to run
 * @param sizes the sizes of work, for the sections that have several
 * @param launches the number of rounds in which every contender is launched; figures are medians of them
 * @param seconds the seconds of a process's warm-up, and again of its measurement
 * @param core the number of the processor to pin processes to, from 0
 * @param memory the largest heap of a process, in the notation of {@code -Xmx}
 * @param slow whether to run trainings that take many minutes instead of estimating them
 * @param smoke whether to run everything on very little data, only to see that it works
 */
record SpeedSettings(
        List<String> sections,
        List<Size> sizes,
        int launches,
        double seconds,
        int core,
        String memory,
        boolean slow,
        boolean smoke) {

    private static final Set<String> KNOWN =
            new TreeSet<>(List.of("sections", "sizes", "launches", "seconds", "core", "memory", "slow", "smoke"));

    /**
     * Reads the settings.
     *
     * @param properties the system properties; others than the comparison's are ignored
     * @param known the names of all sections
     * @param processors the number of processors
     * @throws BenchmarkFailure if a setting is unknown or its value is not allowed
     */
    static SpeedSettings read(Properties properties, List<String> known, int processors) throws BenchmarkFailure {
        GivenProperties given = new GivenProperties(properties, "speed.", KNOWN);
        boolean smoke = given.flag("smoke");
        List<String> sections = given.list("sections", String.join(",", known));
        for (String section : sections) {
            if (!known.contains(section)) {
                throw new BenchmarkFailure(
                        "there is no section " + section + "; the sections are " + String.join(", ", known) + ".");
            }
        }
        return new SpeedSettings(
                sections,
                sizes(given.list("sizes", smoke ? "M" : "S,M,L,XL")),
                given.whole("launches", smoke ? "1" : "3", 1),
                given.positive("seconds", smoke ? "0.02" : "1"),
                // the last processor: the first one serves most interrupts
                given.whole("core", Integer.toString(processors - 1), 0),
                given.text("memory", "2g"),
                given.flag("slow"),
                smoke);
    }

    private static List<Size> sizes(List<String> names) throws BenchmarkFailure {
        List<Size> sizes = new ArrayList<>();
        for (String name : names) {
            try {
                sizes.add(Size.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new BenchmarkFailure("there is no size " + name + "; the sizes are S, M, L, XL.");
            }
        }
        return sizes;
    }

    /** The shape of a size; a tiny one in a smoke run. */
    Shape shape(Size size) {
        return size.shape(smoke);
    }
}
