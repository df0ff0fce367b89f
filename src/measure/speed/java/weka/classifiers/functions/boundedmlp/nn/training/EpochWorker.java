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
 * A process that times epochs of the bounded network by the very path that a user's training takes, {@link MiniBatchTrainer#trainEpoch}. It
 * lies in this package because the trainer is nobody else's business.
 */
public final class EpochWorker {

    /** What to time. */
    public enum Mode {
        /** An epoch once all is compiled. */
        WARM,
        /** The same in a process in which a small network was trained before. */
        AFTER_SMALL,
        /** The same after the denormal numbers, if any, of living units have had time to come up; to compare with {@link #DEAD}. */
        SETTLED,
        /** The same with an eighth of the hidden units dead. */
        DEAD,
        /** The first ten epochs of the process, together. */
        COLD
    }

    private static final int COLD_EPOCHS = 10;
    private static final Shape SMALL = new Shape(1000, 10, 20);
    /** Far below any weighted sum of standardised inputs. */
    private static final float DEADLY_BIAS = -1e6f;
    /** The second moment of Adam reaches the denormal numbers by 0.999^t. */
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
        trainer = new MiniBatchTrainer(learning, largestInput);
    }

    /**
     * Prints the seconds of an epoch; of {@link Mode#COLD} those of ten, the workspace included.
     *
     * @param arguments the shape, the size of a mini-batch, how many seconds to warm up and then to measure, the number of
     *     threads, and the mode
     */
    public static void main(String[] arguments) throws Exception {
        EpochWorker worker = new EpochWorker(
                Shape.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                Double.parseDouble(arguments[2]),
                Integer.parseInt(arguments[3]));
        Readings.print(Readings.SECONDS, worker.measure(Mode.valueOf(arguments[4])));
        System.exit(0); // the trainer may have threads
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
        trainer.trainEpoch(); // so that all moments are alive
        if (mode == Mode.DEAD) {
            killAnEighth();
        }
        boolean settle = mode == Mode.SETTLED || mode == Mode.DEAD;
        int stepsPerEpoch = (shape.n() + batchSize - 1) / batchSize;
        timeEpochs(settle ? STEPS_TO_DENORMALS / stepsPerEpoch : 1, MOST_WARM_UP_EPOCHS);
        return Statistics.median(timeEpochs(FEWEST_EPOCHS, MOST_EPOCHS));
    }

    /** Times epochs until the seconds are over, but a certain number of them. */
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
