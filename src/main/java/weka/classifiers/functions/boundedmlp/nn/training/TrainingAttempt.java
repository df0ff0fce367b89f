package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * One training from fresh weights to a final network. If the held-out rows are to choose the number of bins, there is a
 * candidate for each; they are trained side by side, and the one that predicts the held-out rows best leads.
 */
final class TrainingAttempt implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * The numbers of bins that the held-out rows choose from. Few bins suffice for gentle bends and few rows, many for
     * steps; on some data none are best.
     */
    private static final int[] BINS_TO_TRY = {0, 8, 24};

    /** A candidate is given up if one with fewer inputs, which costs less, has a loss lower by this factor or more. */
    private static final double BEHIND = 1.1;

    /** In earlier epochs, being behind says little. */
    private static final int EPOCHS_BEFORE_GIVING_UP = 20;

    @SuppressWarnings("serial") // an ArrayList
    private final List<Candidate> candidates = new ArrayList<>();

    TrainingAttempt(LearningTask task) throws InterruptedException {
        int heldOut = heldOut(task.samples().size(), task.hyperparameters());
        for (Map.Entry<Integer, Samples> binned :
                binned(task.samples(), task.hyperparameters()).entrySet()) {
            candidates.add(new Candidate(task.on(binned.getValue()), binned.getKey(), heldOut));
        }
    }

    /**
     * {@return the samples of each candidate by its number of bins, in ascending order}
     *
     * @param samples the samples without bins
     * @param hyperparameters those to train with
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static SortedMap<Integer, Samples> binned(Samples samples, Hyperparameters hyperparameters)
            throws InterruptedException {
        SortedMap<Integer, Samples> binned = new TreeMap<>();
        Set<Integer> inputCounts = new HashSet<>();
        for (int bins : binsToTry(heldOut(samples.size(), hyperparameters), hyperparameters)) {
            Samples withBins = samples.withBins(bins);
            if (inputCounts.add(withBins.inputCount())) { // where values are few, more bins change nothing
                binned.put(bins, withBins);
            }
        }
        return binned;
    }

    /** The number of rows that are held out for each network of the search; 0 for no search. */
    static int heldOut(int rows, Hyperparameters hyperparameters) {
        return Math.min(rows - 1, (int) Math.round((double) rows * hyperparameters.validationSetSize() / 100));
    }

    /**
     * {@return the numbers of bins to try, in ascending order; none are used where no rows can choose}
     *
     * @param heldOut the number of held-out rows
     * @param hyperparameters those to train with
     */
    private static int[] binsToTry(int heldOut, Hyperparameters hyperparameters) {
        if (hyperparameters.bins() != Hyperparameters.BINS_BY_HELD_OUT_ROWS) {
            return new int[] {hyperparameters.bins()};
        }
        return heldOut > 0 ? BINS_TO_TRY.clone() : new int[] {0};
    }

    /** Prepares an attempt that was read from its serialised form for further epochs. */
    void resume(LearningTask task) throws InterruptedException {
        for (Candidate candidate : candidates) {
            candidate.resume(task.on(task.samples().withBins(candidate.bins())));
        }
    }

    /**
     * Trains each candidate for one epoch.
     *
     * @param epochLimit how many epochs there may be in all
     * @return the epoch of the best candidate that was trained; null if there was none, because the limit or the
     *     patience has been reached or training diverged
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set, and the attempt is
     *     useless
     */
    @Nullable
    Epoch advance(int epochLimit) throws InterruptedException {
        List<Candidate> trained = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.advance(epochLimit)) {
                trained.add(candidate);
            }
        }
        giveUpThoseBehind();
        return trained.isEmpty() ? null : best(trained).lastEpoch();
    }

    /** The candidates are in the order of their inputs. */
    private void giveUpThoseBehind() {
        double best = Double.POSITIVE_INFINITY;
        for (Candidate candidate : candidates) {
            if (candidate.epochs().size() >= EPOCHS_BEFORE_GIVING_UP && candidate.validationLoss() > BEHIND * best) {
                candidate.giveUp();
            }
            best = Math.min(best, candidate.validationLoss());
        }
    }

    /** {@return whether {@link #advance} would train} */
    boolean advanceable(int epochLimit) {
        return candidates.stream().anyMatch(candidate -> candidate.advanceable(epochLimit));
    }

    /**
     * Trains the members of the final network for one epoch, if the search has got ahead of it.
     *
     * @return false if there was none
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set, and the attempt is
     *     useless
     */
    boolean catchUp() throws InterruptedException {
        Candidate leader = leader();
        for (Candidate candidate : candidates) {
            if (candidate != leader) {
                candidate.dropMembers(); // it may have led before; the memory suffices for the members of one
            }
        }
        return leader.catchUp();
    }

    private Candidate leader() {
        return best(candidates);
    }

    /** The candidate that predicts the held-out rows best; of equals one that did not diverge, with the fewest bins. */
    private static Candidate best(List<Candidate> candidates) {
        return Collections.min(
                candidates,
                Comparator.comparingDouble(Candidate::validationLoss).thenComparing(Candidate::diverged));
    }

    /** {@return the number of epochs of the candidate that was trained longest} */
    int epochCount() {
        return candidates.stream()
                .mapToInt(candidate -> candidate.epochs().size())
                .max()
                .orElseThrow();
    }

    /** {@return the number of epochs that the final network was trained after the search} */
    int refitEpochs() {
        return leader().refitEpochs();
    }

    /** {@return for how many epochs the final network is to be trained after the search} */
    int bestEpoch() {
        return leader().bestEpoch();
    }

    /** {@return the work so far, in products of inputs and rows} */
    double workDone() {
        return candidates.stream().mapToDouble(Candidate::workDone).sum();
    }

    /**
     * {@return the work that is left at most, in products of inputs and rows}
     *
     * @param epochLimit how many epochs there may be in all
     */
    double workLeft(int epochLimit) {
        double search = 0;
        double members = 0;
        Candidate leader = leader();
        for (Candidate candidate : candidates) {
            search += candidate.searchWorkLeft(epochLimit);
            boolean possible = candidate == leader || candidate.advanceable(epochLimit);
            members = Math.max(members, possible ? candidate.memberWorkLeft(epochLimit) : 0);
        }
        return search + members;
    }

    /**
     * {@return the final network that results without further epochs, once {@link #catchUp} returns false}
     *
     * @param restarts the number of attempts before this one
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    FittedNetwork outcome(int restarts) throws InterruptedException {
        List<BinsChoice.Trial> trials = candidates.size() == 1
                ? List.of()
                : candidates.stream()
                        .map(candidate -> new BinsChoice.Trial(candidate.bins(), candidate.validationLoss()))
                        .toList();
        return leader().outcome(restarts, trials);
    }
}
