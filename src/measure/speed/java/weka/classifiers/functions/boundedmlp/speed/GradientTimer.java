package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.MLPRegressor;
import weka.core.Instances;

/**
 * MLPRegressor as it trains, with a watch on each of its gradients; it stops, by throwing {@link Enough}, when it has been timed
 * long enough. Until then all is its own.
 */
final class GradientTimer extends MLPRegressor {
    private static final long serialVersionUID = 1L;

    private static final int FEWEST = 3;

    private final double seconds;
    private final int fewest;
    private final ArrayList<Double> times = new ArrayList<>();
    private long warmUpStart;

    /** Thrown inside the training to end it. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("Enough.");
        }
    }

    private GradientTimer(int h, double seconds, int fewest) {
        this.seconds = seconds;
        this.fewest = fewest;
        setNumFunctions(h);
        // as many gradients, without a matrix of all parameters by all parameters
        setUseCGD(true);
    }

    /** The seconds of each gradient once that many seconds of warming up are over. */
    static List<Double> time(Instances data, int h, double seconds) throws Exception {
        GradientTimer timer = new GradientTimer(h, seconds, FEWEST);
        timer.train(data);
        return timer.times;
    }

    /** A network whose training ended after its first gradient; it predicts as fast as one that was trained to the end. */
    static MLPRegressor hardlyTrained(Instances data, int h) throws Exception {
        GradientTimer timer = new GradientTimer(h, 0, 1);
        timer.train(data);
        return timer;
    }

    private void train(Instances data) throws Exception {
        warmUpStart = System.nanoTime();
        try {
            buildClassifier(data);
        } catch (Enough e) {
            m_Pool.shutdown();
        }
    }

    @Override
    protected double[] calculateGradient() {
        long start = System.nanoTime();
        double[] gradient = super.calculateGradient();
        long end = System.nanoTime();
        if (start - warmUpStart >= seconds * 1e9) {
            times.add((end - start) / 1e9);
        }
        double measured = times.stream().mapToDouble(Double::doubleValue).sum();
        if (times.size() >= fewest && measured >= seconds) {
            throw new Enough();
        }
        return gradient;
    }
}
