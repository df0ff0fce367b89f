package weka.classifiers.functions.boundedmlp.nn.kernels;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Has HotSpot compile the inner loops of training soon, once each, and with its widest vectors, by running them before the first
 * training on rows of zeros.
 *
 * <p>HotSpot chooses the width of vectors by how many turns a run of the loop took on average until then: up to 70 it takes vectors
 * of 4 values, up to 150 of 8 (its option LoopPercentProfileLimit, in Java 17 as in 25). And it stays with what it has
 * compiled: after a small network, a large one would be trained at half the speed until Java ends. A method is compiled well
 * after some 600 calls that have been counted, and 15,000 calls and turns together; but if 40,000 turns come first, its loop
 * is compiled for those who are in the middle of it, and then all again.
 *
 * <p>So the loops are run a few times over long rows. The many calls are made with empty rows: the kernels return before their
 * loop, so that these do not count as runs of it.
 */
public final class KernelWarmUp {

    private static final int ROWS = 6;
    private static final float[][] EMPTY = new float[ROWS][0];
    private static final int LONG = 512;

    /** So many calls have a method compiled for the first time, with counters in it. */
    private static final int FIRST_CALLS = 300;
    /** HotSpot looks at the counters each time after so many calls. */
    private static final int COUNTED_CALLS = 1024;

    private static final int LONG_RUNS = 40;
    /** An interpreted run over a long row takes at least so long, one that is compiled a fraction. */
    private static final long INTERPRETED_NANOS = 60_000;
    /** Counters slow a loop down, and keep it from vectors, by far more than this. */
    private static final int COUNTING_SLOWNESS = 4;

    /** How many of the loops, from the first on, are awaited: the others matter less, and would keep small trainings waiting. */
    private static final int AWAITED = 2;

    private static final long PAUSE_NANOS = 1_000_000;
    /** The compiler may have much else to do, or not compile at all. */
    private static final long LONGEST_WAIT_NANOS = 300_000_000;

    private static @Nullable Thread thread;

    private KernelWarmUp() {}

    /** {@return the thread that runs the loops; it is started at the first call} */
    public static synchronized Thread begin() {
        if (thread == null) {
            thread = new Thread(KernelWarmUp::runAll, "boundedMLP vectors");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((failed, e) -> {}); // for want of memory; only speed is lost
            thread.start();
        }
        return thread;
    }

    /**
     * Returns when the first two loops have been compiled, or about 0.3 seconds after the beginning; at once if the thread is
     * interrupted, whose interrupt flag stays set.
     */
    public static void await() {
        try {
            begin().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runAll() {
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        Loop[] loops = loops();
        for (Loop loop : loops) {
            loop.run(EMPTY, FIRST_CALLS);
        }
        for (Loop loop : loops) {
            loop.count(end);
        }
        int compiled = 0;
        while (compiled < AWAITED && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
            for (Loop loop : loops) {
                loop.run(EMPTY, COUNTED_CALLS);
            }
            while (compiled < AWAITED && loops[compiled].isCompiled()) {
                compiled++;
            }
        }
    }

    /** The inner loops that take most of the time, the longest first. */
    private static Loop[] loops() {
        return new Loop[] {
            new Loop() {
                @Override
                void run(float[][] r, int times) {
                    for (int i = 0; i < times; i++) {
                        Kernels.addProducts(r[0], r[1], r[2], r[3], r[4], r[5], 0, 0, 0, 0, 0, 0, 0, 0);
                    }
                }
            },
            new Loop() {
                @Override
                void run(float[][] r, int times) {
                    for (int i = 0; i < times; i++) {
                        AdamKernel.update(r[0], r[1], r[2], r[3], 0, 0, 1);
                    }
                }
            },
            new Loop() {
                @Override
                void run(float[][] r, int times) {
                    for (int i = 0; i < times; i++) {
                        Kernels.rectify(r[0], r[1], r[2], r[3]);
                    }
                }
            },
            new Loop() {
                @Override
                void run(float[][] r, int times) {
                    for (int i = 0; i < times; i++) {
                        Kernels.backwardHidden(r[0], r[1], r[2], r[3], 0, 0);
                    }
                }
            },
            new Loop() {
                @Override
                void run(float[][] r, int times) {
                    for (int i = 0; i < times; i++) {
                        Kernels.finishGradient(r[0], r[1], 0, r[2], r[3]);
                    }
                }
            },
            new Loop() {
                private final float[] sums = new float[4];

                @Override
                void run(float[][] r, int times) {
                    for (int i = 0; i < times; i++) {
                        Kernels.outputs(r[0], r[1], r[2], r[3], r[4], 0, sums, 0);
                    }
                }
            }
        };
    }

    /** An inner loop, run over rows of zeros, which stay so. */
    private abstract static class Loop {

        private final float[][] rows = new float[ROWS][LONG];
        private long nanosCounting = Long.MAX_VALUE;

        abstract void run(float[][] r, int times);

        private long nanos() {
            long start = System.nanoTime();
            run(rows, 1);
            return System.nanoTime() - start;
        }

        /** Runs over long rows, once there are counters in the method. */
        void count(long end) {
            while (nanos() > INTERPRETED_NANOS && System.nanoTime() < end) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            for (int i = 0; i < LONG_RUNS; i++) {
                nanosCounting = Math.min(nanosCounting, nanos());
            }
        }

        boolean isCompiled() {
            return nanos() < nanosCounting / COUNTING_SLOWNESS;
        }
    }
}
