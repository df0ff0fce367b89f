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
 * Runs contenders in turn, round after round, so that what slows the machine for a while slows all of them. A contender may
 * stand in a round several times: ours comes after every peer.
 */
final class Race {

    /**
     * One that is measured.
     *
     * @param name the name, the same for all that are the same
     * @param launch measures it once, in a process of its own
     */
    record Contender(String name, Launch launch) {
        /** One that is the same in every round. */
        Contender(String name, Callable<Readings> launch) {
            this(name, round -> launch.call());
        }
    }

    /** A launch in a round. */
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
     * @param title what to say before the names
     * @param rounds how many
     * @param contenders a round, in order
     * @param progress gets a line for each launch
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

    /** A round in which one runs after each of the others; alone if there are no others. */
    static List<Contender> alternate(List<Contender> others, Contender one) {
        List<Contender> round = new ArrayList<>();
        for (Contender other : others) {
            round.add(other);
            round.add(one);
        }
        return round.isEmpty() ? List.of(one) : round;
    }

    /** Whether a contender of this name ran. */
    boolean has(String name) {
        return results.containsKey(name);
    }

    /** The median of a reading over all launches of a contender. */
    double median(String name, String reading) throws BenchmarkFailure {
        List<Double> values = new ArrayList<>();
        for (Readings readings : results.getOrDefault(name, List.of())) {
            values.add(readings.get(reading));
        }
        return Statistics.median(values);
    }

    /** The median of the seconds over all launches of a contender. */
    double seconds(String name) throws BenchmarkFailure {
        return median(name, Readings.SECONDS);
    }

    /** How many times as fast as another one a contender is. */
    double ratio(String slower, String faster) throws BenchmarkFailure {
        return seconds(slower) / seconds(faster);
    }
}
