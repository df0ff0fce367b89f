package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;

/**
 * The networks that are trained side by side on all rows and averaged to the final one. They differ in their initial
 * weights and in the order of the rows, so their errors differ, too, and partly cancel each other out.
 */
final class Members implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Spreads the seeds of the members, so that those of neighbouring seeds differ: 2^64 over the golden ratio. */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    @SuppressWarnings("serial") // an ArrayList
    private final List<MiniBatchTrainer> trainers = new ArrayList<>();

    private int epochs;
    private boolean diverged;
    private transient LearningTask task;

    Members(LearningTask task, float largestInput) throws InterruptedException {
        this.task = task;
        Hyperparameters hyperparameters = task.hyperparameters();
        for (int member = 0; member < hyperparameters.members(); member++) {
            trainers.add(new MiniBatchTrainer(task, largestInput, hyperparameters.seed() + member * SEED_STEP));
        }
    }

    /** Prepares members that were read from their serialised form for further epochs. */
    void prepare(LearningTask sameTask) {
        task = sameTask;
        trainers.forEach(trainer -> trainer.prepare(sameTask));
    }

    /**
     * Trains each member for one epoch and keeps the networks.
     *
     * @return the figures of all members together
     * @throws DivergenceException if training of a member diverged; then all networks stay as they were kept last
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    RowFigures trainEpoch() throws DivergenceException, InterruptedException {
        RowFigures total = RowFigures.NOTHING;
        try {
            for (MiniBatchTrainer trainer : trainers) {
                total = total.plus(trainer.trainEpoch());
            }
        } catch (DivergenceException e) {
            diverged = true;
            throw e;
        }
        trainers.forEach(MiniBatchTrainer::keep);
        epochs++;
        return total;
    }

    /** {@return how many epochs each member was trained} */
    int epochs() {
        return epochs;
    }

    /** {@return whether training of a member diverged} */
    boolean diverged() {
        return diverged;
    }

    /** {@return how often a stuck row was brought back to life} */
    long rescues() {
        return trainers.stream().mapToLong(MiniBatchTrainer::rescues).sum();
    }

    /**
     * {@return the mean of the members, whose {@link OutputBias} is settled; a single one if they are untrained}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    Network settled() throws InterruptedException {
        int hiddenSize = task.hyperparameters().hiddenSize();
        List<MiniBatchTrainer> trained = epochs == 0 ? trainers.subList(0, 1) : trainers;
        Network mean = Network.mean(trained.stream()
                .map(trainer -> trainer.best().withHiddenUnits(hiddenSize))
                .toList());
        OutputBias.settle(mean, task);
        return mean;
    }
}
