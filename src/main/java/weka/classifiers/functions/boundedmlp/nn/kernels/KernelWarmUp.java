package weka.classifiers.functions.boundedmlp.nn.kernels;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Makes HotSpot compile the inner loops of training early, once each, and with its widest vectors, by running them on
 * rows of zeros before the first training.
 *
 * <p>HotSpot chooses the vector width by the average number of iterations that the loop had per run so far: vectors of
 * 4 values for up to 70, of 8 for up to 150 (its option LoopPercentProfileLimit, in Java 17 as in 25). It keeps what it
 * has compiled: after a small network, a large one would be trained at half the speed until Java ends. A method is
 * compiled well after about 600 counted calls, and 15,000 calls and iterations together. If 40,000 iterations come
 * first, HotSpot compiles the loop while it runs, and then the whole method again.
 *
 * <p>Therefore the loops run a few times over long rows, and the many calls are made with empty rows: the kernels then
 * return before their loop, so these calls do not count as runs of it.
 */
public final class KernelWarmUp {

    private static final int ROWS = 6;
    private static final float[][] EMPTY = new float[ROWS][0];
    private static final int LONG = 512;

    /** After this number of calls a method is compiled for the first time, with counters in it. */
    private static final int FIRST_CALLS = 300;
    /** HotSpot looks at the counters after each this number of calls. */
    private static final int COUNTED_CALLS = 1024;

    private static final int LONG_RUNS = 40;
    /** An interpreted run over a long row takes at least this long; a compiled one takes a fraction. */
    private static final long INTERPRETED_NANOS = 60_000;
    /** Counters slow a loop down by far more than this factor, because they prevent vectors. */
    private static final int COUNTING_SLOWNESS = 4;

    /**
     * The number of loops, from the first on, that training waits for: the others matter less and would delay small
     * trainings.
     */
    private static final int AWAITED = 2;

    private static final long PAUSE_NANOS = 1_000_000;
    /** The compiler may be busy, or may not compile at all. */
    private static final long LONGEST_WAIT_NANOS = 300_000_000;

    private static @Nullable Thread thread;

    private KernelWarmUp() {}

    /** {@return the thread that runs the loops; the first call starts it} */
    public static synchronized Thread begin() {
        if (thread == null) {
            thread = new Thread(KernelWarmUp::runAll, "boundedMLP vectors");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((failed, e) -> {}); // for want of memory; only speed is lost
            try {
                thread.start();
            } catch (OutOfMemoryError e) { // no more threads; only speed is lost
                return thread;
            }
        }
        return thread;
    }

    /**
     * Returns when the first two loops have been compiled, or about 0.3 seconds after the beginning; at once if the
     * thread is interrupted, whose interrupt flag stays set.
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

    /** The inner loops that take most of the time, the slowest first. */
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

    /** An inner loop that runs over rows of zeros, which stay zeros. */
    private abstract static class Loop {

        private final float[][] rows = new float[ROWS][LONG];
        private long nanosCounting = Long.MAX_VALUE;

        abstract void run(float[][] r, int times);

        private long nanos() {
            long start = System.nanoTime();
            run(rows, 1);
            return System.nanoTime() - start;
        }

        /** Runs over long rows as soon as the method has counters. */
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
