package weka.classifiers.functions.boundedmlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/**
 * Attributes, training data, options and rows to predict, all drawn from one seed. Most are ordinary, some are at the
 * limits of a double, and a few must be refused.
 */
final class RandomWorld {

    /** The scales of attributes and targets. */
    private static final double[] UNITS = {1, 1, 1, 1000, 1e-3, 1e12, 1e-12, 1e150, 1e-150, 1e300, 1e-300, 1e-320};

    /** Values in rows to predict, and sometimes in training data. */
    private static final double[] STRANGE = {
        1e308,
        -1e308,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        -0.0,
        0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1,
        -1e5,
        1e300,
        1e-300
    };

    private static final double[] BOUNDS = {
        0, -0.0, 1, -1, 0.7, 2.5, 1e300, -1e300, 1e-300, -1e-300, Double.MIN_VALUE, 1e-310, 1e12, Double.MAX_VALUE
    };

    private static final double[] WEIGHTS = {1e-300, 1e-9, 0.5, 1, 2, 1000, 1e300};

    private final Random random;
    private final Instances data;
    private final String[] options;

    /** Draws a world. */
    RandomWorld(long seed) {
        random = new Random(seed);
        data = drawHeader();
        drawRows();
        options = drawOptions();
    }

    /** The training data. */
    Instances data() {
        return data;
    }

    /** An untrained scheme with the world's options. */
    BoundedMLPRegressor scheme() throws Exception {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setOptions(options.clone());
        return scheme;
    }

    /** Rows that may hold huge, missing and infinite values, and labels that the header does not declare. */
    List<Instance> strangeRows(int count) {
        List<Instance> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] values = data.isEmpty()
                    ? new double[data.numAttributes()]
                    : data.instance(random.nextInt(data.size())).toDoubleArray();
            for (int k = 0; k < values.length; k++) {
                if (random.nextInt(3) == 0) {
                    values[k] = strange(data.attribute(k));
                }
            }
            Instance row = chance(0.2) ? new SparseInstance(1, values) : new DenseInstance(1, values);
            row.setDataset(data);
            rows.add(row);
        }
        return rows;
    }

    private double strange(Attribute attribute) {
        return switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            default -> attribute.isNominal() && chance(0.8) ? random.nextInt(attribute.numValues() + 3) : pick(STRANGE);
        };
    }

    private Instances drawHeader() {
        int count = random.nextInt(6);
        int classIndex = random.nextInt(count + 1);
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int k = 0; k <= count; k++) {
            String name = "attribute " + k;
            boolean nominal = k != classIndex && chance(0.35);
            attributes.add(
                    nominal
                            ? new Attribute(name, labels(1 + random.nextInt(6)))
                            : chance(0.1) ? new Attribute(name, "yyyy-MM-dd") : new Attribute(name));
        }
        Instances header = new Instances("world", attributes, 0);
        header.setClassIndex(classIndex);
        return header;
    }

    /** Labels that need quoting or escaping when they are written. */
    private List<String> labels(int count) {
        String[] endings = {"", " ", "'", "\"", "\\", "\n", "%", "\u00e9", "\u4e2d", "\\u000a", "?"};
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(i + endings[random.nextInt(endings.length)]);
        }
        return labels;
    }

    private void drawRows() {
        int rows = chance(0.2) ? random.nextInt(3) : 3 + random.nextInt(40);
        int attributes = data.numAttributes();
        double[] units = random.doubles(attributes).map(v -> pick(UNITS)).toArray();
        double[] shifts = random.doubles(attributes)
                .map(v -> chance(0.7) ? 0 : 10 * random.nextGaussian())
                .toArray();
        double[] missing = random.doubles(attributes)
                .map(v -> chance(0.7) ? 0 : pick(new double[] {0.1, 0.9, 1}))
                .toArray();
        boolean[] constant = new boolean[attributes];
        for (int k = 0; k < attributes; k++) {
            constant[k] = chance(0.1);
        }
        boolean sparse = chance(0.25);
        boolean weighted = chance(0.3);
        boolean limited = chance(0.5);
        double outliers = chance(0.2) ? 0.05 : 0;
        for (int i = 0; i < rows; i++) {
            double[] values = new double[attributes];
            for (int k = 0; k < attributes; k++) {
                boolean target = k == data.classIndex();
                double draw = shifts[k] + (constant[k] ? 1 : random.nextGaussian());
                if ((sparse && chance(0.5)) || (target && limited && draw < 0)) {
                    draw = 0;
                }
                Attribute attribute = data.attribute(k);
                int label = constant[k] ? 0 : random.nextInt(attribute.isNominal() ? attribute.numValues() : 1);
                values[k] = attribute.isNominal() ? label : draw * units[k];
                if (!attribute.isNominal() && chance(outliers)) {
                    values[k] = pick(STRANGE);
                }
                if (chance(target ? missing[k] / 2 : missing[k])) {
                    values[k] = Double.NaN;
                }
            }
            double weight = weighted ? chance(0.2) ? 0 : pick(WEIGHTS) : 1;
            data.add(sparse ? new SparseInstance(weight, values) : new DenseInstance(weight, values));
        }
        if (rows > 0 && chance(0.04)) {
            spoil(data.instance(random.nextInt(rows)));
        }
    }

    /** Changes a row so that it must be refused. */
    private void spoil(Instance row) {
        int k = random.nextInt(row.numAttributes());
        Attribute attribute = data.attribute(k);
        row.setValue(
                k,
                attribute.isNominal()
                        ? pick(new double[] {attribute.numValues(), -1, 1e9, Double.NEGATIVE_INFINITY})
                        : Double.POSITIVE_INFINITY);
    }

    private String[] drawOptions() {
        double[] bounds = drawBounds();
        boolean lower = bounds[0] > Double.NEGATIVE_INFINITY;
        boolean upper = bounds[1] < Double.POSITIVE_INFINITY;
        String smooth = lower && upper ? "sigmoid" : lower || upper ? "softplus" : "clamp";
        return new String[] {
            "-lower-bound", "" + bounds[0],
            "-upper-bound", "" + bounds[1],
            "-output", chance(0.4) ? smooth : "clamp",
            "-gradient", pick("masked", "towards", "leaky"),
            "-leak", "" + pick(new double[] {0.01, 0.5, 1e-300}),
            "-H", "" + (chance(0.05) ? 40 : 1 + random.nextInt(6)),
            "-N", "" + (chance(0.2) ? 0 : 1 + random.nextInt(8)),
            "-V", "" + (chance(0.4) ? 0 : random.nextInt(91)),
            "-held-out-rows", pick("random", "random", "last"),
            "-E", "" + (1 + random.nextInt(4)),
            "-mini-batch", "" + pick(new double[] {0, 0, 1, 3, 1000}).intValue(),
            "-optimizer", pick("adam", "sgd"),
            "-M", "" + pick(new double[] {0, 0.9, 0.9999999999999999}),
            "-L", "" + pick(new double[] {1e-3, 1e-2, 0.1, 1, 10, 1e4, 1e38, 1e300, Double.MIN_VALUE}),
            "-weight-decay", "" + pick(new double[] {0, 0.3, 0.3, 1e6, 1e300}),
            "-clip-norm", "" + pick(new double[] {3, 3, 1e-300, 1e300, Double.POSITIVE_INFINITY}),
            "-S", "" + random.nextInt(),
        };
    }

    /** The lower and the upper bound: near the targets, far from them, very close together, or infinite. */
    private double[] drawBounds() {
        double one = drawBound();
        double other = drawBound();
        if (chance(0.2)) {
            other = chance(0.5) ? Math.nextUp(one) : one + Math.abs(one) * 1e-9;
        }
        double lower = chance(0.25) ? Double.NEGATIVE_INFINITY : Math.min(one, other);
        double upper = chance(0.4) ? Double.POSITIVE_INFINITY : Math.max(one, other);
        return lower < upper ? new double[] {lower, upper} : new double[] {lower, Double.POSITIVE_INFINITY};
    }

    private double drawBound() {
        double[] targets = Arrays.stream(data.attributeToDoubleArray(data.classIndex()))
                .filter(Double::isFinite)
                .toArray();
        double bound = targets.length == 0 || chance(0.4)
                ? pick(BOUNDS)
                : pick(targets) * pick(new double[] {1, 1, 0.5, 1.0000001});
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, bound));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private Double pick(double[] values) {
        return values[random.nextInt(values.length)];
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
