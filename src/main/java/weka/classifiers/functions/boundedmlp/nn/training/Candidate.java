package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;

/**
 * Training with one number of bins, from fresh weights to a final network. If rows are held out, a search finds the
 * best epoch, and {@link #catchUp} trains the members, whose mean is the final network, on all rows for that many
 * epochs. Otherwise each epoch trains the members.
 */
final class Candidate implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The cost of computing the loss of a row, as an approximate fraction of the cost of training on it. */
    private static final double COST_OF_LOSS = 1.0 / 3;

    private final int bins;
    private final float largestInput;
    private final @Nullable EpochSearch search;

    /** Null until they are needed, and of a candidate that does not lead. */
    private @Nullable Members members;

    /** Without a search, the epochs of the members. */
    @SuppressWarnings("serial") // an ArrayList
    private final List<Epoch> memberEpochs = new ArrayList<>();

    private boolean givenUp;
    private transient LearningTask task;

    /**
     * Prepares training.
     *
     * @param task the task, with the inputs of the bins
     * @param bins the largest number of bins of a numeric attribute
     * @param heldOut how many rows to hold out for each network of the search; 0 for no search
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    Candidate(LearningTask task, int bins, int heldOut) throws InterruptedException {
        this.task = task;
        this.bins = bins;
        largestInput = task.samples().largestInput();
        search = heldOut == 0 ? null : new EpochSearch(task, heldOut, largestInput);
    }

    /** {@return the largest number of bins of a numeric attribute} */
    int bins() {
        return bins;
    }

    /** Prepares a candidate that was read from its serialised form for further epochs. */
    void resume(LearningTask sameTask) throws InterruptedException {
        task = sameTask;
        if (search != null) {
            search.resume(task);
        }
        if (members != null) {
            members.prepare(task);
        }
    }

    private Members members() throws InterruptedException {
        if (members == null) {
            members = new Members(task, largestInput);
        }
        return members;
    }

    /**
     * Trains for one epoch.
     *
     * @param epochLimit how many epochs there may be in all
     * @return false if there was none, because the limit or the patience has been reached or training diverged
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set, and the candidate is
     *     useless
     */
    boolean advance(int epochLimit) throws InterruptedException {
        if (!advanceable(epochLimit)) {
            return false;
        }
        return search == null ? trainMembers() : search.advance();
    }

    /** Trains no further, because another candidate is clearly better. */
    void giveUp() {
        givenUp = true;
    }

    /** {@return whether {@link #advance} would train} */
    boolean advanceable(int epochLimit) {
        return !givenUp && stopReason() == StopReason.MAX_EPOCHS && epochs().size() < epochLimit;
    }

    private boolean trainMembers() throws InterruptedException {
        try {
            RowFigures figures = members().trainEpoch();
            memberEpochs.add(new Epoch(memberEpochs.size() + 1, figures, RowFigures.NOTHING));
            return true;
        } catch (DivergenceException e) {
            return false;
        }
    }

    /**
     * Trains the members for one epoch on all rows, if the search has got ahead of them.
     *
     * @return false if there was none, because they have been trained for as many epochs as were best in the search, or
     *     training diverged
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set, and the candidate is
     *     useless
     */
    boolean catchUp() throws InterruptedException {
        if (search == null || members().diverged() || members().epochs() >= search.bestEpoch()) {
            return false;
        }
        try {
            members().trainEpoch();
            return true;
        } catch (DivergenceException e) {
            return false;
        }
    }

    /** {@return the epochs so far: those of the search, if rows are held out} */
    List<Epoch> epochs() {
        return search == null ? memberEpochs : search.epochs();
    }

    /** {@return the number of epochs that the members were trained after a search; 0 if there is no search} */
    int refitEpochs() {
        return search == null || members == null ? 0 : members.epochs();
    }

    /** {@return for how many epochs the members are to be trained after a search; 0 if there is no search} */
    int bestEpoch() {
        return search == null ? 0 : search.bestEpoch();
    }

    /** {@return the mean loss on the held-out rows in the best epoch; NaN if there are none} */
    double validationLoss() {
        return search == null ? Double.NaN : search.loss();
    }

    /** {@return whether training diverged, so that there are no further epochs} */
    boolean diverged() {
        return search == null ? members != null && members.diverged() : search.diverged();
    }

    /** {@return the last epoch; there must be one} */
    Epoch lastEpoch() {
        return epochs().get(epochs().size() - 1);
    }

    /** Frees the memory of the members; they are trained again if they are needed. */
    void dropMembers() {
        if (search != null) {
            members = null;
        }
    }

    /** {@return the reason for having no further epochs, if there will be none} */
    private StopReason stopReason() {
        if (diverged()) {
            return StopReason.DIVERGED;
        }
        return search != null && search.outOfPatience() ? StopReason.PATIENCE : StopReason.MAX_EPOCHS;
    }

    /** {@return the work of the epochs so far, in products of inputs and rows} */
    double workDone() {
        return epochs().size() * epochWork() + refitEpochs() * memberWork();
    }

    /**
     * {@return the work of further epochs, if there are as many as possible, in products of inputs and rows}
     *
     * @param epochLimit how many epochs there may be in all
     */
    double searchWorkLeft(int epochLimit) {
        return advanceable(epochLimit) ? (epochLimit - epochs().size()) * epochWork() : 0;
    }

    /**
     * {@return the work of training the members after the search, if there are as many epochs as possible}
     *
     * @param epochLimit how many epochs there may be in all
     */
    double memberWorkLeft(int epochLimit) {
        int most = advanceable(epochLimit) ? epochLimit : bestEpoch();
        return search == null ? 0 : (most - refitEpochs()) * memberWork();
    }

    private double epochWork() {
        return search == null
                ? memberWork()
                : (search.trainingRows() + COST_OF_LOSS * search.heldOutRows())
                        * task.samples().inputCount();
    }

    private double memberWork() {
        return (double) task.hyperparameters().members()
                * task.samples().size()
                * task.samples().inputCount();
    }

    /**
     * {@return the final network that results without further epochs, once {@link #catchUp} returns false}
     *
     * @param restarts the number of attempts before this one
     * @param trials the candidates that the held-out rows chose from
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    FittedNetwork outcome(int restarts, List<BinsChoice.Trial> trials) throws InterruptedException {
        int hiddenSize = task.hyperparameters().hiddenSize();
        // if training on all rows diverged, the network of the search stands in for the members
        MiniBatchTrainer first = search != null && members().diverged() ? search.firstTrainer() : null;
        Network best = first != null ? first.settled(hiddenSize) : members().settled();
        int bestEpoch = search == null ? memberEpochs.size() : search.bestEpoch();
        LearningCurve curve = new LearningCurve(
                LearningCurve.thinned(epochs(), bestEpoch),
                epochs().size(),
                bestEpoch,
                stopReason(),
                first != null ? 0 : refitEpochs(),
                first != null ? first.rescues() : members().rescues(),
                restarts,
                new RowEvaluation(task.samples(), best.hiddenSize(), task.loss()).loss(best));
        HeldOutPredictions heldOut = search == null ? HeldOutPredictions.NONE : search.heldOut(best, task.loss());
        return new FittedNetwork(best, task.samples().bins(), new BinsChoice(bins, trials), curve, heldOut);
    }
}
