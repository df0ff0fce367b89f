package weka.classifiers.functions.boundedmlp.nn;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;

/**
 * Fits a network to samples: finds the best number of epochs on held-out rows, then trains a new network on all rows for
 * that many. Without held-out rows it trains on all rows for the maximum number of epochs.
 *
 * <p>If the outcome is dead (every target between the bounds is predicted at one), all is done anew with the gradient of
 * {@link GradientPolicy#TOWARDS}, then with ever smaller learning rates too; should even that not live, the untrained
 * network, which predicts the mean, is better.
 */
public final class Training {

    private static final int MOST_RESTARTS = 4;

    private final Samples samples;
    private final Hyperparameters hyperparameters;
    private final OutputActivation activation;

    private Training(Samples samples, Hyperparameters hyperparameters, OutputActivation activation) {
        this.samples = samples;
        this.hyperparameters = hyperparameters;
        this.activation = activation;
    }

    /**
     * Fits a network.
     *
     * @param samples at least one row, in scaled units; not modified
     * @param hyperparameters consistent settings; not modified
     * @param activation the output activation, in scaled units
     * @return the network, whose outputs are finite for all inputs no larger than the samples', and its learning curve
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static FittedNetwork fit(Samples samples, Hyperparameters hyperparameters, OutputActivation activation)
            throws InterruptedException {
        if (samples.inputCount() == 0) { // nothing to learn but the mean, which the untrained network predicts
            return new Training(samples, hyperparameters.copy().maxEpochs(0), activation).attempt(0);
        }
        FittedNetwork fitted = new Training(samples, hyperparameters, activation).attempt(0);
        OutputActivation gentler = activation.withPolicy(GradientPolicy.TOWARDS);
        for (int restart = 1;
                restart <= MOST_RESTARTS && fitted.curve().finalResult().dead();
                restart++) {
            Hyperparameters settings = hyperparameters.copy();
            settings.learningRate(hyperparameters.learningRate() * Math.pow(10, 1 - restart));
            if (restart == MOST_RESTARTS) {
                settings.maxEpochs(0);
            }
            fitted = new Training(samples, settings, gentler).attempt(restart);
        }
        return fitted;
    }

    private FittedNetwork attempt(int restarts) throws InterruptedException {
        int n = samples.size();
        int heldOut = Math.min(n - 1, (int) Math.round(n * hyperparameters.validationSetSize() / 100.0));
        return heldOut == 0 ? trainOnAll(restarts) : searchThenTrainOnAll(heldOut, restarts);
    }

    private FittedNetwork trainOnAll(int restarts) throws InterruptedException {
        TrainingRun run = new TrainingRun(samples, hyperparameters, activation);
        List<Epoch> epochs = new ArrayList<>();
        StopReason reason = train(run, hyperparameters.maxEpochs(), epochs);
        return fitted(run, epochs, epochs.size(), reason, 0, HeldOut.NONE, restarts);
    }

    private FittedNetwork searchThenTrainOnAll(int heldOut, int restarts) throws InterruptedException {
        EpochSearch search = new EpochSearch(samples, heldOut, hyperparameters, activation);
        StopReason reason = search.run();
        TrainingRun refit = new TrainingRun(samples, hyperparameters, activation);
        boolean good = train(refit, search.bestEpoch(), new ArrayList<>()) != StopReason.DIVERGED;
        return fitted(
                good ? refit : search.firstRun(),
                search.epochs(),
                search.bestEpoch(),
                reason,
                good ? search.bestEpoch() : 0,
                search.heldOut(),
                restarts);
    }

    /** Trains for a number of epochs, keeps the last network that is finite, and adds what happened to a list. */
    private static StopReason train(TrainingRun run, int epochCount, List<Epoch> epochs) throws InterruptedException {
        for (int epoch = 0; epoch < epochCount; epoch++) {
            if (!run.advance()) {
                return StopReason.DIVERGED;
            }
            run.keep();
            epochs.add(new Epoch(run.lastEpoch(), BatchResult.NOTHING));
        }
        return StopReason.MAX_EPOCHS;
    }

    private FittedNetwork fitted(
            TrainingRun kept,
            List<Epoch> epochs,
            int bestEpoch,
            StopReason reason,
            int refitEpochs,
            HeldOut heldOut,
            int restarts) {
        BatchResult result = Backprop.loss(kept.best(), samples, activation);
        LearningCurve curve =
                new LearningCurve(epochs, bestEpoch, reason, refitEpochs, kept.rescues(), restarts, result);
        return new FittedNetwork(kept.best(), curve, heldOut);
    }
}
