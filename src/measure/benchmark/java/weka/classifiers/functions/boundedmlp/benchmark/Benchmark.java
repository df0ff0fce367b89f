package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries out a plan: what has no result yet is run, each result is kept at once. */
final class Benchmark {
    private final ResultStore store;
    private final Workers workers;
    private final Progress progress;
    private final double minutes;

    /**
     * A benchmark.
     *
     * @param minutes the longest that a learner may take for one file, all seeds together
     */
    Benchmark(ResultStore store, Workers workers, Progress progress, double minutes) {
        this.store = store;
        this.workers = workers;
        this.progress = progress;
        this.minutes = minutes;
    }

    /** Whether nothing would change if it were run again: it is not one that would now get more time than it had. */
    static boolean settled(Outcome outcome, double minutes) {
        return outcome.status() != Outcome.Status.UNFINISHED || outcome.minutes() >= minutes;
    }

    /**
     * Runs everything.
     *
     * @param processes how many learners run at a time
     * @param afterEach called when all seeds of a learner on a file have a result
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

    /** Whether there was anything to do. */
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
