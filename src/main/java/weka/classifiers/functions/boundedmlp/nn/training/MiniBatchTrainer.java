package weka.classifiers.functions.boundedmlp.nn.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.Backprop;
import weka.classifiers.functions.boundedmlp.nn.backprop.HiddenShards;
import weka.classifiers.functions.boundedmlp.nn.backprop.SharingTrial;
import weka.classifiers.functions.boundedmlp.nn.backprop.StuckRows;
import weka.classifiers.functions.boundedmlp.nn.backprop.Workers;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;
import weka.classifiers.functions.boundedmlp.nn.kernels.KernelWarmUp;
import weka.classifiers.functions.boundedmlp.nn.rows.RowOrder;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * Trains one network by passes over mini-batches. The network that counts is an exponential moving average of the
 * weights (Polyak and Juditsky 1992): it varies less than the weights of the last step, and predicts better.
 *
 * <p>{@link StuckRows} keep the clamp from silencing single rows, or all of them.
 */
public final class MiniBatchTrainer implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The automatic mini-batch size grows with the data, so that an epoch has about this many steps. */
    private static final int STEPS_PER_EPOCH = 40;

    private static final int SMALLEST_BATCH = 4;
    private static final int LARGEST_BATCH = 64;

    /**
     * The number of updates of the average in an epoch, if it has that many steps: each update costs a tenth of a step.
     */
    private static final int AVERAGINGS_PER_EPOCH = 100;
    /** Time constant of the average, in epochs. */
    private static final double AVERAGED_EPOCHS = 3;
    /** At the start, the average covers this fraction of the steps so far. */
    private static final double AVERAGED_SHARE = 0.2;

    private final int batchSize;
    private final int batches;
    private final int averagingInterval;
    private final double settledAveragingRate;
    private final Random random;
    private final int[] order;
    private final HiddenShards shards;
    private final Network[] networks;
    private final Network[] averages;
    private final Optimizer[] optimizers;
    private final Network best;
    private final StuckRows stuckRows;
    private final float largestInput;
    private transient LearningTask task;
    private transient Network[] gradients;
    private transient Backprop backprop;
    private transient int threads;
    private transient SharingTrial sharing;
    private transient AlignedRows.Upkeep upkeep;

    private long steps;

    /**
     * Prepares training from fresh weights; the untrained network is the best so far.
     *
     * @param task the task
     * @param largestInput the largest absolute value of any input, including inputs of other rows, for which outputs
     *     must be finite
     * @param seed the seed of the initial weights and of the order of the rows
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    MiniBatchTrainer(LearningTask task, float largestInput, long seed) throws InterruptedException {
        Hyperparameters hyperparameters = task.hyperparameters();
        Samples samples = task.samples();
        random = new Random(seed);
        int n = samples.size();
        batchSize = batchSize(n, hyperparameters.miniBatchSize());
        batches = (n + batchSize - 1) / batchSize;
        averagingInterval = Math.max(1, batches / AVERAGINGS_PER_EPOCH);
        settledAveragingRate = -StrictMath.expm1(-averagingInterval / (AVERAGED_EPOCHS * batches));
        order = RowOrder.all(n);
        stuckRows = new StuckRows(n);
        double start = task.loss().bestConstant(samples.targets(), samples.weights());
        int inputCount = samples.inputCount();
        shards = HiddenShards.of(inputCount, hyperparameters.hiddenSize(), batchSize);
        Network untrained = Network.initialise(inputCount, hyperparameters.hiddenSize(), start, random);
        HiddenKinks.spread(untrained, samples, random);
        networks = shards.split(untrained);
        averages = new Network[shards.count()];
        optimizers = new Optimizer[shards.count()];
        for (int i = 0; i < shards.count(); i++) {
            averages[i] = networks[i].copy();
            optimizers[i] = switch (hyperparameters.optimizer()) {
                case ADAM -> new Adam(networks[i]);
                case SGD -> new Sgd(networks[i], hyperparameters.momentum());
            };
        }
        this.largestInput = largestInput;
        prepare(task);
        best = network().copy();
    }

    /**
     * Sets up what is not part of the state: the task and the workspaces.
     *
     * @param sameTask the task that training began with, except for what {@link Hyperparameters#requireResumable}
     *     allows
     */
    final void prepare(LearningTask sameTask) {
        task = sameTask;
        Samples rows = task.samples();
        gradients = new Network[shards.count()];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = new Network(rows.inputCount(), shards.width());
        }
        double decay = task.hyperparameters().weightDecay() / rows.totalWeight();
        backprop = new Backprop(rows, shards.width(), shards.count(), batchSize, task.loss(), decay);
        threads = Math.min(shards.count(), task.hyperparameters().threads());
        sharing = new SharingTrial();
        upkeep = new AlignedRows.Upkeep((double) rows.size() * rows.inputCount() * shards.hiddenSize());
    }

    /**
     * The chosen size, or the power of two that makes about {@link #STEPS_PER_EPOCH} steps; never more than the number
     * of rows.
     */
    static int batchSize(int n, int chosen) {
        int automatic =
                Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, Integer.highestOneBit(1 + n / STEPS_PER_EPOCH)));
        return Math.min(n, chosen > 0 ? chosen : automatic);
    }

    /**
     * {@return the averaged network, filled up with hidden units that do nothing to the width of {@link
     * AlignedRows#length}; further training may change it}
     */
    Network network() {
        return shards.count() == 1 ? averages[0] : shards.join(averages);
    }

    /** Keeps the network as it is now as the best. */
    void keep() {
        best.copyFrom(network());
    }

    /** {@return the network that was kept last, as wide as {@link #network}; not a copy} */
    Network best() {
        return best;
    }

    /**
     * {@return a copy of the network that was kept last, whose {@link OutputBias} is settled on the rows it was trained
     * on}
     *
     * @param width how many hidden units it has: as many as {@link #best}, or as the hyperparameters say
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    Network settled(int width) throws InterruptedException {
        Network settled = best.withHiddenUnits(width);
        OutputBias.settle(settled, task);
        return settled;
    }

    /** {@return the number of rows of an epoch} */
    int rowCount() {
        return order.length;
    }

    /** {@return the maximum number of threads: one if the mini-batches are small} */
    int threads() {
        return threads;
    }

    /** {@return how often a stuck row was brought back to life} */
    long rescues() {
        return stuckRows.rescues();
    }

    /**
     * Passes over all rows once, in a new random order.
     *
     * @return the figures of the rows, each from before its mini-batch's step
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     * @throws DivergenceException if the loss, the gradient or an output is no longer finite; the network is then
     *     useless, but the one kept last is not
     */
    RowFigures trainEpoch() throws InterruptedException, DivergenceException {
        KernelWarmUp.await();
        upkeep.beginEpoch(this::rows);
        RowOrder.shuffle(order, random);
        RowFigures total = RowFigures.NOTHING;
        try (Workers workers = Workers.start(threads, sharing)) {
            for (int batch = 0; batch < batches; batch++) {
                int from = (int) ((long) order.length * batch / batches);
                int to = (int) ((long) order.length * (batch + 1) / batches);
                workers.nextBatch();
                total = total.plus(trainBatch(from, to, workers));
            }
        }
        if (!network().staysFinite(largestInput)) {
            throw new DivergenceException();
        }
        return total;
    }

    /** All rows of values that an epoch works on, except the averages. */
    private float[][][] rows() {
        List<float[][]> groups = new ArrayList<>();
        for (int i = 0; i < shards.count(); i++) {
            groups.addAll(List.of(backprop.hidden(i), gradients[i].blocks(), networks[i].blocks()));
            for (Network state : optimizers[i].state()) {
                groups.add(state.blocks());
            }
        }
        return groups.toArray(new float[0][][]);
    }

    private RowFigures trainBatch(int from, int to, Workers workers) throws InterruptedException, DivergenceException {
        RowFigures result = backprop.lossAndGradient(networks, order, from, to, gradients, stuckRows, workers);
        Interruption.check();
        double norm = backprop.gradientNorm();
        if (!Double.isFinite(result.lossSum()) || !Double.isFinite(norm)) {
            throw new DivergenceException();
        }
        double limit = task.hyperparameters().maxGradientNorm();
        float gradientScale = norm > limit ? (float) (limit / norm) : 1;
        steps++;
        float averagingRate = steps % averagingInterval == 0 ? averagingRate() : 0;
        double learningRate = task.hyperparameters().learningRate();
        workers.run(shards.count(), i -> {
            optimizers[i].step(networks[i], gradients[i], gradientScale, learningRate);
            if (averagingRate > 0) {
                averages[i].moveTowards(networks[i], averagingRate);
            }
        });
        Interruption.check();
        return result;
    }

    private float averagingRate() {
        double starting = 1 / (1 + AVERAGED_SHARE * steps / averagingInterval);
        return (float) Math.max(settledAveragingRate, starting);
    }
}
