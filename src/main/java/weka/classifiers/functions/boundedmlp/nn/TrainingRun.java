package weka.classifiers.functions.boundedmlp.nn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;

/** One training of one network from fresh weights, epoch by epoch, with the best network kept and a history. */
final class TrainingRun {

    private final OutputActivation activation;
    private final Trainer trainer;
    private final float largestInput;
    private final Network best;
    private final List<Epoch> epochs = new ArrayList<>();
    private int bestEpoch;
    private StopReason stopReason = StopReason.MAX_EPOCHS;

    /** Prepares training from fresh weights. */
    TrainingRun(Samples samples, Hyperparameters hyperparameters, OutputActivation activation) {
        this.activation = activation;
        trainer = new Trainer(samples, hyperparameters, activation);
        largestInput = samples.largestInput();
        best = trainer.network().copy();
    }

    /** Trains for a number of epochs; the last network that is finite is the best. */
    void train(int epochCount) throws InterruptedException {
        while (epochs.size() < epochCount) {
            BatchResult training = trainEpoch();
            if (training == null) {
                return;
            }
            epochs.add(new Epoch(training, BatchResult.NOTHING));
            keep();
        }
    }

    /** Trains until the loss on held-out rows has not improved for the patience, or the limit on epochs is reached. */
    void trainWhileBetter(Samples heldOut, int patience, int maxEpochs) throws InterruptedException {
        double bestLoss = Backprop.loss(best, heldOut, activation).meanLoss();
        while (epochs.size() < maxEpochs) {
            BatchResult training = trainEpoch();
            if (training == null) {
                return;
            }
            BatchResult validation = Backprop.loss(trainer.network(), heldOut, activation);
            epochs.add(new Epoch(training, validation));
            if (validation.meanLoss() < bestLoss) {
                bestLoss = validation.meanLoss();
                keep();
            }
            if (epochs.size() - bestEpoch >= patience) {
                stopReason = StopReason.PATIENCE;
                return;
            }
        }
    }

    /** One epoch; null if it diverged, which ends the training. */
    private @Nullable BatchResult trainEpoch() throws InterruptedException {
        try {
            BatchResult result = trainer.trainEpoch();
            if (trainer.network().staysFinite(largestInput)) {
                return result;
            }
        } catch (DivergenceException e) {
            // the best weights so far are kept, and the reason is told in the learning curve
        }
        stopReason = StopReason.DIVERGED;
        return null;
    }

    private void keep() {
        best.copyFrom(trainer.network());
        bestEpoch = epochs.size();
    }

    /** {@return the best network, the untrained one if none was better} */
    Network best() {
        return best;
    }

    /** {@return the epoch of the best network, 0 for the untrained one} */
    int bestEpoch() {
        return bestEpoch;
    }

    /** {@return the epochs so far} */
    List<Epoch> epochs() {
        return List.copyOf(epochs);
    }

    /** {@return why training ended} */
    StopReason stopReason() {
        return stopReason;
    }

    /** {@return how often the output was dead and was brought back} */
    int rescues() {
        return trainer.rescues();
    }
}
