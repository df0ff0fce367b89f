package weka.classifiers.functions.boundedmlp.model;

import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.explorer.ExplorerWorkarounds;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.classifiers.functions.boundedmlp.progress.TrainingProgress;
import weka.classifiers.functions.boundedmlp.saved.SavedState;
import weka.core.Instances;

/**
 * A model, the state from which its training can be resumed, and the training in progress. A resumed training changes
 * neither model nor state until it ends successfully. A new training shows the model after the epochs so far, and
 * leaves no model if it fails.
 */
public final class TrainableModel implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable BoundedModel model;

    /** The state of the model's training; null if it was not kept. */
    private @Nullable SavedState state;

    private transient @Nullable ModelTraining training;

    /** The thread that last worked on the training. */
    private transient @Nullable Thread trainer;

    /** Creates a trainable model that has no model yet. */
    public TrainableModel() {}

    /** {@return the model; null if there is none} */
    public @Nullable BoundedModel model() {
        return model;
    }

    /** {@return whether there is a finished model that cannot be trained further} */
    public boolean isFrozen() {
        return model != null && state == null && training == null;
    }

    /** Discards the model, its state and the training in progress. */
    public void clear() {
        model = null;
        state = null;
        training = null;
        trainer = null;
    }

    /**
     * Starts a training: resumes it from the state if there is one, otherwise starts a new one.
     *
     * @param data the training data with a numeric class, the same as before if training is resumed; not modified
     * @param hyperparameters the hyperparameters of the training; a copy is taken
     * @param keepState whether memory must suffice to keep the state at the end, so that the model can be trained
     *     further
     * @param progress is notified of the progress
     * @throws IllegalArgumentException if training cannot be resumed with the hyperparameters or the data, the
     *     hyperparameters do not fit together or the data cannot be trained on
     * @throws IOException if the state cannot be read
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public void begin(Instances data, Hyperparameters hyperparameters, boolean keepState, TrainingProgress progress)
            throws IOException, InterruptedException {
        training = null;
        if (model != null && state != null) {
            training = ModelTraining.resume(data, hyperparameters, model, state, keepState, progress);
        } else {
            clear();
            training = ModelTraining.start(data, hyperparameters, keepState, progress);
        }
        trainer = Thread.currentThread();
    }

    /**
     * Trains for one epoch.
     *
     * @return false if no epoch was trained, because the maximum number of epochs or the patience has been reached or
     *     training diverged
     * @throws IllegalStateException if no training is in progress
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set and the training is over
     */
    public boolean advance() throws InterruptedException {
        ModelTraining current = take();
        boolean advanced = current.network().next();
        Interruption.check(); // Weka checks the flag next and does not call this training again
        training = current;
        trainer = Thread.currentThread();
        return advanced;
    }

    /**
     * If the training is a new one, makes its model after the epochs so far visible.
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set and the training is over
     */
    public void showModelSoFar() throws InterruptedException {
        if (state == null) {
            ModelTraining current = take();
            model = current.current();
            training = current;
        }
    }

    /**
     * Ends the training in progress, if there is one.
     *
     * @param keepState whether the model can be trained further; if not, the state is dropped even if no training is in
     *     progress
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set and the training is over
     * @throws IllegalArgumentException if the state is too large to be kept; the model is kept
     * @throws IOException if the state cannot be serialised
     */
    public void end(boolean keepState) throws IOException, InterruptedException {
        boolean leftBehind = state != null && ExplorerWorkarounds.leftBehind(trainer);
        if (training != null && !leftBehind) {
            ModelTraining current = take();
            BoundedModel fitted = current.finish();
            try {
                state = keepState ? current.state() : null;
            } catch (IllegalArgumentException e) { // too large; the model of long training is kept all the same
                state = null;
                model = fitted;
                throw e;
            }
            model = fitted;
        } else if (!keepState) {
            state = null;
        }
        training = null;
        trainer = null;
    }

    /**
     * Takes the training out of this object until it has advanced successfully, together with the model that was only
     * shown during the training.
     */
    private ModelTraining take() {
        ModelTraining current = training;
        if (current == null) {
            throw new IllegalStateException("No training is in progress: call initializeClassifier first.");
        }
        training = null;
        if (state == null) {
            model = null;
        }
        return current;
    }
}
