package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Executes a plan: runs whatever has no result yet, and stores each result at once. */
final class Benchmark {
    private final ResultStore store;
    private final Workers workers;
    private final Progress progress;
    private final double minutes;

    /**
     * Creates a benchmark.
     *
     * @param minutes the time limit of a learner on one file, for all seeds together
     */
    Benchmark(ResultStore store, Workers workers, Progress progress, double minutes) {
        this.store = store;
        this.workers = workers;
        this.progress = progress;
        this.minutes = minutes;
    }

    /** Whether the run need not be repeated: it ended, or its time limit then was no shorter than this one. */
    static boolean settled(Outcome outcome, double minutes) {
        return outcome.status() != Outcome.Status.UNFINISHED || outcome.minutes() >= minutes;
    }

    /**
     * Runs the plan.
     *
     * @param processes the number of learners that run at the same time
     * @param afterEach called each time that all seeds of a learner on a file have a result and at least one is new
     */
    void carryOut(Plan plan, int processes, Runnable afterEach) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(processes);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (List<Run> seeds : plan.runs()) {
                futures.add(executor.submit(() -> {
                    if (carryOut(seeds)) {
                        afterEach.run();
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            executor.shutdownNow();
        }
    }

    /** Runs the seeds of a learner on a file; returns whether any of them had to be run. */
    private boolean carryOut(List<Run> seeds) throws IOException, InterruptedException {
        boolean news = false;
        double left = 60 * minutes;
        for (Run run : seeds) {
            Outcome outcome = store.find(run.key());
            if (outcome == null || !settled(outcome, minutes)) {
                outcome = left > 0 ? workers.run(run, left, minutes) : Outcome.unfinished(minutes);
                store.add(run.key(), outcome);
                progress.finished(run.key(), outcome);
                news = true;
            }
            left = outcome.status() == Outcome.Status.UNFINISHED ? 0 : left - outcome.seconds();
        }
        return news;
    }
}
