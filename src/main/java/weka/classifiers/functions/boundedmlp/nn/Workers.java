package weka.classifiers.functions.boundedmlp.nn;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

    /** The calling thread alone. */
    static final Workers NONE = new Workers(0, new SharingTrial());

    /** How often a helper looks for work before it rests: about as long as the longest batches take. */
    private static final int LOOKS = 50_000;

    private static final long REST_NANOS = 50_000;
    /** In so many portions each thread would take its share: enough that all end at about the same time. */
    private static final int PORTIONS = 8;

    private final Thread[] helpers;
    private final SharingTrial trial;
    /** The round above, the next block below: so a helper that comes late cannot claim blocks of another round. */
    private final AtomicLong claims = new AtomicLong();

    private final AtomicInteger finished = new AtomicInteger();
    private volatile int round;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private int blockCount;
    private int portion;
    private IntConsumer work = block -> {};

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
        if (threads == 1) {
            return NONE;
        }
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
     * Does the work of each block and returns when all is done.
     *
     * @param blocks the number of blocks
     * @param task does the work of a block, from 0 to {@code blocks - 1}; blocks must not depend on each other
     */
    void run(int blocks, IntConsumer task) {
        if (helpers.length > 0 && trial.sharing() && blocks > 1) {
            share(blocks, task);
        } else {
            for (int block = 0; block < blocks; block++) {
                task.accept(block);
            }
        }
    }

    private void share(int blocks, IntConsumer task) {
        work = task;
        blockCount = blocks;
        portion = Math.max(1, blocks / (PORTIONS * (helpers.length + 1)));
        finished.set(0);
        int next = round + 1;
        claims.set((long) next << Integer.SIZE);
        round = next;
        claimBlocks(next);
        while (finished.get() < blocks) {
            Thread.onSpinWait();
        }
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("A worker failed.", thrown);
        }
    }

    private void help() {
        int seen = 0;
        int looks = 0;
        while (!closed) {
            int current = round;
            if (current != seen) {
                seen = current;
                looks = 0;
                claimBlocks(current);
            } else if (looks < LOOKS) {
                looks++;
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, REST_NANOS);
            }
        }
    }

    /** Does blocks of a round until none is left. What belongs to the round is read safely once a claim to it is won. */
    private void claimBlocks(int current) {
        while (true) {
            long claim = claims.get();
            int first = (int) claim;
            if ((int) (claim >>> Integer.SIZE) != current || first >= blockCount) {
                return;
            }
            if (claims.compareAndSet(claim, claim + portion)) {
                int end = Math.min(first + portion, blockCount);
                try {
                    for (int block = first; block < end; block++) {
                        work.accept(block);
                    }
                } catch (RuntimeException | Error e) { // told by the thread that waits for it
                    failure = e;
                }
                finished.addAndGet(end - first);
            }
        }
    }

    /** Ends the helpers. */
    @Override
    public void close() {
        closed = true;
    }
}
