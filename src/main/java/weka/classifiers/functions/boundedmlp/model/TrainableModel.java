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
 * A model, what it can be trained further from, and the training that is under way. A training that goes on changes neither
 * model nor state until it ends well; one that starts anew shows the model after the epochs so far, and leaves none if it fails.
 */
public final class TrainableModel implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable BoundedModel model;

    /** Of the model's training; null if it was not kept. */
    private @Nullable SavedState state;

    private transient @Nullable ModelTraining training;

    /** The thread that saw to the training last. */
    private transient @Nullable Thread trainer;

    /** Creates one without a model. */
    public TrainableModel() {}

    /** {@return the model; null if there is none} */
    public @Nullable BoundedModel model() {
        return model;
    }

    /** {@return whether there is a finished model that cannot be trained further} */
    public boolean isFrozen() {
        return model != null && state == null && training == null;
    }

    /** Forgets the model and its state. */
    public void clear() {
        model = null;
        state = null;
        training = null;
    }

    /**
     * Begins a training: from the state if there is one, else anew.
     *
     * @param data the training data, its class numeric, the same as before if training goes on; not modified
     * @param hyperparameters those to train with, of which a copy is taken
     * @param keepState whether there must be room to end it so that the model can be trained further
     * @param progress is told how it goes on
     * @throws IllegalArgumentException if training cannot go on with the hyperparameters or the data, the
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
     * @return false if there was none, because the maximum number of epochs or the patience has been reached or training
     *     diverged
     * @throws IllegalStateException if no training is under way
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set and the training is over
     */
    public boolean advance() throws InterruptedException {
        ModelTraining current = take();
        boolean advanced = current.network().next();
        Interruption.check(); // Weka looks next, and will not come back
        training = current;
        trainer = Thread.currentThread();
        return advanced;
    }

    /**
     * Lets the model of a training that started anew be seen after the epochs so far.
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
     * Ends the training that is under way, if there is one.
     *
     * @param keepState whether the model can be trained further; if not, the state is dropped even if no training is under way
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set and the training is over
     * @throws Exception if there is not enough memory for the state
     */
    public void end(boolean keepState) throws Exception {
        boolean leftBehind = state != null && ExplorerWorkarounds.leftBehind(trainer);
        if (training != null && !leftBehind) {
            ModelTraining current = take();
            BoundedModel fitted = current.finish();
            state = keepState ? current.state() : null;
            model = fitted;
        } else if (!keepState) {
            state = null;
        }
        training = null;
    }

    /** Takes the training away until it has advanced well, and the model with it that was only shown meanwhile. */
    private ModelTraining take() {
        ModelTraining current = training;
        if (current == null) {
            throw new IllegalStateException("No training is under way: initializeClassifier comes first.");
        }
        training = null;
        if (state == null) {
            model = null;
        }
        return current;
    }
}
