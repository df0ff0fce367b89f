package weka.classifiers.functions.boundedmlp.nn.backprop;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * Threads that share the tasks of a mini-batch with the calling thread. Neither the assignment of tasks to threads nor
 * {@link SharingTrial}, which decides whether sharing pays, changes the result. As long as no thread falls behind, each
 * always does the same tasks, so that their data stays in its processor's cache.
 *
 * <p>A task takes microseconds, which is less than waking a thread takes. So the helper threads look for work in a
 * loop, and rest only after a long time without any. A helper that cannot be started, because the system has no more
 * threads, is not missed: the others do its tasks.
 */
public final class Workers implements AutoCloseable {

    /** The number of times that a helper looks for work before it rests: about as long as the longest batches take. */
    private static final int LOOKS = 50_000;

    private static final long REST_NANOS = 50_000;

    /** No helpers: the calling thread does everything. */
    public static final Workers NONE = new Workers(null, 0, new SharingTrial(), Thread::new);

    private final @Nullable Thread caller;
    private final Thread[] helpers;
    private final SharingTrial trial;
    private volatile @Nullable Work current;
    private volatile boolean closed;

    private Workers(@Nullable Thread caller, int helperCount, SharingTrial trial, ThreadFactory threads) {
        this.caller = caller;
        this.trial = trial;
        helpers = new Thread[helperCount];
        for (int i = 0; i < helperCount; i++) {
            int number = i + 1;
            helpers[i] = threads.newThread(() -> help(number));
            helpers[i].setName("boundedMLP worker " + number);
            helpers[i].setDaemon(true);
        }
    }

    /**
     * {@return workers for the current thread, to be closed after use}
     *
     * @param threads the total number of threads, including the calling one
     * @param trial decides whether sharing pays
     */
    public static Workers start(int threads, SharingTrial trial) {
        return start(threads, trial, Thread::new);
    }

    static Workers start(int threads, SharingTrial trial, ThreadFactory factory) {
        Workers workers = new Workers(Thread.currentThread(), threads - 1, trial, factory);
        try {
            for (Thread helper : workers.helpers) {
                helper.start();
            }
        } catch (OutOfMemoryError e) { // no more threads; those that run suffice
            return workers;
        }
        return workers;
    }

    /** Begins the next batch. */
    public void nextBatch() {
        if (helpers.length > 0) {
            trial.nextBatch(System.nanoTime());
        }
    }

    /**
     * Runs all tasks and returns when they are done. Returns early if the calling thread is interrupted; the result is
     * then useless, and the caller must {@linkplain Interruption#check() check} for that.
     *
     * @param tasks the number of tasks
     * @param task runs the task with a number from 0 to {@code tasks - 1}; tasks must not depend on each other
     * @throws IllegalStateException if a task threw something
     */
    public void run(int tasks, IntConsumer task) {
        if (helpers.length > 0 && trial.sharing() && tasks > 1) {
            Work work = new Work(tasks, task);
            current = work;
            work.takePart(0);
            work.await();
        } else {
            for (int i = 0; i < tasks && !interrupted(); i++) {
                task.accept(i);
            }
        }
    }

    /**
     * {@return whether the calling thread was interrupted; long tasks should ask this now and then, on whichever thread
     * they run}
     */
    public boolean interrupted() {
        return (caller == null ? Thread.currentThread() : caller).isInterrupted();
    }

    private void help(int thread) {
        @Nullable Work last = null;
        int looks = 0;
        while (!closed) {
            Work work = current;
            if (work != null && work != last) {
                last = work;
                looks = 0;
                work.takePart(thread);
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

    /** Tasks that several threads share. A thread that comes late finds none left. */
    private final class Work {

        private final int tasks;
        private final IntConsumer task;
        /** For each task, 1 as soon as a thread has taken it. */
        private final AtomicIntegerArray taken;

        private final AtomicInteger finished = new AtomicInteger();
        private volatile @Nullable Throwable failure;

        Work(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
            taken = new AtomicIntegerArray(tasks);
        }

        /** Runs the thread's own tasks, then those that other threads have not taken yet. */
        void takePart(int thread) {
            for (int i = thread; i < tasks; i += helpers.length + 1) {
                take(i);
            }
            for (int i = 0; i < tasks; i++) {
                take(i);
            }
        }

        private void take(int i) {
            if (taken.get(i) == 0 && taken.compareAndSet(i, 0, 1)) {
                try {
                    if (!interrupted()) {
                        task.accept(i);
                    }
                } catch (RuntimeException | Error e) { // told by the thread that waits
                    failure = e;
                }
                finished.incrementAndGet();
            }
        }

        /** Returns when all tasks are done. */
        void await() {
            while (finished.get() < tasks) {
                Thread.onSpinWait();
            }
            Throwable thrown = failure;
            if (thrown != null) {
                throw new IllegalStateException("A worker failed.", thrown);
            }
        }
    }
}
