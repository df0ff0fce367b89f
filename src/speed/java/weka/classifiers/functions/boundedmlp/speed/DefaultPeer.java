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
 * @param contender measures it: its seconds and its {@link FitWorker#RMSE}
 * @param target how many times as fast we shall be
 * @param often whether it is fast enough to be run several times
 * @param remark what the report says of it; empty for nothing
 */
record DefaultPeer(Contender contender, double target, boolean often, String remark) {
    /** The default of MultilayerPerceptron. */
    private static final int EPOCHS = 500;
    /** How many of them are run where all take too long. */
    private static final int EPOCHS_RUN = 20;

    private static final Map<Size, Double> SCIKIT_LEARN_TARGETS = Map.of(Size.M, 3.0, Size.L, 5.0);
    private static final double MULTILAYER_PERCEPTRON_TARGET = 100;
    private static final double MLP_REGRESSOR_TARGET = 12;

    /** The peers that there are for a size; none for a size without targets. */
    static List<DefaultPeer> of(Harness harness, Size size) throws Exception {
        if (!SCIKIT_LEARN_TARGETS.containsKey(size)) {
            return List.of();
        }
        Shape shape = harness.settings().shape(size);
        List<DefaultPeer> peers = new ArrayList<>();
        if (harness.has(Python.SCIKIT_LEARN)) {
            peers.add(scikitLearn(harness, shape, SCIKIT_LEARN_TARGETS.getOrDefault(size, Double.NaN)));
        }
        peers.add(new DefaultPeer(
                new Contender(Schemes.MLP_REGRESSOR, () -> fit(harness, Schemes.MLP_REGRESSOR, shape)),
                MLP_REGRESSOR_TARGET,
                true,
                ""));
        boolean estimated = size == Size.L
                && !harness.settings().slow()
                && !harness.settings().smoke();
        peers.add(multilayerPerceptron(harness, shape, estimated));
        return peers;
    }

    /** How many rows are held out. */
    static int heldOut(Shape shape) {
        return shape.n() / 5;
    }

    /** Trains one of Weka's schemes in a process of its own. */
    static Readings fit(Harness harness, String scheme, Shape shape, Object... options) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(scheme, shape.n(), heldOut(shape), shape.d()));
        arguments.addAll(List.of(options));
        return harness.launcher().java(FitWorker.class, arguments.toArray());
    }

    private static DefaultPeer scikitLearn(Harness harness, Shape shape, double target) throws Exception {
        Path data = harness.data(shape.n() + heldOut(shape), shape.d());
        Contender contender = new Contender(
                Python.SCIKIT_LEARN.name(),
                () -> harness.python(
                        Python.SCIKIT_LEARN, "fit_sklearn.py", data, shape.n(), heldOut(shape), shape.d()));
        return new DefaultPeer(contender, target, true, "");
    }

    private static DefaultPeer multilayerPerceptron(Harness harness, Shape shape, boolean estimated) {
        String name = Schemes.MULTILAYER_PERCEPTRON;
        if (!estimated) {
            Contender contender = new Contender(name, () -> fit(harness, name, shape));
            return new DefaultPeer(contender, MULTILAYER_PERCEPTRON_TARGET, false, name + " was run once.");
        }
        Contender contender = new Contender(name, () -> {
            Map<String, Double> values =
                    new HashMap<>(fit(harness, name, shape, "-N", EPOCHS_RUN).values());
            values.computeIfPresent(Readings.SECONDS, (key, seconds) -> seconds * EPOCHS / EPOCHS_RUN);
            return new Readings(values);
        });
        return new DefaultPeer(
                contender,
                MULTILAYER_PERCEPTRON_TARGET,
                false,
                name + "'s seconds are estimated: " + EPOCHS_RUN + " of its " + EPOCHS
                        + " epochs were run, once, and took "
                        + EPOCHS_RUN + " / " + EPOCHS + " of them; its RMSE is the one after these " + EPOCHS_RUN
                        + " epochs. -Dspeed.slow=true runs all.");
    }
}
