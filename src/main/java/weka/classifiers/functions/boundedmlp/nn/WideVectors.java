package weka.classifiers.functions.boundedmlp.nn;

import java.util.concurrent.locks.LockSupport;

/**
 * Has HotSpot compile the kernel with its widest vectors.
 *
 * <p>HotSpot chooses their width by how many iterations of the loop it has counted on average until then: with at most 70 it
 * takes vectors of 4 values, with at most 150 of 8 (its option LoopPercentProfileLimit, in Java 17 as in 25). And it stays with
 * what it has compiled: after a small network, a large one would be trained at less than half the speed until Java ends. So
 * before the first training the kernel is shown long rows until it is compiled.
 */
final class WideVectors {

    private static final int LONG_ROW = 512;
    private static final int SHORT_ROW = 64;
    /** So many calls with long rows are counted before each look at whether the kernel has been compiled. */
    private static final int CALLS = 200;

    private static final int TIMED_CALLS = 10;
    private static final long PAUSE_NANOS = 500_000;
    /** The compiler may have much else to do, or not compile at all. */
    private static final long LONGEST_WAIT_NANOS = 200_000_000;
    /** Interpreted, the kernel takes more than a hundred times as long as compiled for good, and about 25 times as long as before. */
    private static final int COMPILED = 60;

    static {
        float[][] longRows = new float[6][LONG_ROW];
        float[][] shortRows = new float[6][SHORT_ROW];
        call(shortRows, 1); // sets the classes up
        long interpreted = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            interpreted = Math.min(interpreted, call(shortRows, TIMED_CALLS));
        }
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        do {
            call(longRows, CALLS);
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (call(shortRows, TIMED_CALLS) > interpreted / COMPILED && System.nanoTime() < end);
    }

    private WideVectors() {}

    /** Returns when the kernel has been compiled, or after a fifth of a second; at once from the second time on. */
    static void prepare() {
        // the work is done when the class is initialised, which happens once
    }

    private static long call(float[][] rows, int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            Kernels.addProducts(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], 0, 0, 0, 0, 0, 0, 0, 0);
        }
        return System.nanoTime() - start;
    }
}
