package weka.classifiers.functions.boundedmlp.nn.training;

import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;

/**
 * Is told how a training goes on, by the thread that trains. What a listener throws comes out of the method that trained, and
 * leaves the training useless, as any exception does.
 */
public interface TrainingListener {

    /** Does nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * Called once before the first epoch.
     *
     * @param epochs how many epochs were trained before, in calls that this one goes on from; 0 for a new training
     * @param epochLimit the number of epochs after which training ends at the latest, {@code epochs} included
     */
    default void started(int epochs, int epochLimit) {}

    /**
     * Called after each epoch.
     *
     * @param number the number of the epoch, counted from 1; from 1 again after a restart
     * @param epochLimit the number of the last epoch that there can be
     * @param refitEpochs for how many epochs the final network has been trained on all rows so far, at most {@code number};
     *     0 if no rows were held out, where each epoch trains on all rows
     * @param figures the figures of the epoch
     */
    default void epochEnded(int number, int epochLimit, int refitEpochs, Epoch figures) {}

    /**
     * Called when all is done anew with gentler hyperparameters because the outcome was dead.
     *
     * @param restart the number of the restart, counted from 1
     */
    default void restarted(int restart) {}

    /**
     * Called when the final network is there.
     *
     * @param curve how the training went
     */
    default void ended(LearningCurve curve) {}
}
