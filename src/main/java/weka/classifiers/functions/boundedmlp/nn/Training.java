package weka.classifiers.functions.boundedmlp.nn;

import java.util.Random;
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
        int heldOut = heldOutSize();
        if (heldOut == 0) {
            TrainingRun run = new TrainingRun(samples, hyperparameters, activation);
            run.train(hyperparameters.maxEpochs());
            return fitted(run, run, 0, restarts);
        }
        Split split = Split.stratified(samples, heldOut, new Random(hyperparameters.seed()));
        TrainingRun search = new TrainingRun(split.training(), hyperparameters, activation);
        search.trainWhileBetter(split.heldOut(), hyperparameters.patience(), hyperparameters.maxEpochs());
        TrainingRun refit = new TrainingRun(samples, hyperparameters, activation);
        refit.train(search.bestEpoch());
        return refit.stopReason() == StopReason.DIVERGED
                ? fitted(search, search, 0, restarts)
                : fitted(search, refit, search.bestEpoch(), restarts);
    }

    private int heldOutSize() {
        int n = samples.size();
        return Math.min(n - 1, (int) Math.round(n * hyperparameters.validationSetSize() / 100.0));
    }

    private FittedNetwork fitted(TrainingRun shown, TrainingRun kept, int refitEpochs, int restarts) {
        Network network = kept.best();
        LearningCurve curve = new LearningCurve(
                shown.epochs(),
                shown.bestEpoch(),
                shown.stopReason(),
                refitEpochs,
                kept.rescues(),
                restarts,
                Backprop.loss(network, samples, activation));
        return new FittedNetwork(network, curve);
    }
}
