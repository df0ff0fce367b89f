package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.HeldOutRows;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;
import weka.classifiers.functions.boundedmlp.nn.output.Loss;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;
import weka.classifiers.functions.boundedmlp.nn.rows.Split;

/**
 * Finds, epoch by epoch, the number of epochs after which held-out rows are predicted best (early stopping), and says
 * when the predictions have not improved for as many epochs as the patience.
 *
 * <p>A few held-out rows say little. So if their number is small, several networks are trained side by side, each with
 * other rows held out, and the loss is that of all held-out rows together. If the last rows are held out, there is one
 * network.
 */
final class EpochSearch implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A sufficient number of held-out rows to distinguish a good epoch from a bad one. */
    private static final int WANTED_ROWS = 2000;

    private static final int MOST_SPLITS = 5;

    /**
     * An epoch counts only if it would beat the untrained network, which predicts the mean, even if that network had
     * predicted this many further held-out rows without any loss; a smaller gain may be chance. So data without a
     * signal gets its mean: on pure noise of 20 to 200 rows, one model in a hundred was more than 2 % worse than the
     * mean, and without this rule one in ten.
     */
    private static final double CHANCE_ROWS = 8;

    /** How many rows to hold out in each split, copies of others included. */
    private final int heldOut;

    /** One for each split. */
    @SuppressWarnings("serial") // an ArrayList
    private final List<MiniBatchTrainer> trainers = new ArrayList<>();

    @SuppressWarnings("serial") // an ArrayList
    private final List<Epoch> epochs = new ArrayList<>();

    private final double untrainedLoss;
    private final double lossByChance;
    private double bestLoss;
    private int bestEpoch;
    private boolean diverged;
    private int patience;
    /** For the rows that each split holds out. */
    private transient List<RowEvaluation> evaluations;

    /**
     * Prepares a search; the untrained networks are the best so far.
     *
     * @param task the task
     * @param heldOut how many of its rows to hold out in each split, from 1 to n - 1
     * @param largestInput the largest absolute value of an input
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    EpochSearch(LearningTask task, int heldOut, float largestInput) throws InterruptedException {
        this.heldOut = heldOut;
        patience = task.hyperparameters().patience();
        List<Split> splits = splits(task);
        for (Split split : splits) {
            trainers.add(new MiniBatchTrainer(
                    task.on(split.training()),
                    largestInput,
                    task.hyperparameters().seed()));
        }
        evaluations = evaluations(task, splits);
        RowFigures untrained = evaluate();
        int originals = splits.stream().mapToInt(Split::heldOutOriginals).sum();
        lossByChance = untrained.meanLoss() * originals / (originals + CHANCE_ROWS);
        untrainedLoss = untrained.meanLoss();
        bestLoss = untrainedLoss;
    }

    private List<Split> splits(LearningTask task) throws InterruptedException {
        Samples samples = task.samples();
        return switch (task.hyperparameters().heldOutRows()) {
            case LAST -> List.of(Split.last(samples, heldOut));
            case RANDOM ->
                Split.stratified(
                        samples,
                        heldOut,
                        splitCount(samples.size(), heldOut, HeldOutRows.RANDOM),
                        new Random(task.hyperparameters().seed()));
        };
    }

    /**
     * The number of networks that are trained side by side, for a number of rows of which some are held out for each
     * network.
     */
    static int splitCount(int rows, int heldOut, HeldOutRows which) {
        if (which == HeldOutRows.LAST) {
            return 1;
        }
        int most = Math.min(MOST_SPLITS, rows / heldOut);
        return Math.max(1, Math.min(most, WANTED_ROWS / heldOut));
    }

    /** Prepares a search that was read from its serialised form for further epochs. */
    void resume(LearningTask task) throws InterruptedException {
        patience = task.hyperparameters().patience();
        List<Split> splits = splits(task);
        for (int i = 0; i < trainers.size(); i++) {
            trainers.get(i).prepare(task.on(splits.get(i).training()));
        }
        evaluations = evaluations(task, splits);
    }

    private List<RowEvaluation> evaluations(LearningTask task, List<Split> splits) {
        List<RowEvaluation> ofSplits = new ArrayList<>();
        for (int i = 0; i < trainers.size(); i++) {
            int width = trainers.get(i).best().hiddenSize();
            ofSplits.add(new RowEvaluation(splits.get(i).heldOut(), width, task.loss()));
        }
        return ofSplits;
    }

    /**
     * Trains for one epoch; the trainers then keep the networks of the best one so far.
     *
     * @return false if training diverged, in which case the epoch does not count
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set, and the search is
     *     useless
     */
    boolean advance() throws InterruptedException {
        RowFigures training = RowFigures.NOTHING;
        try {
            for (MiniBatchTrainer trainer : trainers) {
                training = training.plus(trainer.trainEpoch());
            }
        } catch (DivergenceException e) {
            diverged = true;
            return false;
        }
        RowFigures validation = evaluate();
        epochs.add(new Epoch(epochs.size() + 1, training, validation));
        if (validation.meanLoss() < bestLoss) {
            bestLoss = validation.meanLoss();
            bestEpoch = epochs.size();
            if (bestEpoch() > 0) {
                trainers.forEach(MiniBatchTrainer::keep);
            }
        }
        return true;
    }

    /** {@return whether the predictions of the held-out rows have not improved for as many epochs as the patience} */
    boolean outOfPatience() {
        return epochs.size() - bestEpoch >= patience;
    }

    /** {@return whether training diverged} */
    boolean diverged() {
        return diverged;
    }

    private RowFigures evaluate() throws InterruptedException {
        RowFigures total = RowFigures.NOTHING;
        for (int i = 0; i < trainers.size(); i++) {
            total = total.plus(evaluations.get(i).loss(trainers.get(i).network()));
        }
        return total;
    }

    /** {@return the epochs so far, the rows of all splits together; a view} */
    List<Epoch> epochs() {
        return Collections.unmodifiableList(epochs);
    }

    /** {@return the best epoch, counted from 1; 0 if none beat the untrained networks by more than chance} */
    int bestEpoch() {
        return bestLoss < lossByChance ? bestEpoch : 0;
    }

    /** {@return the mean loss of the held-out rows in the best epoch} */
    double loss() {
        return bestEpoch() > 0 ? bestLoss : untrainedLoss;
    }

    /** {@return the number of training rows of all splits together} */
    int trainingRows() {
        return trainers.stream().mapToInt(MiniBatchTrainer::rowCount).sum();
    }

    /** {@return the number of held-out rows of all splits together} */
    int heldOutRows() {
        return evaluations.stream().mapToInt(split -> split.samples().size()).sum();
    }

    /**
     * {@return the held-out rows of all splits, predicted by the networks of the best epoch}
     *
     * @param finalNetwork the network that predicts them as well
     * @param loss the loss, with the output activation
     */
    HeldOutPredictions heldOut(Network finalNetwork, Loss loss) throws InterruptedException {
        HeldOutPredictions all = HeldOutPredictions.ofSize(heldOutRows());
        double largest = 0;
        for (RowEvaluation evaluation : evaluations) {
            Samples rows = evaluation.samples();
            largest = Math.max(largest, rows.totalWeight() / rows.size());
        }
        int at = 0;
        for (int i = 0; i < trainers.size(); i++) {
            RowEvaluation evaluation = evaluations.get(i);
            Samples rows = evaluation.samples();
            RowEvaluation ofFinal = new RowEvaluation(rows, finalNetwork.hiddenSize(), loss);
            ofFinal.loss(finalNetwork);
            for (int row = 0; row < rows.size(); row++) {
                all.finalPredictions()[at + row] = ofFinal.prediction(row);
            }
            MiniBatchTrainer trainer = trainers.get(i);
            evaluation.loss(trainer.settled(trainer.best().hiddenSize()));
            // weights are relative, so that sums cannot overflow
            double unit = largest > 0 ? rows.totalWeight() / rows.size() / largest : 1;
            for (int row = 0; row < rows.size(); row++, at++) {
                all.predictions()[at] = evaluation.prediction(row);
                all.targets()[at] = rows.target(row);
                all.weights()[at] = rows.weight(row) * unit;
            }
        }
        return all;
    }

    /** {@return the first split's trainer, with its best network} */
    MiniBatchTrainer firstTrainer() {
        return trainers.get(0);
    }
}
