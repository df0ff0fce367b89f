package weka.classifiers.functions.boundedmlp.nn.training;

import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;

/**
 * Receives the progress of a training, on the thread that trains. An exception of a listener leaves the method that
 * trained, and the training is then useless, as after any exception.
 */
public interface TrainingListener {

    /** Does nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * Called once before the first epoch.
     *
     * @param epochs the number of epochs of earlier calls that this training resumes from; 0 for a new training
     * @param epochLimit the number of epochs after which training ends at the latest, {@code epochs} included
     */
    default void started(int epochs, int epochLimit) {}

    /**
     * Called after each epoch.
     *
     * @param epoch the figures of the epoch, whose number is counted from 1, and from 1 again after a restart; if the
     *     held-out rows choose the bins, those of the number of bins that is best so far
     * @param epochLimit the number of the last epoch that there can be
     * @param workLeft the work that is left at most, in multiples of the work since {@link #started}
     */
    default void epochEnded(Epoch epoch, int epochLimit, double workLeft) {}

    /**
     * Called after each epoch in which the members are trained on all rows, behind the search.
     *
     * @param number the number of the epoch, counted from 1
     * @param epochs for how many epochs they are to be trained
     * @param workLeft the work that is left at most, in multiples of the work since {@link #started}
     */
    default void refitEpochEnded(int number, int epochs, double workLeft) {}

    /**
     * Called when training is repeated more gently because its result was dead.
     *
     * @param restart the number of the restart, counted from 1
     */
    default void restarted(int restart) {}

    /**
     * Called when the final network is finished.
     *
     * @param bins how many bins its inputs have
     * @param curve how the training with these bins went
     */
    default void ended(BinsChoice bins, LearningCurve curve) {}
}
