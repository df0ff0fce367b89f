package weka.classifiers.functions.boundedmlp.nn;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the blocks of a batch's work with the thread that calls them. Which thread does which block makes no
 * difference to the outcome, and neither does {@link SharingTrial}, which tells whether sharing pays.
 *
 * <p>A block takes microseconds, less than it takes to wake a thread. So the helpers look for work in a loop, and rest only
 * when there has been none for long.
 */
final class Workers implements AutoCloseable {

    private static final Work NOTHING = new Work(0, 1, block -> {});

    /** The calling thread alone. */
    static final Workers NONE = new Workers(0, new SharingTrial());

    /** How often a helper looks for work before it rests: about as long as the longest batches take. */
    private static final int LOOKS = 50_000;

    private static final long REST_NANOS = 50_000;
    /** In so many portions each thread would take its share: enough that all end at about the same time. */
    private static final int PORTIONS = 8;

    private final Thread[] helpers;
    private final SharingTrial trial;
    private volatile Work current = NOTHING;
    private volatile boolean closed;

    private Workers(int helperCount, SharingTrial trial) {
        this.trial = trial;
        helpers = new Thread[helperCount];
        for (int i = 0; i < helperCount; i++) {
            helpers[i] = new Thread(this::help, "boundedMLP worker " + (i + 1));
            helpers[i].setDaemon(true);
        }
    }

    /**
     * {@return workers, to be closed after use}
     *
     * @param threads how many threads work in all, the calling one included
     * @param trial what is known about whether sharing pays
     */
    static Workers start(int threads, SharingTrial trial) {
        Workers workers = new Workers(threads - 1, trial);
        for (Thread helper : workers.helpers) {
            helper.start();
        }
        return workers;
    }

    /** Tells that the next batch begins. */
    void nextBatch() {
        if (helpers.length > 0) {
            trial.nextBatch(System.nanoTime());
        }
    }

    /**
     * Does the work of each block and returns when all is done; or early, if the calling thread is interrupted: then the
     * outcome is good for nothing, and the caller is to {@linkplain Interruption#check() check} that.
     *
     * @param blocks the number of blocks
     * @param task does the work of a block, from 0 to {@code blocks - 1}; blocks must not depend on each other
     * @throws IllegalStateException if the task threw something
     */
    void run(int blocks, IntConsumer task) {
        if (helpers.length > 0 && trial.sharing() && blocks > 1) {
            Work work = new Work(blocks, Math.max(1, blocks / (PORTIONS * (helpers.length + 1))), task);
            current = work;
            work.takePart();
            work.await();
        } else {
            Thread caller = Thread.currentThread();
            for (int block = 0; block < blocks && !caller.isInterrupted(); block++) {
                task.accept(block);
            }
        }
    }

    private void help() {
        Work last = NOTHING;
        int looks = 0;
        while (!closed) {
            Work work = current;
            if (work != last) {
                last = work;
                looks = 0;
                work.takePart();
            } else if (looks < LOOKS) {
                looks++;
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, REST_NANOS);
            }
        }
    }

    /** Ends the helpers. */
    @Override
    public void close() {
        closed = true;
    }

    /** Blocks that several threads do. A thread that comes late finds none left. */
    private static final class Work {

        private final int blocks;
        private final int portion;
        private final IntConsumer task;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger claimed = new AtomicInteger();
        private final AtomicInteger finished = new AtomicInteger();
        private volatile @Nullable Throwable failure;

        Work(int blocks, int portion, IntConsumer task) {
            this.blocks = blocks;
            this.portion = portion;
            this.task = task;
        }

        /** Does a portion after the other until none is left. */
        void takePart() {
            for (int first = claim(); first < blocks; first = claim()) {
                int end = Math.min(first + portion, blocks);
                try {
                    for (int block = first; block < end && !caller.isInterrupted(); block++) {
                        task.accept(block);
                    }
                } catch (RuntimeException | Error e) { // told by the thread that waits
                    failure = e;
                }
                finished.addAndGet(end - first);
            }
        }

        private int claim() {
            return claimed.getAndAdd(portion);
        }

        /** Returns when all blocks are done. */
        void await() {
            while (finished.get() < blocks) {
                Thread.onSpinWait();
            }
            Throwable thrown = failure;
            if (thrown != null) {
                throw new IllegalStateException("A worker failed.", thrown);
            }
        }
    }
}
