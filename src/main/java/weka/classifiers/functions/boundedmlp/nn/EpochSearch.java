package weka.classifiers.functions.boundedmlp.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;

/**
 * Finds the number of epochs after which held-out rows are predicted best, and stops when they have not been predicted better
 * for the patience.
 *
 * <p>A few held-out rows say little: where their number is small, several networks are trained side by side, each with other
 * rows held out, and the loss is that of all their held-out rows together.
 */
final class EpochSearch {

    /** Enough held-out rows to tell a good epoch from a bad one. */
    private static final int WANTED_ROWS = 2000;

    private static final int MOST_SPLITS = 5;

    /**
     * An epoch counts only if it predicts the held-out rows so much better than the untrained network, that is, the mean, as
     * if that many more rows had been predicted with the same sum of losses; less may be chance. So data that holds no signal
     * gets the mean: on pure noise of 20 to 200 rows one model in a hundred was more than 2 % worse than it, without this one
     * in ten.
     */
    private static final double CHANCE_ROWS = 8;

    private final Hyperparameters hyperparameters;
    private final List<Split> splits;
    private final List<TrainingRun> runs = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private double lossByChance;
    private double bestLoss;
    private int bestEpoch;

    EpochSearch(Samples samples, int heldOut, Hyperparameters hyperparameters, OutputActivation activation) {
        this.hyperparameters = hyperparameters;
        int most = Math.min(MOST_SPLITS, samples.size() / heldOut);
        int count = Math.max(1, Math.min(most, WANTED_ROWS / heldOut));
        splits = Split.stratified(samples, heldOut, count, new Random(hyperparameters.seed()));
        for (Split split : splits) {
            runs.add(new TrainingRun(split.training(), hyperparameters, activation));
        }
    }

    /** Searches; the runs then hold the networks of the best epoch. */
    StopReason run() throws InterruptedException {
        BatchResult untrained = evaluate();
        lossByChance = untrained.meanLoss() * untrained.rows() / (untrained.rows() + CHANCE_ROWS);
        bestLoss = untrained.meanLoss();
        while (epochs.size() < hyperparameters.maxEpochs()) {
            BatchResult training = BatchResult.NOTHING;
            for (TrainingRun run : runs) {
                if (!run.advance()) {
                    return StopReason.DIVERGED;
                }
                training = training.plus(run.lastEpoch());
            }
            BatchResult validation = evaluate();
            epochs.add(new Epoch(training, validation));
            if (validation.meanLoss() < bestLoss) {
                bestLoss = validation.meanLoss();
                bestEpoch = epochs.size();
                if (bestEpoch() > 0) {
                    runs.forEach(TrainingRun::keep);
                }
            }
            if (epochs.size() - bestEpoch >= hyperparameters.patience()) {
                return StopReason.PATIENCE;
            }
        }
        return StopReason.MAX_EPOCHS;
    }

    private BatchResult evaluate() {
        BatchResult total = BatchResult.NOTHING;
        for (int i = 0; i < runs.size(); i++) {
            total = total.plus(runs.get(i).evaluate(splits.get(i).heldOut()));
        }
        return total;
    }

    /** {@return the epochs so far, the rows of all splits together} */
    List<Epoch> epochs() {
        return List.copyOf(epochs);
    }

    /** {@return the best epoch, counted from 1; 0 if none was better than the untrained networks, chance apart} */
    int bestEpoch() {
        return bestLoss < lossByChance ? bestEpoch : 0;
    }

    /** {@return the held-out rows of all splits, predicted by the networks of the best epoch} */
    HeldOut heldOut() {
        int size = splits.stream().mapToInt(split -> split.heldOut().size()).sum();
        HeldOut all = new HeldOut(new double[size], new double[size], new double[size]);
        int at = 0;
        for (int i = 0; i < splits.size(); i++) {
            Samples rows = splits.get(i).heldOut();
            double unit = rows.totalWeight() / rows.size();
            for (int row = 0; row < rows.size(); row++, at++) {
                all.predictions()[at] = runs.get(i).predict(rows.inputs(row));
                all.targets()[at] = rows.target(row);
                all.weights()[at] = rows.weight(row) * unit;
            }
        }
        return all;
    }

    /** {@return the first split's run, with its best network} */
    TrainingRun firstRun() {
        return runs.get(0);
    }
}
