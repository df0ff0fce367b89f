package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.kernels.KernelWarmUp;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.rows.SamplesFingerprint;

/**
 * Fits a network to samples, epoch by epoch: finds the best number of bins and of epochs on held-out rows, trains the
 * members on all rows for that number, and takes their mean. Without held-out rows it trains on all rows for the
 * maximum number of epochs.
 *
 * <p>If the result is dead (every row with a target between the bounds is predicted at a bound), training is repeated
 * with the gradient of {@link GradientPolicy#TOWARDS}, then with smaller and smaller learning rates as well. If even
 * that is dead, the untrained network is taken, which predicts the mean.
 *
 * <p>In its serialised form a training holds its state but no data. After it is read back, {@link #resume} gives it the
 * same samples, and it continues as if it had never ended: several calls give the same bits as one call with all their
 * epochs. After an exception a training is useless; so resume a copy of the state.
 */
public final class NetworkTraining implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_RESTARTS = 4;

    private @Nullable SamplesFingerprint fingerprint;

    /** The first attempt and one for each restart. All are kept, so that each can be resumed. */
    @SuppressWarnings("serial") // an ArrayList
    private final List<TrainingAttempt> attempts = new ArrayList<>();

    private Hyperparameters hyperparameters;
    private int epochLimit;
    private transient LearningTask task;
    private transient TrainingListener listener;
    /** The work of earlier calls. */
    private transient double workBefore;

    private NetworkTraining(LearningTask task, TrainingListener listener) throws InterruptedException {
        this.task = task;
        this.listener = listener;
        hyperparameters = task.hyperparameters();
        attempts.add(new TrainingAttempt(task));
        raiseEpochLimit();
    }

    /**
     * Fits a network in one go.
     *
     * @param task the task
     * @return the network, whose outputs are finite for all inputs no larger than the samples', and its learning curve
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static FittedNetwork fit(LearningTask task) throws InterruptedException {
        NetworkTraining training = start(task, TrainingListener.NONE);
        while (training.next()) {}
        return training.finish();
    }

    /**
     * Announces a training: what takes a while, once in a process, starts on another thread while the data is prepared.
     */
    public static void expect() {
        KernelWarmUp.begin();
    }

    /**
     * Begins a training, before its first epoch.
     *
     * @param task the task
     * @param listener receives the progress
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static NetworkTraining start(LearningTask task, TrainingListener listener) throws InterruptedException {
        NetworkTraining training = new NetworkTraining(task, listener);
        listener.started(0, training.epochLimit);
        return training;
    }

    /**
     * Remembers a fingerprint of the samples, by which {@link #resume} recognises them. Must be called before a
     * training is serialised.
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public void rememberSamples() throws InterruptedException {
        fingerprint = SamplesFingerprint.of(task.samples());
    }

    /**
     * Prepares a training that was read from its serialised form for up to the maximum number of further epochs. It
     * must have {@linkplain #rememberSamples() remembered its samples}.
     *
     * @param sameTask the task it began with; only the maximum number of epochs, the patience, the learning rate and
     *     the number of threads may differ
     * @param newListener receives the progress
     * @throws IllegalArgumentException if another hyperparameter differs from before, or the samples do; the message
     *     names the hyperparameter and both its values
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public void resume(LearningTask sameTask, TrainingListener newListener) throws InterruptedException {
        SamplesFingerprint remembered = Objects.requireNonNull(fingerprint, "rememberSamples comes first");
        sameTask.hyperparameters().requireResumable(hyperparameters);
        if (!SamplesFingerprint.of(sameTask.samples()).equals(remembered)) {
            throw new OtherDataException();
        }
        task = sameTask;
        hyperparameters = task.hyperparameters();
        listener = newListener;
        for (int restarts = 0; restarts < attempts.size(); restarts++) {
            attempts.get(restarts).resume(taskAfter(restarts));
        }
        raiseEpochLimit();
        workBefore = attempts.stream().mapToDouble(TrainingAttempt::workDone).sum();
        listener.started(epochsSoFar(), epochLimit);
    }

    /** The epochs of the longest attempt: the first one may have diverged earlier than a restart. */
    private int epochsSoFar() {
        int longest = 0;
        for (TrainingAttempt attempt : attempts) {
            longest = Math.max(longest, attempt.epochCount());
        }
        return longest;
    }

    /** Without inputs there is nothing to learn except the mean, which the untrained network predicts. */
    private void raiseEpochLimit() {
        long limit = (long) epochsSoFar() + hyperparameters.maxEpochs();
        epochLimit = task.samples().inputCount() == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, limit);
    }

    /** The first restart only has a gentler gradient; the others also have smaller steps. */
    private LearningTask taskAfter(int restarts) {
        if (restarts == 0) {
            return task;
        }
        double smaller = hyperparameters.learningRate() * Math.pow(10, 1 - restarts);
        return task.towards(Math.max(Double.MIN_VALUE, smaller)); // which must stay above 0
    }

    /**
     * Trains for one epoch.
     *
     * @return false if there was none, because the maximum number of epochs or the patience has been reached or
     *     training diverged
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public boolean next() throws InterruptedException {
        return advance(attempts.get(0), epochLimit);
    }

    private boolean advance(TrainingAttempt attempt, int limit) throws InterruptedException {
        Epoch epoch = attempt.advance(limit);
        if (epoch != null) {
            listener.epochEnded(epoch, limit, workLeft(attempt, limit));
        }
        return epoch != null;
    }

    /** The work that is left at most, in multiples of the work since the training started or was resumed. */
    private double workLeft(TrainingAttempt attempt, int limit) {
        double done = attempts.stream().mapToDouble(TrainingAttempt::workDone).sum() - workBefore;
        return attempt.workLeft(limit) / done;
    }

    /**
     * {@return the network after the epochs so far, with its learning curve; {@link #finish} would return the same now,
     * unless it is dead}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public FittedNetwork current() throws InterruptedException {
        return outcome(attempts.get(0), 0);
    }

    private FittedNetwork outcome(TrainingAttempt attempt, int restarts) throws InterruptedException {
        while (attempt.catchUp()) {
            listener.refitEpochEnded(attempt.refitEpochs(), attempt.bestEpoch(), workLeft(attempt, epochLimit));
        }
        return attempt.outcome(restarts);
    }

    /**
     * Ends the epochs, whether or not more are possible, and restarts if the result is dead.
     *
     * @return the network, whose outputs are finite for all inputs no larger than the samples', and its learning curve
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public FittedNetwork finish() throws InterruptedException {
        if (attempts.get(0).advanceable(epochLimit)) {
            epochLimit = attempts.get(0).epochCount();
        }
        FittedNetwork fitted = current();
        for (int restart = 1;
                restart <= MOST_RESTARTS && fitted.curve().finalResult().dead();
                restart++) {
            listener.restarted(restart);
            fitted = restart(restart);
        }
        listener.ended(fitted.binsChoice(), fitted.curve());
        return fitted;
    }

    private FittedNetwork restart(int restart) throws InterruptedException {
        if (attempts.size() == restart) {
            attempts.add(new TrainingAttempt(taskAfter(restart)));
        }
        TrainingAttempt attempt = attempts.get(restart);
        while (advance(attempt, restart == MOST_RESTARTS ? 0 : epochLimit)) {}
        return outcome(attempt, restart);
    }

    /** {@return the maximum number of epochs of all calls together} */
    public int epochLimit() {
        return epochLimit;
    }
}
