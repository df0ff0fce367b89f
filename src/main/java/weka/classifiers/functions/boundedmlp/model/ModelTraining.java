package weka.classifiers.functions.boundedmlp.model;

import java.io.IOException;
import weka.classifiers.functions.boundedmlp.data.EncodedData;
import weka.classifiers.functions.boundedmlp.data.Encoder;
import weka.classifiers.functions.boundedmlp.data.NumericScales;
import weka.classifiers.functions.boundedmlp.data.UsableRows;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.training.FittedNetwork;
import weka.classifiers.functions.boundedmlp.nn.training.LearningTask;
import weka.classifiers.functions.boundedmlp.nn.training.NetworkTraining;
import weka.classifiers.functions.boundedmlp.nn.training.OtherDataException;
import weka.classifiers.functions.boundedmlp.progress.TrainingProgress;
import weka.classifiers.functions.boundedmlp.saved.SavedState;
import weka.core.Instances;

/**
 * The training of a {@link BoundedModel}, epoch by epoch; it can resume from a saved state. After an exception the
 * training cannot be used any more, but the saved state can.
 */
public final class ModelTraining {

    private final Hyperparameters hyperparameters;
    private final EncodedData data;
    private final NetworkTraining network;

    private ModelTraining(Hyperparameters hyperparameters, EncodedData data, NetworkTraining network) {
        this.hyperparameters = hyperparameters;
        this.data = data;
        this.network = network;
    }

    /**
     * Starts a training, before its first epoch.
     *
     * @param data the training data with a numeric class; not modified
     * @param hyperparameters the hyperparameters of the training; a copy is taken
     * @param stateKept whether memory must suffice to keep its {@link #state}
     * @param progress is notified of the progress
     * @throws IllegalArgumentException if the hyperparameters do not fit together or the data cannot be trained on
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static ModelTraining start(
            Instances data, Hyperparameters hyperparameters, boolean stateKept, TrainingProgress progress)
            throws InterruptedException {
        Hyperparameters copy = hyperparameters.copy();
        EncodedData encoded = encode(data, copy, stateKept, progress);
        return new ModelTraining(copy, encoded, NetworkTraining.start(task(encoded, copy), progress));
    }

    /**
     * Resumes a training for at most the maximum number of further epochs.
     *
     * @param data the data that the training started with; not modified
     * @param hyperparameters the hyperparameters from now on; a copy is taken
     * @param model the model so far
     * @param state the {@link #state} that belongs to the model; not modified
     * @param stateKept whether memory must suffice to keep a new state
     * @param progress is notified of the progress
     * @throws IllegalArgumentException if the data, or a hyperparameter that must stay the same, differs from before
     * @throws IOException if the state cannot be read
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static ModelTraining resume(
            Instances data,
            Hyperparameters hyperparameters,
            BoundedModel model,
            SavedState state,
            boolean stateKept,
            TrainingProgress progress)
            throws IOException, InterruptedException {
        Hyperparameters copy = hyperparameters.copy();
        copy.requireResumable(model.hyperparameters());
        EncodedData encoded = encode(data, copy, stateKept, progress);
        if (!encoded.encoder().attributes().equals(model.encoder().withoutBins().attributes())
                || !encoded.targetScale().equals(model.targetScale())) {
            throw new OtherDataException();
        }
        NetworkTraining training = state.read(NetworkTraining.class);
        training.resume(task(encoded, copy), progress);
        return new ModelTraining(copy, encoded, training);
    }

    /**
     * Fits a model in one call, without showing progress.
     *
     * @param data the training data with a numeric class; not modified
     * @param hyperparameters the hyperparameters of the training; a copy is taken
     * @throws IllegalArgumentException if the hyperparameters do not fit together or the data cannot be trained on
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static BoundedModel fit(Instances data, Hyperparameters hyperparameters) throws InterruptedException {
        ModelTraining training = start(data, hyperparameters, false, TrainingProgress.nowhere());
        while (training.network.next()) {}
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
        MemoryCheck.requireRoomToTrain(encoded.samples(), encoder, hyperparameters, stateKept);
        progress.prepared(encoded, hyperparameters);
        return encoded;
    }

    /** {@return the training of the network, which trains epoch by epoch} */
    NetworkTraining network() {
        return network;
    }

    /**
     * {@return the model after the epochs so far; {@link #finish} would return the same now, unless its output is dead}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public BoundedModel current() throws InterruptedException {
        FittedNetwork fitted = network.current();
        return model(fitted, fitted.curve().epochCount());
    }

    /**
     * {@return the final model; if its output was dead, it is retrained with gentler settings}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public BoundedModel finish() throws InterruptedException {
        FittedNetwork fitted = network.finish();
        return model(fitted, network.epochLimit());
    }

    /**
     * Creates the model with the epoch limit of all calls together: the epochs of earlier calls, and the limit of this
     * one.
     */
    private BoundedModel model(FittedNetwork fitted, int epochLimit) throws InterruptedException {
        return new BoundedModel(hyperparameters.copy().maxEpochs(epochLimit), data, fitted);
    }

    /**
     * {@return the state for {@link #resume}; it contains no data}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     * @throws IllegalArgumentException if it is too large to be kept
     * @throws IOException if it cannot be serialised
     */
    public SavedState state() throws IOException, InterruptedException {
        network.rememberSamples();
        return SavedState.of(network);
    }
}
