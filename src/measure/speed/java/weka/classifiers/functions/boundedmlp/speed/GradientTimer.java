package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.MLPRegressor;
import weka.core.Instances;

/**
 * An unchanged MLPRegressor that times each of its gradients during training. After enough time it ends the training by
 * throwing {@link Enough}.
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
        // the gradient is the same, but no matrix of all parameters by all parameters is needed
        setUseCGD(true);
    }

    /** The seconds of each gradient after the warm-up; warm-up and measurement take at least the given seconds each. */
    static List<Double> time(Instances data, int h, double seconds) throws Exception {
        GradientTimer timer = new GradientTimer(h, seconds, FEWEST);
        timer.train(data);
        return timer.times;
    }

    /** A network whose training ended after the first gradient; it predicts as fast as a fully trained one. */
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
