package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import weka.classifiers.RandomizableClassifier;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * XGBoost with the settings of a careful user: small steps, and as many of them as held-out rows ask for. It trains on
 * four fifths of the rows until the error on the others has not improved for {@link #PATIENCE} rounds, and then again
 * on all rows for the best number of rounds. Predictions are not limited to any bounds.
 */
final class XGBoostRegressor extends RandomizableClassifier implements WeightedInstancesHandler {
    private static final long serialVersionUID = 1L;

    /** The largest number of rounds, each of which adds a tree. */
    static final int MOST_ROUNDS = 2_000;
    /** The number of rounds without a better error on the held-out rows before training stops. */
    static final int PATIENCE = 50;

    private static final int HELD_OUT_ONE_IN = 5;

    private @Nullable OneHot encoding;
    private @Nullable Booster booster;
    private int triedRounds;

    /** Loads XGBoost's native library and classes by growing a tree, so that this does not count as training. */
    static void load() throws XGBoostError {
        DMatrix rows = new DMatrix(new float[] {0, 1}, 2, 1, Float.NaN);
        rows.setLabel(new float[] {0, 1});
        XGBoost.train(rows, new XGBoostRegressor().parameters(), 1, Map.of(), null, null)
                .dispose();
        rows.dispose();
    }

    /** The settings, for the report; they cannot be changed. */
    @Override
    public String[] getOptions() {
        Map<String, Object> settings = settings();
        settings.put("rounds", MOST_ROUNDS);
        settings.put("patience", PATIENCE);
        return settings.entrySet().stream().map(Object::toString).toArray(String[]::new);
    }

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = new Capabilities(this);
        for (Capability capability : List.of(
                Capability.NUMERIC_ATTRIBUTES,
                Capability.DATE_ATTRIBUTES,
                Capability.NOMINAL_ATTRIBUTES,
                Capability.MISSING_VALUES,
                Capability.NUMERIC_CLASS,
                Capability.DATE_CLASS,
                Capability.MISSING_CLASS_VALUES)) {
            capabilities.enable(capability);
        }
        capabilities.setMinimumNumberInstances(2);
        return capabilities;
    }

    @Override
    public void buildClassifier(Instances data) throws Exception {
        getCapabilities().testWithFail(data);
        Instances rows = new Instances(data);
        rows.deleteWithMissingClass();
        encoding = new OneHot(rows);
        booster = train(encoding, rows, bestRounds(encoding, rows));
    }

    private int bestRounds(OneHot encoding, Instances rows) throws XGBoostError {
        Instances shuffled = new Instances(rows);
        shuffled.randomize(new Random(m_Seed));
        int heldOut = Math.max(1, shuffled.size() / HELD_OUT_ONE_IN);
        DMatrix judging = matrix(encoding, shuffled.subList(0, heldOut));
        DMatrix training = matrix(encoding, shuffled.subList(heldOut, shuffled.size()));
        try {
            Booster search = XGBoost.train(
                    training, parameters(), MOST_ROUNDS, Map.of("held-out", judging), null, null, null, PATIENCE);
            triedRounds = search.getNumBoostedRound();
            // counts from 0
            int rounds = 1 + Integer.parseInt(search.getAttr("best_iteration"));
            search.dispose();
            return rounds;
        } finally {
            judging.dispose();
            training.dispose();
        }
    }

    private Booster train(OneHot encoding, Instances rows, int rounds) throws XGBoostError {
        DMatrix training = matrix(encoding, rows);
        try {
            return XGBoost.train(training, parameters(), rounds, Map.of(), null, null);
        } finally {
            training.dispose();
        }
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("objective", "reg:squarederror");
        settings.put("eta", 0.05);
        settings.put("max_depth", 6);
        settings.put("subsample", 0.8);
        settings.put("colsample_bytree", 0.8);
        settings.put("nthread", 1);
        return settings;
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = settings();
        parameters.put("seed", m_Seed);
        // no messages, and no error on the held-out rows after each round; a Boolean would be ignored here
        parameters.put("verbosity", 0);
        parameters.put("verbose_eval", "false");
        return parameters;
    }

    private static DMatrix matrix(OneHot encoding, List<Instance> rows) throws XGBoostError {
        DMatrix matrix = new DMatrix(encoding.matrix(rows), rows.size(), encoding.columns(), Float.NaN);
        float[] targets = new float[rows.size()];
        float[] weights = new float[rows.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) rows.get(i).classValue();
            weights[i] = (float) rows.get(i).weight();
        }
        matrix.setLabel(targets);
        matrix.setWeight(weights);
        return matrix;
    }

    /** The number of rounds of the model. */
    int rounds() throws XGBoostError {
        return trained(booster).getNumBoostedRound();
    }

    /** The number of rounds after which training on four fifths of the rows stopped. */
    int triedRounds() {
        return triedRounds;
    }

    @Override
    public double classifyInstance(Instance row) throws Exception {
        return predict(List.of(row))[0][0];
    }

    /** One call of native code for all rows; one for each would take longer than the predictions. */
    @Override
    public boolean implementsMoreEfficientBatchPrediction() {
        return true;
    }

    @Override
    public double[][] distributionsForInstances(Instances rows) throws Exception {
        float[][] predictions = predict(rows);
        double[][] distributions = new double[predictions.length][1];
        for (int i = 0; i < predictions.length; i++) {
            distributions[i][0] = predictions[i][0];
        }
        return distributions;
    }

    private float[][] predict(List<Instance> rows) throws XGBoostError {
        OneHot columns = trained(encoding);
        return trained(booster).inplace_predict(columns.matrix(rows), rows.size(), columns.columns(), Float.NaN);
    }

    private static <T> T trained(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Call buildClassifier first.");
        }
        return part;
    }
}
