package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** One training of one network from fresh weights, epoch by epoch, with the best network so far kept. */
final class TrainingRun implements Serializable {

    private static final long serialVersionUID = 1L;

    private final OutputActivation activation;
    private final MiniBatchTrainer trainer;
    private final float largestInput;
    private final Network best;
    private RowFigures lastEpoch = RowFigures.NOTHING;

    /**
     * Prepares training from fresh weights; the untrained network is the best so far.
     *
     * @param largestInput the largest absolute value of an input for which outputs must be finite, be it of another row
     */
    TrainingRun(Samples samples, float largestInput, Hyperparameters hyperparameters, OutputActivation activation) {
        this.activation = activation;
        trainer = new MiniBatchTrainer(samples, hyperparameters, activation);
        this.largestInput = largestInput;
        best = trainer.network().copy();
    }

    /** Makes a run that was read from its serialised form ready to go on. */
    void resume(Samples samples, Hyperparameters hyperparameters) {
        trainer.prepare(samples, hyperparameters);
    }

    /**
     * Trains for one epoch.
     *
     * @return false if training diverged; the network is then useless, but the best one is not
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    boolean advance() throws InterruptedException {
        try {
            lastEpoch = trainer.trainEpoch();
            return trainer.network().staysFinite(largestInput);
        } catch (DivergenceException e) {
            return false;
        }
    }

    /** {@return the figures of the rows of the last epoch, each as met before its batch's step} */
    RowFigures lastEpoch() {
        return lastEpoch;
    }

    /** {@return how networks like this one predict other rows} */
    RowEvaluation evaluation(Samples rows) {
        return new RowEvaluation(rows, best.hiddenSize(), activation);
    }

    /** {@return how the network predicts other rows now} */
    RowFigures evaluate(RowEvaluation rows) throws InterruptedException {
        return rows.loss(trainer.network());
    }

    /** {@return how the network kept last predicts rows} */
    RowFigures evaluateBest(Samples rows) throws InterruptedException {
        return evaluation(rows).loss(best);
    }

    /** {@return the predictions of the network kept last; not a copy} */
    double[] predictBest(RowEvaluation rows) throws InterruptedException {
        rows.loss(best);
        return rows.predictions();
    }

    /** Keeps the network as it is now as the best. */
    void keep() {
        best.copyFrom(trainer.network());
    }

    /** {@return a copy of the network kept last} */
    Network best() {
        return best.withHiddenUnits(trainer.hiddenSize());
    }

    /** {@return how often the output was dead and was brought back} */
    int rescues() {
        return trainer.rescues();
    }
}
