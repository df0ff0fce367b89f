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
 * What was asked for on the command line, as {@code -Dspeed.NAME=VALUE}.
 *
 * @param sections the names of the sections to run
 * @param sizes the sizes of work in the sections that have several
 * @param launches how many processes a median is taken over
 * @param seconds how long a process warms up, and then again how long it measures
 * @param core the processor to pin processes to, from 0
 * @param memory the largest heap of a process, as {@code -Xmx} has it
 * @param slow whether to run what takes many minutes instead of estimating it
 * @param smoke whether to run everything on next to no data, only to see that it runs
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
     * @param properties all that was given, others too
     * @param known the names of the sections there are
     * @param processors how many processors there are
     * @throws BenchmarkFailure if something was given that is not allowed
     */
    static SpeedSettings read(Properties properties, List<String> known, int processors) throws BenchmarkFailure {
        GivenProperties given = new GivenProperties(properties, "speed.", KNOWN);
        boolean smoke = given.flag("smoke");
        List<String> sections = given.list("sections", String.join(",", known));
        for (String section : sections) {
            if (!known.contains(section)) {
                throw new BenchmarkFailure(
                        "there is no section " + section + "; there are " + String.join(", ", known) + ".");
            }
        }
        return new SpeedSettings(
                sections,
                sizes(given.list("sizes", smoke ? "M" : "S,M,L,XL")),
                given.whole("launches", smoke ? "1" : "3", 1),
                given.positive("seconds", smoke ? "0.02" : "1"),
                // the first one has most of the interrupts
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
                throw new BenchmarkFailure("there is no size " + name + "; there are S, M, L, XL.");
            }
        }
        return sizes;
    }

    /** The shape of a size, tiny in a smoke run. */
    Shape shape(Size size) {
        return size.shape(smoke);
    }
}
