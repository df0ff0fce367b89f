package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;

/**
 * How a run ended.
 *
 * @param folds the results of all folds if the run is done, else none
 * @param message the reason if it is not done, else empty
 * @param minutes the time limit of an unfinished run, else 0
 */
record Outcome(Status status, List<FoldResult> folds, String message, double minutes) {

    /** Whether the run gave a result. */
    enum Status {
        /** It did. */
        DONE,
        /** The learner threw an exception, or its process died. */
        FAILED,
        /** The time limit ended it. */
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
                "not finished within the " + Numbers.shown(minutes) + " minutes that a learner may take per file",
                minutes);
    }

    /** The seconds of training and predicting, all folds together. */
    double seconds() {
        return folds.stream()
                .mapToDouble(fold -> fold.trainSeconds() + fold.predictSeconds())
                .sum();
    }
}
