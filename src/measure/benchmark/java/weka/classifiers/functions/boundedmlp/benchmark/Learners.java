package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.functions.MLPRegressor;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;
import weka.classifiers.rules.ZeroR;
import weka.classifiers.trees.RandomForest;
import weka.core.Utils;

/** The learners that can be compared, all with their defaults but for what the name says, and the named sets of them. */
final class Learners {
    /** The set that is compared unless another is asked for. */
    static final String PEERS = "peers";
    /** The set of what the bounded network can be told about its bounds. */
    static final String VARIANTS = "variants";

    static final String ZERO_R = "ZeroR";
    static final String MULTILAYER_PERCEPTRON = "MultilayerPerceptron";
    static final String MLP_REGRESSOR = "MLPRegressor";
    static final String OURS = "BoundedMLPRegressor";
    static final String UNBOUNDED = "unbounded";

    private final Map<String, Learner> known = new LinkedHashMap<>();
    private final Map<String, List<String>> sets = new LinkedHashMap<>();
    private final Set<String> extraNames;

    /**
     * All learners.
     *
     * @param extra further variants of the bounded network, name and options
     */
    Learners(Map<String, String> extra) throws BenchmarkFailure {
        add(ZERO_R, limits -> new ZeroR());
        add("LinearRegression", limits -> new LinearRegression());
        add(MULTILAYER_PERCEPTRON, limits -> new MultilayerPerceptron());
        // in Java, because on Weka 3.8.7 it refuses options of its own on the command line
        add(MLP_REGRESSOR, limits -> new MLPRegressor());
        add("RandomForest", limits -> new RandomForest());
        add(OURS, limits -> bounded(new BoundedMLPRegressor(), limits));
        add(UNBOUNDED, limits -> bounded(new BoundedMLPRegressor(), Limits.NONE));
        sets.put(PEERS, List.copyOf(known.keySet()));

        add("fit-then-clip", limits -> new FitThenClip(bounded(new BoundedMLPRegressor(), Limits.NONE), limits));
        add("towards", limits -> withGradient(GradientPolicy.TOWARDS, limits));
        add("leaky", limits -> withGradient(GradientPolicy.LEAKY, limits));
        add("softplus", limits -> withOutput(OutputKind.SOFTPLUS, new BoundedMLPRegressor(), limits));
        add("clamp-to-largest", limits -> withOutput(OutputKind.CLAMP, new UpToLargestTarget(), limits));
        add("sigmoid-to-largest", limits -> withOutput(OutputKind.SIGMOID, new UpToLargestTarget(), limits));
        sets.put(
                VARIANTS,
                List.of(
                        OURS,
                        "towards",
                        "leaky",
                        "softplus",
                        "clamp-to-largest",
                        "sigmoid-to-largest",
                        UNBOUNDED,
                        "fit-then-clip"));

        for (Map.Entry<String, String> variant : extra.entrySet()) {
            if (known.containsKey(variant.getKey()) || sets.containsKey(variant.getKey())) {
                throw new BenchmarkFailure("there is a learner " + variant.getKey() + " already; choose another name.");
            }
            add(variant.getKey(), limits -> withOptions(variant.getValue(), limits));
        }
        extraNames = extra.keySet();
    }

    /** The learner of this name. */
    Learner named(String name) throws BenchmarkFailure {
        Learner learner = known.get(name);
        if (learner == null) {
            throw new BenchmarkFailure(
                    "there is no learner " + name + "; there are " + String.join(", ", known.keySet())
                            + ", and the sets " + String.join(" and ", sets.keySet()) + ".");
        }
        return learner;
    }

    /** The learners of these names and sets, and all extra ones. */
    List<Learner> select(List<String> names) throws BenchmarkFailure {
        Set<String> chosen = new LinkedHashSet<>();
        for (String name : names) {
            chosen.addAll(sets.getOrDefault(name, List.of(name)));
        }
        chosen.addAll(extraNames);
        List<Learner> learners = new ArrayList<>();
        for (String name : chosen) {
            learners.add(named(name));
        }
        return learners;
    }

    private void add(String name, Learner.Factory factory) {
        known.put(name, new Learner(name, factory));
    }

    private static BoundedMLPRegressor bounded(BoundedMLPRegressor regressor, Limits limits) {
        regressor.setLowerBound(limits.lower());
        regressor.setUpperBound(limits.upper());
        return regressor;
    }

    private static BoundedMLPRegressor withGradient(GradientPolicy policy, Limits limits) {
        BoundedMLPRegressor regressor = bounded(new BoundedMLPRegressor(), limits);
        regressor.setGradientPolicy(policy);
        return regressor;
    }

    private static BoundedMLPRegressor withOutput(OutputKind output, BoundedMLPRegressor regressor, Limits limits) {
        regressor.setOutputActivation(output);
        return bounded(regressor, limits);
    }

    /** The bounds in the options win over the file's. */
    private static BoundedMLPRegressor withOptions(String options, Limits limits) throws Exception {
        List<String> all = new ArrayList<>(List.of(Utils.splitOptions(options)));
        if (!all.contains("-lower-bound")) {
            all.addAll(List.of("-lower-bound", Double.toString(limits.lower())));
        }
        if (!all.contains("-upper-bound")) {
            all.addAll(List.of("-upper-bound", Double.toString(limits.upper())));
        }
        BoundedMLPRegressor regressor = new BoundedMLPRegressor();
        regressor.setOptions(all.toArray(String[]::new));
        return regressor;
    }
}
