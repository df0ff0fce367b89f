package weka.classifiers.functions.boundedmlp.nn.training;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;
import weka.classifiers.functions.boundedmlp.speed.Readings;
import weka.classifiers.functions.boundedmlp.speed.Shape;
import weka.classifiers.functions.boundedmlp.speed.Statistics;
import weka.classifiers.functions.boundedmlp.speed.SyntheticTask;

/**
 * The process that times epochs of the bounded network, run by {@link MiniBatchTrainer#trainEpoch} as in a user's
 * training. It is in this package because the trainer is not public.
 */
public final class EpochWorker {

    /** What to time. */
    public enum Mode {
        /** An epoch after HotSpot has compiled everything. */
        WARM,
        /** Like {@link #WARM}, in a process that has trained a small network before. */
        AFTER_SMALL,
        /** Like {@link #WARM}, after as many epochs as {@link #DEAD} and with all units alive, to compare with it. */
        SETTLED,
        /** Like {@link #WARM}, with an eighth of the hidden units dead for so long that their moments are denormal. */
        DEAD,
        /** The first ten epochs of the process, in total. */
        COLD
    }

    private static final int COLD_EPOCHS = 10;
    private static final Shape SMALL = new Shape(1000, 10, 20);
    /** Lower than minus any weighted sum of standardised inputs, so that the unit never becomes active. */
    private static final float DEADLY_BIAS = -1e6f;
    /** Adam's second moment of a dead unit decays as 0.999^t, and is denormal after this many steps. */
    private static final int STEPS_TO_DENORMALS = 90_000;

    private static final int MOST_WARM_UP_EPOCHS = 20_000;
    private static final int MOST_EPOCHS = 10_000;
    private static final int FEWEST_EPOCHS = 3;

    private final Shape shape;
    private final int batchSize;
    private final double seconds;
    private final MiniBatchTrainer trainer;
    private final long created;

    private EpochWorker(Shape shape, int batchSize, double seconds, int threads) throws InterruptedException {
        this.shape = shape;
        this.batchSize = batchSize;
        this.seconds = seconds;
        SyntheticTask task = new SyntheticTask(shape.n(), shape.d(), 1);
        double[] targets = new double[shape.n()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = task.targets()[i];
        }
        double mean = Arrays.stream(targets).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(targets)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        double[] weights = new double[targets.length];
        Arrays.fill(weights, 1);
        Samples samples = new Samples(
                task.inputs(),
                Arrays.stream(targets).map(value -> (value - mean) / deviation).toArray(),
                weights,
                shape.d());
        Hyperparameters hyperparameters = new Hyperparameters()
                .hiddenSize(shape.h())
                .miniBatchSize(batchSize)
                .numThreads(threads);
        LearningTask learning = new LearningTask(samples, hyperparameters, hyperparameters.loss(mean, deviation));
        float largestInput = samples.largestInput();
        created = System.nanoTime();
        trainer = new MiniBatchTrainer(learning, largestInput, hyperparameters.seed());
    }

    /**
     * Prints the seconds of an epoch; for {@link Mode#COLD} those of ten epochs and of creating the trainer.
     *
     * @param arguments the shape, the rows of a mini-batch, the seconds of the warm-up and again of the measurement,
     *     the number of threads, and the {@link Mode}
     */
    public static void main(String[] arguments) throws Exception {
        EpochWorker worker = new EpochWorker(
                Shape.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Double.parseDouble(arguments[2]),
                Integer.parseInt(arguments[3]));
        Readings.print(Readings.SECONDS, worker.measure(Mode.valueOf(arguments[4])));
        System.exit(0); // the trainer may have left threads running
    }

    private double measure(Mode mode) throws Exception {
        if (mode == Mode.COLD) {
            for (int epoch = 0; epoch < COLD_EPOCHS; epoch++) {
                trainer.trainEpoch();
            }
            return (System.nanoTime() - created) / 1e9;
        }
        if (mode == Mode.AFTER_SMALL) {
            new EpochWorker(SMALL, batchSize, seconds, 1).timeEpochs(1, MOST_WARM_UP_EPOCHS);
        }
        trainer.trainEpoch(); // so that no moment is 0
        if (mode == Mode.DEAD) {
            killAnEighth();
        }
        boolean settle = mode == Mode.SETTLED || mode == Mode.DEAD;
        int stepsPerEpoch = (shape.n() + batchSize - 1) / batchSize;
        timeEpochs(settle ? STEPS_TO_DENORMALS / stepsPerEpoch : 1, MOST_WARM_UP_EPOCHS);
        return Statistics.median(timeEpochs(FEWEST_EPOCHS, MOST_EPOCHS));
    }

    /**
     * The seconds of each epoch, until the time is over, but at least {@code fewest} and at most {@code most} epochs.
     */
    private List<Double> timeEpochs(int fewest, int most) throws Exception {
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        long last = start;
        while (times.size() < fewest || (times.size() < most && last - start < seconds * 1e9)) {
            trainer.trainEpoch();
            long now = System.nanoTime();
            times.add((now - last) / 1e9);
            last = now;
        }
        return times;
    }

    private void killAnEighth() throws ReflectiveOperationException {
        Field field = MiniBatchTrainer.class.getDeclaredField("networks");
        field.setAccessible(true);
        for (Network shard : (Network[]) field.get(trainer)) {
            for (int j = 0; j < shard.hiddenSize(); j += 8) {
                shard.hiddenBiases()[j] = DEADLY_BIAS;
            }
        }
    }
}
