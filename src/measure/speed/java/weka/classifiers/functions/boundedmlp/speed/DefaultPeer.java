package weka.classifiers.functions.boundedmlp.speed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weka.classifiers.functions.boundedmlp.speed.Race.Contender;

/**
 * A peer that is trained with its defaults.
 *
 * @param contender measures the peer's seconds and its {@link FitWorker#RMSE}
 * @param target how many times as fast as the peer ours should be; NaN if this size has no target
 * @param often whether the peer is fast enough to be run several times
 * @param remark a sentence for the report; may be empty
 */
record DefaultPeer(Contender contender, double target, boolean often, String remark) {
    /** MultilayerPerceptron's default number of epochs. */
    private static final int EPOCHS = 500;
    /** The number of epochs that are run if all would take too long. */
    private static final int EPOCHS_RUN = 20;

    private static final Map<Size, Double> SCIKIT_LEARN_TARGETS = Map.of(Size.M, 3.0, Size.L, 5.0);
    private static final Map<Size, Double> MULTILAYER_PERCEPTRON_TARGETS = Map.of(Size.L, 100.0);
    private static final Map<Size, Double> MLP_REGRESSOR_TARGETS = Map.of(Size.L, 12.0);

    /** The peers for a size; none for a size without targets. */
    static List<DefaultPeer> of(Harness harness, Size size) throws Exception {
        if (!SCIKIT_LEARN_TARGETS.containsKey(size)) {
            return List.of();
        }
        Shape shape = harness.settings().shape(size);
        List<DefaultPeer> peers = new ArrayList<>();
        if (harness.has(Python.SCIKIT_LEARN)) {
            peers.add(scikitLearn(harness, shape, target(SCIKIT_LEARN_TARGETS, size)));
        }
        peers.add(new DefaultPeer(
                new Contender(Schemes.MLP_REGRESSOR, seed -> fit(harness, Schemes.MLP_REGRESSOR, shape, "-S", seed)),
                target(MLP_REGRESSOR_TARGETS, size),
                true,
                ""));
        boolean estimated = size == Size.L
                && !harness.settings().slow()
                && !harness.settings().smoke();
        peers.add(multilayerPerceptron(harness, shape, target(MULTILAYER_PERCEPTRON_TARGETS, size), estimated));
        return peers;
    }

    private static double target(Map<Size, Double> targets, Size size) {
        return targets.getOrDefault(size, Double.NaN);
    }

    /** The number of held-out rows. */
    static int heldOut(Shape shape) {
        return shape.n() / 5;
    }

    /** Trains one of Weka's schemes in a separate process. */
    static Readings fit(Harness harness, String scheme, Shape shape, Object... options) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(scheme, shape.n(), heldOut(shape), shape.d()));
        arguments.addAll(List.of(options));
        return harness.launcher().java(FitWorker.class, arguments.toArray());
    }

    private static DefaultPeer scikitLearn(Harness harness, Shape shape, double target) throws Exception {
        Path data = harness.data(shape.n() + heldOut(shape), shape.d());
        Contender contender = new Contender(
                Python.SCIKIT_LEARN.name(),
                seed -> harness.python(
                        Python.SCIKIT_LEARN, "fit_sklearn.py", data, shape.n(), heldOut(shape), shape.d(), seed));
        return new DefaultPeer(contender, target, true, "");
    }

    private static DefaultPeer multilayerPerceptron(Harness harness, Shape shape, double target, boolean estimated) {
        String name = Schemes.MULTILAYER_PERCEPTRON;
        if (!estimated) {
            Contender contender = new Contender(name, () -> fit(harness, name, shape));
            return new DefaultPeer(contender, target, false, name + " was run once.");
        }
        Contender contender = new Contender(name, () -> {
            Map<String, Double> values =
                    new HashMap<>(fit(harness, name, shape, "-N", EPOCHS_RUN).values());
            values.computeIfPresent(Readings.SECONDS, (key, seconds) -> seconds * EPOCHS / EPOCHS_RUN);
            return new Readings(values);
        });
        return new DefaultPeer(
                contender,
                target,
                false,
                name + "'s seconds are extrapolated from " + EPOCHS_RUN + " of its " + EPOCHS
                        + " epochs, run once; its RMSE is the one after " + EPOCHS_RUN
                        + " epochs. -Dspeed.slow=true runs all epochs.");
    }
}
