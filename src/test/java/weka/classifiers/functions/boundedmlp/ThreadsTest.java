package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;

/** Many threads may use a trained model, and trainings in several threads do not affect each other. */
class ThreadsTest {

    private static final int THREADS = 8;
    /** The number for each thread, which is enough for a small machine to switch threads in the middle of one. */
    private static final int PREDICTIONS = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"numeric", "mixed"})
    void eightThreadsPredictTheBitsOfOne(String kind) throws Exception {
        Instances data = data(kind, 80, 1);
        Instances rows = data(kind, 300, 2);
        BoundedMLPRegressor scheme = fit(data, "-H 64 -N 20");
        long[] expected = predictedBits(scheme, rows);
        String text = scheme.toString();
        String source = scheme.toSource("Name");
        byte[] saved = serialised(scheme);
        atOnce(thread -> {
            Random random = new Random(thread);
            int different = 0;
            for (int i = 0; i < PREDICTIONS; i++) {
                int row = random.nextInt(expected.length);
                long bits = Double.doubleToRawLongBits(scheme.classifyInstance(rows.instance(row)));
                different += bits == expected[row] ? 0 : 1;
            }
            assertThat(different).isZero();
            assertThat(scheme).hasToString(text);
            assertThat(scheme.toSource("Name")).isEqualTo(source);
            assertThat(serialised(scheme)).isEqualTo(saved);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"numeric", "mixed"})
    void trainingsSideBySideGiveTheBitsOfTrainingsAlone(String kind) throws Exception {
        Instances data = data(kind, 80, 3);
        List<long[]> alone = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            alone.add(predictedBits(fit(data, options(thread)), data));
        }
        atOnce(thread ->
                assertThat(predictedBits(fit(data, options(thread)), data)).containsExactly(alone.get(thread)));
    }

    private static Instances data(String kind, int rows, long seed) {
        return kind.equals("numeric") ? Schemes.numeric(rows, seed) : Schemes.mixed(rows, seed);
    }

    private static String options(int thread) {
        return "-H " + (8 + thread) + " -N 30 -S " + thread + (thread % 2 == 0 ? "" : " -optimizer sgd");
    }

    private interface Work {
        void in(int thread) throws Exception;
    }

    /** Does some work in all threads, which begin at the same time. */
    private static void atOnce(Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            tasks.add(() -> {
                start.await();
                work.in(number);
                return true;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Boolean> outcome : threads.invokeAll(tasks)) {
                assertThat(outcome.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
