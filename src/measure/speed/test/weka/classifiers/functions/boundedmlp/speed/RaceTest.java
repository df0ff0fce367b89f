package weka.classifiers.functions.boundedmlp.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

class RaceTest {
    private final List<String> order = new ArrayList<>();

    @Test
    void oursComesAfterEveryPeerRoundAfterRound() throws Exception {
        Contender ours = contender("ours", 1, 2, 3, 4);
        new Race("test", 2, Race.alternate(List.of(contender("a", 1, 1), contender("b", 1, 1)), ours), line -> {});

        assertThat(order).containsExactly("a", "ours", "b", "ours", "a", "ours", "b", "ours");
    }

    @Test
    void withoutPeersOursRunsAlone() {
        Contender ours = contender("ours");

        assertThat(Race.alternate(List.of(), ours)).containsExactly(ours);
    }

    @Test
    void theMedianIsTakenOverAllLaunchesOfAName() throws Exception {
        Contender ours = contender("ours", 1, 100, 2, 3);
        Race race = new Race("test", 2, List.of(contender("peer", 9, 11), ours, ours), line -> {});

        assertThat(race.seconds("ours")).isEqualTo(2.5);
        assertThat(race.seconds("peer")).isEqualTo(10);
        assertThat(race.ratio("peer", "ours")).isEqualTo(4);
    }

    @Test
    void whatDidNotRunHasNoTime() throws Exception {
        Race race = new Race("test", 1, List.of(contender("ours", 1)), line -> {});

        assertThat(race.has("ours")).isTrue();
        assertThat(race.has("peer")).isFalse();
        assertThat(race.ratio("peer", "ours")).isNaN();
    }

    @Test
    void everyLaunchIsTold() throws Exception {
        List<String> lines = new ArrayList<>();
        new Race("training M", 1, List.of(contender("ours", 0.25)), lines::add);

        assertThat(lines).containsExactly("training M, round 1, ours: 0.25 s");
    }

    @Test
    void theFewestEpochsThatReachAnErrorCount() {
        TreeMap<Integer, Double> errors = new TreeMap<>(Map.of(5, 0.9, 10, 0.5, 20, 0.6, 40, 0.4));

        assertThat(SameAccuracySection.smallest(errors, 0.6)).hasValue(10);
        assertThat(SameAccuracySection.smallest(errors, 0.5)).hasValue(10);
        assertThat(SameAccuracySection.smallest(errors, 0.45)).hasValue(40);
        assertThat(SameAccuracySection.smallest(errors, 0.3)).isEmpty();
    }

    private Contender contender(String name, double... seconds) {
        Iterator<Double> times = java.util.Arrays.stream(seconds).iterator();
        return new Contender(name, () -> {
            order.add(name);
            return new Readings(Map.of(Readings.SECONDS, times.next()));
        });
    }
}
