package weka.classifiers.functions.boundedmlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Small data sets, fitted schemes and predictions for the tests of the scheme. */
public final class Schemes {
    private Schemes() {}

    /** A scheme with the given options, the rest by default. */
    public static BoundedMLPRegressor scheme(String options) throws Exception {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setOptions(Utils.splitOptions(options));
        return scheme;
    }

    public static BoundedMLPRegressor fit(Instances data, String options) throws Exception {
        BoundedMLPRegressor scheme = scheme(options);
        scheme.buildClassifier(data);
        return scheme;
    }

    public static double[] predictions(Classifier scheme, Instances rows) throws Exception {
        double[] predictions = new double[rows.numInstances()];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = scheme.classifyInstance(rows.instance(i));
        }
        return predictions;
    }

    /** The bits of doubles, which distinguish -0.0 from 0.0, and in which NaN equals NaN. */
    public static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    public static long[] predictedBits(Classifier scheme, Instances rows) throws Exception {
        return bits(predictions(scheme, rows));
    }

    /** The bytes of a saved object. */
    public static byte[] serialised(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** Reads ARFF data without the relation's name; the class is the last attribute. */
    public static Instances arff(String text) throws IOException {
        Instances data = new Instances(new StringReader("@relation test\n" + text));
        data.setClassIndex(data.numAttributes() - 1);
        return data;
    }

    /**
     * Two numeric attributes a and b, and the class max(0, 2 a - b) with a little noise, which is 0 in about half the
     * rows.
     */
    public static Instances numeric(int rows, long seed) {
        ArrayList<Attribute> attributes =
                new ArrayList<>(List.of(new Attribute("a"), new Attribute("b"), new Attribute("y")));
        Instances data = new Instances("numeric", attributes, rows);
        data.setClassIndex(2);
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            double b = 3 + random.nextGaussian();
            double y = Math.max(0, 2 * a - b + 3 + 0.1 * random.nextGaussian());
            data.add(new DenseInstance(1, new double[] {a, b, y}));
        }
        return data;
    }

    /**
     * Attributes of every type: numeric, date, and nominal with a label that no row has. A tenth of the values are
     * missing. The class is in the middle, and 0 in about a third of the rows.
     */
    public static Instances mixed(int rows, long seed) {
        ArrayList<Attribute> attributes = new ArrayList<>(List.of(
                new Attribute("size"),
                new Attribute("colour", List.of("never", "red", "green", "blue")),
                new Attribute("y"),
                new Attribute("day", "yyyy-MM-dd"),
                new Attribute("depth")));
        Instances data = new Instances("mixed", attributes, rows);
        data.setClassIndex(2);
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            double size = 10 + 4 * random.nextGaussian();
            double colour = 1 + random.nextInt(3);
            double days = random.nextInt(1000);
            double depth = 0.001 * random.nextGaussian();
            double y = Math.max(0, size - 10 + 2 * colour - 0.003 * days + 1000 * depth);
            Instance row = new DenseInstance(1, new double[] {size, colour, y, 1.4e12 + 86_400_000.0 * days, depth});
            for (int k : new int[] {0, 1, 3, 4}) {
                if (random.nextInt(10) == 0) {
                    row.setMissing(k);
                }
            }
            data.add(row);
        }
        return data;
    }

    /** A copy of the data with changed class values. */
    public static Instances withTargets(Instances data, DoubleUnaryOperator change) {
        Instances copy = new Instances(data);
        copy.forEach(row -> row.setClassValue(change.applyAsDouble(row.classValue())));
        return copy;
    }

    /** The standard deviation of the class. */
    public static double targetDeviation(Instances data) {
        return Math.sqrt(data.variance(data.classIndex()));
    }
}
