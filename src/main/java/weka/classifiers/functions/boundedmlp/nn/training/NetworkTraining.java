package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.FittedNetwork;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.kernels.KernelWarmUp;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;
import weka.classifiers.functions.boundedmlp.nn.rows.SamplesFingerprint;

/**
 * Fits a network to samples, epoch by epoch: finds the best number of epochs on held-out rows, and trains a network on all rows
 * for that many. Without held-out rows it trains on all rows for the maximum number of epochs.
 *
 * <p>If the outcome is dead (every target between the bounds is predicted at one), all is done anew with the gradient of
 * {@link GradientPolicy#TOWARDS}, then with ever smaller learning rates too; should even that not live, the untrained
 * network, which predicts the mean, is better.
 *
 * <p>In its serialised form a training holds its state but no data. Read back and given the same samples by {@link #resume}, it
 * goes on as if it had never ended: the epochs of several calls give the same bits as that many in one. After an exception it
 * is useless; so go on with a copy of the state.
 */
public final class NetworkTraining implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_RESTARTS = 4;

    private final OutputActivation activation;
    private @Nullable SamplesFingerprint fingerprint;

    /** The first, and one for each restart; kept so that each can go on from where it is. */
    @SuppressWarnings("serial") // an ArrayList
    private final List<TrainingAttempt> attempts = new ArrayList<>();

    private Hyperparameters hyperparameters;
    private int epochLimit;
    private transient Samples samples;
    private transient TrainingListener listener;

    private NetworkTraining(
            Samples samples, Hyperparameters hyperparameters, OutputActivation activation, TrainingListener listener)
            throws InterruptedException {
        this.samples = samples;
        this.hyperparameters = hyperparameters.copy();
        this.activation = activation;
        this.listener = listener;
        attempts.add(new TrainingAttempt(samples, settings(0), activation));
        raiseEpochLimit();
    }

    /**
     * Fits a network in one go.
     *
     * @param samples at least one row, in scaled units; not modified
     * @param hyperparameters consistent settings; not modified
     * @param activation the output activation, in scaled units
     * @return the network, whose outputs are finite for all inputs no larger than the samples', and its learning curve
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static FittedNetwork fit(Samples samples, Hyperparameters hyperparameters, OutputActivation activation)
            throws InterruptedException {
        NetworkTraining training = start(samples, hyperparameters, activation, TrainingListener.NONE);
        while (training.next()) {}
        return training.finish();
    }

    /**
     * Tells that a training is to come: what takes a while once in a process is begun on another thread, beside the preparation of
     * the data.
     */
    public static void expect() {
        KernelWarmUp.begin();
    }

    /**
     * Begins a training, before its first epoch.
     *
     * @param samples at least one row, in scaled units; not modified
     * @param hyperparameters consistent settings; not modified
     * @param activation the output activation, in scaled units
     * @param listener is told how it goes on
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static NetworkTraining start(
            Samples samples, Hyperparameters hyperparameters, OutputActivation activation, TrainingListener listener)
            throws InterruptedException {
        NetworkTraining training = new NetworkTraining(samples, hyperparameters, activation, listener);
        listener.started(0, training.epochLimit);
        return training;
    }

    /**
     * Takes note of what the samples are, so that {@link #resume} knows them again: to be called before a training is
     * serialised.
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public void rememberSamples() throws InterruptedException {
        fingerprint = SamplesFingerprint.of(samples);
    }

    /**
     * Makes a training that was read from its serialised form ready for up to the maximum number of further epochs. It must
     * have {@linkplain #rememberSamples() remembered its samples}.
     *
     * @param sameSamples the samples it began with
     * @param settings the settings from now on; not modified
     * @param newListener is told how it goes on
     * @throws IllegalArgumentException if a setting differs from before that must not, or the samples do; the message names the
     *     setting and both its values
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public void resume(Samples sameSamples, Hyperparameters settings, TrainingListener newListener)
            throws InterruptedException {
        SamplesFingerprint remembered = Objects.requireNonNull(fingerprint, "rememberSamples comes first");
        settings.requireResumable(hyperparameters);
        if (!SamplesFingerprint.of(sameSamples).equals(remembered)) {
            throw new OtherDataException();
        }
        samples = sameSamples;
        hyperparameters = settings.copy();
        listener = newListener;
        for (int restarts = 0; restarts < attempts.size(); restarts++) {
            attempts.get(restarts).resume(samples, settings(restarts));
        }
        raiseEpochLimit();
        listener.started(epochsSoFar(), epochLimit);
    }

    /** Those of the longest attempt: the first may have diverged before one that was started anew. */
    private int epochsSoFar() {
        int longest = 0;
        for (TrainingAttempt attempt : attempts) {
            longest = Math.max(longest, attempt.epochs().size());
        }
        return longest;
    }

    /** Without inputs there is nothing to learn but the mean, which the untrained network predicts. */
    private void raiseEpochLimit() {
        long limit = (long) epochsSoFar() + hyperparameters.maxEpochs();
        epochLimit = samples.inputCount() == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, limit);
    }

    /** The first restart has a gentler gradient only, the others smaller steps too. */
    private Hyperparameters settings(int restarts) {
        if (restarts == 0) {
            return hyperparameters;
        }
        double smaller = hyperparameters.learningRate() * Math.pow(10, 1 - restarts);
        return hyperparameters.copy().learningRate(Math.max(Double.MIN_VALUE, smaller)); // which must stay above 0
    }

    /**
     * Trains for one epoch.
     *
     * @return false if there was none, because the maximum number of epochs or the patience has been reached or training
     *     diverged
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public boolean next() throws InterruptedException {
        return advance(attempts.get(0), epochLimit);
    }

    private boolean advance(TrainingAttempt attempt, int limit) throws InterruptedException {
        boolean advanced = attempt.advance(limit);
        if (advanced) {
            int number = attempt.epochs().size();
            listener.epochEnded(
                    number, limit, attempt.refitEpochs(), attempt.epochs().get(number - 1));
        }
        return advanced;
    }

    /**
     * {@return the network after the epochs so far, and its learning curve: the one that {@link #finish} would return now, if
     * it is not dead}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public FittedNetwork current() throws InterruptedException {
        return attempts.get(0).outcome(samples, 0);
    }

    /**
     * Ends the epochs, whether or not there could be more, and restarts where the outcome is dead.
     *
     * @return the network, whose outputs are finite for all inputs no larger than the samples', and its learning curve
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public FittedNetwork finish() throws InterruptedException {
        if (attempts.get(0).advanceable(epochLimit)) {
            epochLimit = attempts.get(0).epochs().size();
        }
        FittedNetwork fitted = current();
        for (int restart = 1;
                restart <= MOST_RESTARTS && fitted.curve().finalResult().dead();
                restart++) {
            listener.restarted(restart);
            fitted = restart(restart);
        }
        listener.ended(fitted.curve());
        return fitted;
    }

    private FittedNetwork restart(int restart) throws InterruptedException {
        if (attempts.size() == restart) {
            OutputActivation gentler = activation.withPolicy(GradientPolicy.TOWARDS);
            attempts.add(new TrainingAttempt(samples, settings(restart), gentler));
        }
        TrainingAttempt attempt = attempts.get(restart);
        while (advance(attempt, restart == MOST_RESTARTS ? 0 : epochLimit)) {}
        return attempt.outcome(samples, restart);
    }

    /** {@return how many epochs there could be at most, those of all calls together} */
    public int epochLimit() {
        return epochLimit;
    }
}
