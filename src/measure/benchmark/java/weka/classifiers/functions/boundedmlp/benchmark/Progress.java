package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.PrintStream;

/** Prints a line for each finished run. */
final class Progress {
    private final PrintStream out;
    private final int total;
    private int finished;

    /**
     * Creates the progress of a benchmark.
     *
     * @param total the number of all runs
     * @param finished the number of runs that already have a result
     */
    Progress(PrintStream out, int total, int finished) {
        this.out = out;
        this.total = total;
        this.finished = finished;
    }

    synchronized void finished(RunKey key, Outcome outcome) {
        finished++;
        String result =
                switch (outcome.status()) {
                    case DONE ->
                        "RMSE " + Numbers.shown(Score.pooledRmse(outcome.folds())) + ", "
                                + Numbers.cents(outcome.seconds()) + " s";
                    case FAILED -> "failed: " + outcome.message();
                    case UNFINISHED -> outcome.message();
                };
        out.printf("[%d/%d] %s: %s%n", finished, total, key, result);
        out.flush();
    }
}
