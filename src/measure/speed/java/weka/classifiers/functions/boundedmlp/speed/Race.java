package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;
import weka.classifiers.functions.boundedmlp.benchmark.Numbers;

/**
 * Runs contenders in turn, round after round, so that whatever slows the machine for a while slows all of them. A
 * contender may run several times in a round: ours runs after every peer.
 */
final class Race {

    /**
     * Something that is measured.
     *
     * @param name the name; launches under the same name are taken together
     * @param launch measures it once, in a separate process
     */
    record Contender(String name, Launch launch) {
        /** Creates a contender that does the same in every round. */
        Contender(String name, Callable<Readings> launch) {
            this(name, round -> launch.call());
        }
    }

    /** A measurement. */
    @FunctionalInterface
    interface Launch {
        /**
         * Measures once.
         *
         * @param round the number of the round, from 1
         */
        Readings in(int round) throws Exception;
    }

    private final Map<String, List<Readings>> results = new LinkedHashMap<>();

    /**
     * Runs all rounds.
     *
     * @param title the beginning of each line of progress
     * @param rounds the number of rounds
     * @param contenders the contenders of a round, in order
     * @param progress receives a line for each launch
     */
    Race(String title, int rounds, List<Contender> contenders, Consumer<String> progress) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                Readings readings = contender.launch().in(round);
                results.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(readings);
                progress.accept(title + ", round " + round + ", " + contender.name() + ": "
                        + Numbers.seconds(readings.seconds()) + " s");
            }
        }
    }

    /** A round in which one contender runs after each of the others, or alone if there are no others. */
    static List<Contender> alternate(List<Contender> others, Contender one) {
        List<Contender> round = new ArrayList<>();
        for (Contender other : others) {
            round.add(other);
            round.add(one);
        }
        return round.isEmpty() ? List.of(one) : round;
    }

    /** Whether a contender with this name ran. */
    boolean has(String name) {
        return results.containsKey(name);
    }

    /** The median of a reading over all launches of a contender; NaN if it did not run. */
    double median(String name, String reading) throws BenchmarkFailure {
        List<Double> values = new ArrayList<>();
        for (Readings readings : results.getOrDefault(name, List.of())) {
            values.add(readings.get(reading));
        }
        return Statistics.median(values);
    }

    /** The median of the seconds over all launches of a contender; NaN if it did not run. */
    double seconds(String name) throws BenchmarkFailure {
        return median(name, Readings.SECONDS);
    }

    /** How many times as long the first contender takes as the second. */
    double ratio(String slower, String faster) throws BenchmarkFailure {
        return seconds(slower) / seconds(faster);
    }
}
