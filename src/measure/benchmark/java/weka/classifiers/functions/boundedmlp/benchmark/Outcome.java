package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;

/**
 * How a run ended.
 *
 * @param folds all folds if it is done, else none
 * @param message why there are none
 * @param minutes what it was allowed to take
 */
record Outcome(Status status, List<FoldResult> folds, String message, double minutes) {

    /** Whether there is a result, and why not. */
    enum Status {
        /** There is one. */
        DONE,
        /** The learner threw an exception, or its process died. */
        FAILED,
        /** It took longer than allowed. */
        UNFINISHED
    }

    static Outcome done(List<FoldResult> folds) {
        return new Outcome(Status.DONE, folds, "", 0);
    }

    static Outcome failed(String message) {
        return new Outcome(Status.FAILED, List.of(), message, 0);
    }

    static Outcome unfinished(double minutes) {
        return new Outcome(
                Status.UNFINISHED,
                List.of(),
                "not finished within the " + Numbers.shown(minutes) + " minutes that a learner has for a file",
                minutes);
    }

    /** All of its time, in seconds. */
    double seconds() {
        return folds.stream()
                .mapToDouble(fold -> fold.trainSeconds() + fold.predictSeconds())
                .sum();
    }
}
