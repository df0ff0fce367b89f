package weka.classifiers.functions.boundedmlp.model;

import java.io.IOException;
import weka.classifiers.functions.boundedmlp.data.EncodedData;
import weka.classifiers.functions.boundedmlp.data.Encoder;
import weka.classifiers.functions.boundedmlp.data.NumericScales;
import weka.classifiers.functions.boundedmlp.data.UsableRows;
import weka.classifiers.functions.boundedmlp.nn.FittedNetwork;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.training.LearningTask;
import weka.classifiers.functions.boundedmlp.nn.training.NetworkTraining;
import weka.classifiers.functions.boundedmlp.nn.training.OtherDataException;
import weka.classifiers.functions.boundedmlp.progress.TrainingProgress;
import weka.classifiers.functions.boundedmlp.saved.SavedState;
import weka.core.Instances;

/**
 * The training of a {@link BoundedModel}, epoch by epoch, which can go on from a saved state. After an exception it is useless;
 * the state that it went on from is not.
 */
public final class ModelTraining {

    private final Hyperparameters hyperparameters;
    private final EncodedData data;
    private final NetworkTraining training;

    private ModelTraining(Hyperparameters hyperparameters, EncodedData data, NetworkTraining training) {
        this.hyperparameters = hyperparameters;
        this.data = data;
        this.training = training;
    }

    /**
     * Begins a training, before its first epoch.
     *
     * @param data the training data, its class numeric; not modified
     * @param settings the settings, of which a copy is taken
     * @param stateKept whether there must be room for its {@link #state}
     * @param progress is told how it goes on
     * @throws IllegalArgumentException if the settings do not fit together or the data cannot be trained on
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static ModelTraining start(
            Instances data, Hyperparameters settings, boolean stateKept, TrainingProgress progress)
            throws InterruptedException {
        Hyperparameters hyperparameters = settings.copy();
        EncodedData encoded = encode(data, hyperparameters, stateKept, progress);
        return new ModelTraining(
                hyperparameters, encoded, NetworkTraining.start(task(encoded, hyperparameters), progress));
    }

    /**
     * Goes on with a training, for up to the maximum number of further epochs.
     *
     * @param data the training data it began with; not modified
     * @param settings the settings from now on, of which a copy is taken
     * @param model the model so far
     * @param state the {@link #state} that belongs to it; not modified
     * @param stateKept whether there must be room for a further one
     * @param progress is told how it goes on
     * @throws IllegalArgumentException if the data or a setting differs from before that must not
     * @throws IOException if the state cannot be read, or holds what does not belong there
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static ModelTraining resume(
            Instances data,
            Hyperparameters settings,
            BoundedModel model,
            SavedState state,
            boolean stateKept,
            TrainingProgress progress)
            throws IOException, InterruptedException {
        Hyperparameters hyperparameters = settings.copy();
        hyperparameters.requireResumable(model.hyperparameters());
        EncodedData encoded = encode(data, hyperparameters, stateKept, progress);
        if (!encoded.encoder().attributes().equals(model.encoder().attributes())
                || !encoded.targetScale().equals(model.targetScale())) {
            throw new OtherDataException();
        }
        NetworkTraining training = state.read(NetworkTraining.class);
        training.resume(task(encoded, hyperparameters), progress);
        return new ModelTraining(hyperparameters, encoded, training);
    }

    /**
     * Fits a model in one go, without telling anybody how it goes.
     *
     * @param data the training data, its class numeric; not modified
     * @param settings the settings, of which a copy is taken
     * @throws IllegalArgumentException if the settings do not fit together or the data cannot be trained on
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static BoundedModel fit(Instances data, Hyperparameters settings) throws InterruptedException {
        ModelTraining training = start(data, settings, false, TrainingProgress.nowhere());
        while (training.next()) {}
        return training.finish();
    }

    private static LearningTask task(EncodedData data, Hyperparameters hyperparameters) {
        return new LearningTask(data.samples(), hyperparameters, data.loss());
    }

    private static EncodedData encode(
            Instances data, Hyperparameters hyperparameters, boolean stateKept, TrainingProgress progress)
            throws InterruptedException {
        hyperparameters.requireConsistent();
        NetworkTraining.expect();
        progress.preparing(data);
        UsableRows rows = UsableRows.of(data);
        NumericScales scales = NumericScales.of(rows, hyperparameters.bounds());
        Encoder encoder = Encoder.fit(rows, scales);
        MemoryCheck.requireRoom(rows.size(), encoder, hyperparameters);
        EncodedData encoded = EncodedData.of(rows, encoder, scales.targetScale(), hyperparameters);
        if (stateKept) {
            MemoryCheck.requireRoomToResume(rows.size(), encoder, hyperparameters);
        }
        progress.prepared(encoded, hyperparameters);
        return encoded;
    }

    /**
     * Trains for one epoch.
     *
     * @return false if there was none, because the maximum number of epochs or the patience has been reached or training
     *     diverged
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public boolean next() throws InterruptedException {
        return training.next();
    }

    /**
     * {@return the model after the epochs so far, which {@link #finish} would return now, if its output is not dead}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public BoundedModel current() throws InterruptedException {
        FittedNetwork fitted = training.current();
        return model(fitted, fitted.curve().epochCount());
    }

    /**
     * {@return the model, trained anew more gently where its output was dead}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public BoundedModel finish() throws InterruptedException {
        FittedNetwork fitted = training.finish();
        return model(fitted, training.epochLimit());
    }

    /** The model tells the epochs of all calls, so that several calls make the same model as one. */
    private BoundedModel model(FittedNetwork fitted, int epochLimit) throws InterruptedException {
        return new BoundedModel(hyperparameters.copy().maxEpochs(epochLimit), data, fitted);
    }

    /**
     * {@return the state, which holds no data, for {@link #resume}}
     *
     * @throws IllegalArgumentException if it takes more bytes than an array can hold
     * @throws IOException if it cannot be serialised
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public SavedState state() throws IOException, InterruptedException {
        training.rememberSamples();
        return SavedState.of(training);
    }
}
