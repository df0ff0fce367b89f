package weka.classifiers.functions.boundedmlp.nn;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Has HotSpot compile the inner loops of training with its widest vectors.
 *
 * <p>HotSpot chooses their width by how many iterations of a loop it has counted on average until then: with at most 70 it takes
 * vectors of 4 values, with at most 150 of 8 (its option LoopPercentProfileLimit, in Java 17 as in 25). And it stays with what
 * it has compiled: after a small network, a large one would be trained at half the speed until Java ends. So before the first
 * training the loops are shown long rows until they are compiled.
 */
final class WideVectors {

    /** The loops that take most of the time; it is not worth it for the others. All values are 0 and stay so. */
    private static final List<Loop> LOOPS = List.of(
            r -> Kernels.addProducts(r[0], r[1], r[2], r[3], r[4], r[5], 0, 0, 0, 0, 0, 0, 0, 0),
            r -> Adam.update(r[0], r[1], r[2], r[3], 0, 0, 1));

    private static final int ROWS = 6;
    private static final int ROW_LENGTH = 512;
    /** So many calls have HotSpot compile a loop: it looks at its counts after 1,024 calls and after 8,192 iterations. */
    private static final int CALLS = 1500;

    private static final int TIMED_CALLS = 10;
    private static final int TIMED_ROUNDS = 3;
    private static final long PAUSE_NANOS = 1_000_000;
    /** The compiler may have much else to do, or not compile at all. */
    private static final long LONGEST_WAIT_NANOS = 300_000_000;
    /** Interpreted, a loop takes more than a hundred times as long as in vectors, and some 25 times as long as while counted. */
    private static final int COMPILED = 50;

    private static @Nullable Thread thread;

    private WideVectors() {}

    /** {@return the thread that shows the loops; it is started at the first call} */
    static synchronized Thread begin() {
        if (thread == null) {
            thread = new Thread(WideVectors::showAll, "boundedMLP vectors");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((failed, e) -> {}); // for want of memory; only speed is lost
            thread.start();
        }
        return thread;
    }

    /**
     * Returns when the loops have been compiled, or about 0.3 seconds after the beginning.
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static void await() throws InterruptedException {
        try {
            begin().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Interruption.check();
        }
    }

    private static void showAll() {
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        LOOPS.forEach(loop -> show(loop, end));
    }

    private static void show(Loop loop, long end) {
        float[][] rows = new float[ROWS][ROW_LENGTH];
        run(loop, rows, 1); // sets classes up
        long interpreted = Long.MAX_VALUE;
        for (int round = 0; round < TIMED_ROUNDS; round++) {
            interpreted = Math.min(interpreted, run(loop, rows, TIMED_CALLS));
        }
        run(loop, rows, CALLS);
        do {
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (run(loop, rows, TIMED_CALLS) > interpreted / COMPILED && System.nanoTime() < end);
    }

    /** Returns how many nanoseconds so many calls take. */
    private static long run(Loop loop, float[][] rows, int calls) {
        long start = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            loop.over(rows);
        }
        return System.nanoTime() - start;
    }

    /** One of the inner loops. */
    @FunctionalInterface
    private interface Loop {
        void over(float[][] rows);
    }
}
