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

/**
 * The learners that can be compared, and named sets of them. Each learner has its defaults except for what its name
 * says.
 */
final class Learners {
    /** The set that is compared by default. */
    static final String PEERS = "peers";
    /** The set of all ways in which the bounded network can treat its bounds, and of what else it consists of. */
    static final String VARIANTS = "variants";

    static final String ZERO_R = "ZeroR";
    static final String MULTILAYER_PERCEPTRON = "MultilayerPerceptron";
    static final String MLP_REGRESSOR = "MLPRegressor";
    static final String RANDOM_FOREST = "RandomForest";
    static final String XGBOOST = "XGBoost";
    static final String OURS = "BoundedMLPRegressor";
    static final String UNBOUNDED = "unbounded";

    private final Map<String, Learner> known = new LinkedHashMap<>();
    private final Map<String, List<String>> sets = new LinkedHashMap<>();
    private final Set<String> extraNames;

    /**
     * Creates the list of all learners.
     *
     * @param extra further variants of the bounded network: their options by name
     * @throws BenchmarkFailure if one of their names is taken
     */
    Learners(Map<String, String> extra) throws BenchmarkFailure {
        add(ZERO_R, limits -> new ZeroR());
        add("LinearRegression", limits -> new LinearRegression());
        add(MULTILAYER_PERCEPTRON, limits -> new MultilayerPerceptron());
        // not by its options: on Weka 3.8.7 it refuses some of its own
        add(MLP_REGRESSOR, limits -> new MLPRegressor());
        add(RANDOM_FOREST, limits -> new RandomForest());
        add(XGBOOST, limits -> new XGBoostRegressor());
        add(OURS, limits -> bounded(new BoundedMLPRegressor(), limits));
        add(UNBOUNDED, limits -> bounded(new BoundedMLPRegressor(), Limits.NONE));
        sets.put(PEERS, List.copyOf(known.keySet()));

        add("fit-then-clip", limits -> new FitThenClip(bounded(new BoundedMLPRegressor(), Limits.NONE), limits));
        add("towards", limits -> withGradient(GradientPolicy.TOWARDS, limits));
        add("leaky", limits -> withGradient(GradientPolicy.LEAKY, limits));
        add("softplus", limits -> withOutput(OutputKind.SOFTPLUS, new BoundedMLPRegressor(), limits));
        add("clamp-to-largest", limits -> withOutput(OutputKind.CLAMP, new UpToLargestTarget(), limits));
        add("sigmoid-to-largest", limits -> withOutput(OutputKind.SIGMOID, new UpToLargestTarget(), limits));
        add("no-bins", limits -> withBins(0, limits));
        add("bins-8", limits -> withBins(8, limits));
        add("bins-24", limits -> withBins(24, limits));
        add("one-member", limits -> withMembers(1, limits));
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
                        "fit-then-clip",
                        "no-bins",
                        "bins-8",
                        "bins-24",
                        "one-member"));

        for (Map.Entry<String, String> variant : extra.entrySet()) {
            if (known.containsKey(variant.getKey()) || sets.containsKey(variant.getKey())) {
                throw new BenchmarkFailure("there already is a learner " + variant.getKey() + "; choose another name.");
            }
            add(variant.getKey(), limits -> withOptions(variant.getValue(), limits));
        }
        extraNames = extra.keySet();
    }

    /** The learner with this name. */
    Learner named(String name) throws BenchmarkFailure {
        Learner learner = known.get(name);
        if (learner == null) {
            throw new BenchmarkFailure(
                    "there is no learner " + name + "; the learners are " + String.join(", ", known.keySet())
                            + ", the sets of learners are " + String.join(" and ", sets.keySet()) + ".");
        }
        return learner;
    }

    /** The learners with these names or in the sets with these names, and all extra ones. */
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

    private static BoundedMLPRegressor withBins(int bins, Limits limits) {
        BoundedMLPRegressor regressor = bounded(new BoundedMLPRegressor(), limits);
        regressor.setBins(bins);
        return regressor;
    }

    private static BoundedMLPRegressor withMembers(int members, Limits limits) {
        BoundedMLPRegressor regressor = bounded(new BoundedMLPRegressor(), limits);
        regressor.setMembers(members);
        return regressor;
    }

    /** Bounds among the options take precedence over the file's. */
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
