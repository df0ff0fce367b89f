package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.PrintStream;

/** A line for each finished run. */
final class Progress {
    private final PrintStream out;
    private final int total;
    private int finished;

    /**
     * Progress.
     *
     * @param total how many runs there are
     * @param finished how many of them need not be run
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
