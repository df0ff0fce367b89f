package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.FittedNetwork;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;

/**
 * One training from fresh weights to a final network. If rows are held out, the search for the best epoch runs ahead,
 * and the final network, which is trained on all rows, follows up to the best epoch so far; so there is a final network
 * after each epoch. Otherwise each epoch trains the final network.
 */
final class TrainingAttempt implements Serializable {

    private static final long serialVersionUID = 1L;

    private final @Nullable EpochSearch search;
    private final MiniBatchTrainer allRows;

    @SuppressWarnings("serial") // an ArrayList
    private final List<Epoch> epochsOnAllRows = new ArrayList<>();

    private boolean divergedOnAllRows;

    TrainingAttempt(LearningTask task) throws InterruptedException {
        int heldOut = heldOut(task.samples().size(), task.hyperparameters());
        float largestInput = task.samples().largestInput();
        search = heldOut == 0 ? null : new EpochSearch(task, heldOut, largestInput);
        allRows = new MiniBatchTrainer(task, largestInput);
    }

    /** The number of rows that are held out for each network of the search; 0 for no search. */
    static int heldOut(int rows, Hyperparameters hyperparameters) {
        return Math.min(rows - 1, (int) Math.round(rows * hyperparameters.validationSetSize() / 100.0));
    }

    /** Prepares an attempt that was read from its serialised form for further epochs. */
    void resume(LearningTask task) throws InterruptedException {
        if (search != null) {
            search.resume(task);
        }
        allRows.prepare(task);
    }

    /**
     * Trains for one epoch.
     *
     * @param epochLimit how many epochs there may be in all
     * @return false if there was none, because the limit or the patience has been reached or training diverged
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set, and the attempt is
     *     useless
     */
    boolean advance(int epochLimit) throws InterruptedException {
        if (!advanceable(epochLimit)) {
            return false;
        }
        if (search == null) {
            return trainOnAllRows();
        }
        if (!search.advance()) {
            return false;
        }
        while (epochsOnAllRows.size() < search.bestEpoch() && trainOnAllRows()) {}
        return true;
    }

    /** {@return whether {@link #advance} would train} */
    boolean advanceable(int epochLimit) {
        return stopReason() == StopReason.MAX_EPOCHS && epochs().size() < epochLimit;
    }

    /** Returns false if training diverged, now or earlier; the last finite network is kept. */
    private boolean trainOnAllRows() throws InterruptedException {
        if (!divergedOnAllRows) {
            try {
                RowFigures figures = allRows.trainEpoch();
                allRows.keep();
                epochsOnAllRows.add(new Epoch(epochsOnAllRows.size() + 1, figures, RowFigures.NOTHING));
            } catch (DivergenceException e) {
                divergedOnAllRows = true;
            }
        }
        return !divergedOnAllRows;
    }

    /** {@return the epochs so far: those of the search, if rows are held out} */
    List<Epoch> epochs() {
        return search == null ? epochsOnAllRows : search.epochs();
    }

    /** {@return the number of epochs that the final network was trained after a search; 0 if there is no search} */
    int refitEpochs() {
        return search == null ? 0 : epochsOnAllRows.size();
    }

    /** {@return the reason for having no further epochs, if there will be none} */
    private StopReason stopReason() {
        if (search == null ? divergedOnAllRows : search.diverged()) {
            return StopReason.DIVERGED;
        }
        return search != null && search.outOfPatience() ? StopReason.PATIENCE : StopReason.MAX_EPOCHS;
    }

    /**
     * {@return the final network that results without further epochs}
     *
     * @param task the task of this attempt
     * @param restarts the number of attempts before this one
     */
    FittedNetwork outcome(LearningTask task, int restarts) throws InterruptedException {
        if (search == null) {
            return outcome(allRows, task, epochsOnAllRows.size(), 0, restarts);
        }
        return divergedOnAllRows
                ? outcome(search.firstTrainer(), task, search.bestEpoch(), 0, restarts)
                : outcome(allRows, task, search.bestEpoch(), refitEpochs(), restarts);
    }

    private FittedNetwork outcome(
            MiniBatchTrainer kept, LearningTask task, int bestEpoch, int refitEpochs, int restarts)
            throws InterruptedException {
        Network best = kept.settled(task.hyperparameters().hiddenSize());
        LearningCurve curve = new LearningCurve(
                LearningCurve.thinned(epochs(), bestEpoch),
                epochs().size(),
                bestEpoch,
                stopReason(),
                refitEpochs,
                kept.rescues(),
                restarts,
                new RowEvaluation(task.samples(), best.hiddenSize(), task.loss()).loss(best));
        HeldOutPredictions heldOut = search == null ? HeldOutPredictions.NONE : search.heldOut(best);
        return new FittedNetwork(best, curve, heldOut);
    }
}
