package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** Training, saving and loading many times leaks neither memory nor threads. */
class SoakTest {

    private static final int ROUNDS = 200;
    /** How often the heap is measured in each quarter of the rounds. */
    private static final int LOOKS = 5;
    /** In bytes: far less than one model per round would take. */
    private static final long TOLERANCE = 500_000;

    @Test
    void theHeapStaysFlatAndNoThreadIsLeft() throws Exception {
        int rounds = Effort.of(ROUNDS);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        List<Long> heap = new ArrayList<>();
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        for (int round = 0; round < rounds; round++) {
            useOnce(scheme, round);
            if ((round + 1) % (rounds / (4 * LOOKS)) == 0) {
                heap.add(usedHeap());
            }
        }
        assertThat(heap).hasSizeGreaterThanOrEqualTo(4 * LOOKS);
        long second = median(heap.subList(LOOKS, 2 * LOOKS));
        long last = median(heap.subList(heap.size() - LOOKS, heap.size()));
        assertThat(last).as("bytes in use, %s", heap).isLessThan(second + TOLERANCE);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .isSubsetOf(threads);
    }

    private static void useOnce(BoundedMLPRegressor scheme, int round) throws Exception {
        Instances data = Schemes.mixed(50, round);
        scheme.setOptions(new String[] {"-H", "512", "-members", "2", "-N", "5", "-S", "" + round});
        scheme.buildClassifier(data);
        Classifier loaded = (Classifier) SerializationHelper.read(new ByteArrayInputStream(serialised(scheme)));
        assertThat(predictedBits(loaded, data)).containsExactly(predictedBits(scheme, data));
        assertThat(loaded).hasToString(scheme.toString());
        assertThat(scheme.toSource("Name")).isNotEmpty();
    }

    /** The smallest of several measurements, each after a garbage collection, because other threads also allocate. */
    private static long usedHeap() {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            smallest = Math.min(
                    smallest,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return smallest;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
