package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** Every prediction of every model for every row is finite and, compared as a double, within the bounds. */
class ExactBoundsTest {

    private static final double[] BOUNDS = {
        0, 2.5, 0.7, -1.30103, 1e300, 1e-300, -1e300, 1e12, Double.MIN_VALUE, Double.MAX_VALUE
    };
    private static final double[] UNITS = {1, 1, 1, 1e12, 1e-12, 1e300, 1e-300};
    private static final String[] GRADIENTS = {"masked", "towards", "leaky"};

    private static final double[] VALUES = {
        1e308,
        -1e308,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        -0.0,
        0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        1,
        1e5,
        -1e-5
    };

    @ParameterizedTest
    @ValueSource(strings = {"clamp", "softplus", "sigmoid"})
    void everyPredictionOfARandomModelLiesWithinTheBounds(String output) throws Exception {
        Random random = new Random(output.hashCode());
        int atBound = 0;
        int inside = 0;
        for (int model = 0; model < 150; model++) {
            double unit = UNITS[random.nextInt(UNITS.length)];
            Instances data = trainingData(random, unit);
            BoundedMLPRegressor scheme = randomScheme(random, output);
            scheme.buildClassifier(data);
            String described = String.join(" ", scheme.getOptions()) + " with targets of " + unit;
            Classifier copy = AbstractClassifier.makeCopy(scheme);
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            SerializationHelper.write(saved, scheme);
            Classifier loaded = (Classifier) SerializationHelper.read(new ByteArrayInputStream(saved.toByteArray()));
            for (int row = 0; row < 60; row++) {
                Instance instance = randomRow(random, data);
                double p = scheme.classifyInstance(instance);
                assertThat(scheme.getLowerBound() <= p && p <= scheme.getUpperBound() && Double.isFinite(p))
                        .as(p + " by " + described)
                        .isTrue();
                assertThat(Double.doubleToRawLongBits(copy.classifyInstance(instance)))
                        .isEqualTo(Double.doubleToRawLongBits(p));
                assertThat(Double.doubleToRawLongBits(loaded.classifyInstance(instance)))
                        .isEqualTo(Double.doubleToRawLongBits(p));
                Bounds bounds = new Bounds(scheme.getLowerBound(), scheme.getUpperBound()).forAverages();
                boolean touches = p == bounds.lower() || p == bounds.upper();
                atBound += touches ? 1 : 0;
                inside += touches ? 0 : 1;
            }
        }
        // the rows must test predictions at the bounds and between them
        assertThat(atBound).isGreaterThan(200);
        assertThat(inside).isGreaterThan(500);
    }

    @Test
    void theLimitInTheDataUnitsComesLast() throws Exception {
        // for some of these models, the bound in standard units, scaled back, is not exactly 0.7
        for (int seed = 0; seed < 60; seed++) {
            Instances data = Schemes.withTargets(Schemes.numeric(30, seed), y -> 0.7 + y);
            BoundedMLPRegressor scheme = Schemes.fit(data, "-H 4 -N 40 -L 0.01 -V 0 -lower-bound 0.7");
            for (Instance row : data) {
                assertThat(scheme.classifyInstance(row)).isGreaterThanOrEqualTo(0.7);
            }
        }
    }

    /** Scaled back and forth, the bound 0 came out as 1e-16 in one model of twenty. */
    @Test
    void whatTheNetworkClampsIsPredictedAsTheBoundItself() throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            double unit = 0.1 + seed / 7.0;
            Instances data = Schemes.withTargets(Schemes.numeric(40, seed), y -> Math.max(0, unit * (y - 5)));
            BoundedMLPRegressor scheme = Schemes.fit(data, "-H 8 -N 40 -L 0.02 -V 0");
            double atBound = scheme.getMeasure("measureRowsAtBound");
            assertThat(atBound).isPositive();
            assertThat(Arrays.stream(Schemes.predictions(scheme, data))
                            .filter(prediction -> prediction == 0)
                            .count())
                    .as("rows predicted as exactly 0, seed " + seed)
                    .isEqualTo((long) atBound);
        }
    }

    private static Instances trainingData(Random random, double unit) {
        Instances data = Schemes.mixed(1 + random.nextInt(40), random.nextLong());
        double shift = random.nextBoolean() ? 0 : -8;
        return Schemes.withTargets(data, y -> (y + shift) * unit);
    }

    private static BoundedMLPRegressor randomScheme(Random random, String output) throws Exception {
        double one = BOUNDS[random.nextInt(BOUNDS.length)];
        double other = one;
        while (one == other) {
            other = BOUNDS[random.nextInt(BOUNDS.length)];
        }
        double lower = Math.min(one, other);
        double upper = Math.max(one, other);
        boolean both = output.equals("sigmoid") || (output.equals("clamp") && random.nextBoolean());
        if (!both && random.nextBoolean()) {
            lower = one == Double.MAX_VALUE ? other : one;
            upper = Double.POSITIVE_INFINITY;
        } else if (!both) {
            upper = one;
            lower = Double.NEGATIVE_INFINITY;
        }
        return Schemes.scheme("-H 4 -L " + Math.pow(10, -random.nextInt(4)) + " -output " + output + " -gradient "
                + GRADIENTS[random.nextInt(3)] + " -N " + random.nextInt(2) * random.nextInt(12) + " -V "
                + 30 * random.nextInt(2) + " -lower-bound " + lower + " -upper-bound " + upper + " -S "
                + random.nextInt());
    }

    private static Instance randomRow(Random random, Instances data) {
        double[] values = data.instance(random.nextInt(data.size())).toDoubleArray();
        for (int i = 0; i < values.length; i++) {
            if (random.nextInt(3) == 0) {
                boolean nominal = data.attribute(i).isNominal();
                values[i] = nominal ? random.nextInt(9) : VALUES[random.nextInt(VALUES.length)];
            }
        }
        Instance row = new DenseInstance(1, values);
        row.setDataset(data);
        return row;
    }
}
