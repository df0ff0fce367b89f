package weka.classifiers.functions.boundedmlp.export;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.classifiers.functions.boundedmlp.Schemes.bits;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;

import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.CheckSource;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.Printed;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** The exported source, compiled and run. */
class JavaSourceTest {

    private static final File RAIN = new File("src/main/data/seattle_rain.arff");

    @Test
    void theSourcePassesWekasCheck() throws Exception {
        Instances data = new Instances(Files.newBufferedReader(RAIN.toPath()));
        data.setClassIndex(data.numAttributes() - 1);
        BoundedMLPRegressor scheme = Schemes.scheme("-H 16 -N 10");
        CheckSource check = new CheckSource();
        check.setClassifier(scheme);
        check.setDataset(RAIN);
        check.setSourceCode(compiled(fit(data, "-H 16 -N 10")));
        assertThat(check.execute()).isTrue();

        check.setSourceCode(compiled(fit(data, "-H 16 -N 10 -S 2")));
        Printed.by(() -> assertThat(check.execute()).as("of another model").isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-N 20",
                "-N 0",
                "-N 20 -lower-bound -Infinity",
                "-N 20 -lower-bound 0.7 -upper-bound 5",
                "-N 20 -output softplus",
                "-N 20 -output softplus -lower-bound -Infinity -upper-bound 9",
                "-N 20 -output sigmoid -upper-bound 30"
            })
    void theSourcePredictsTheSameBits(String options) throws Exception {
        Instances data = Schemes.mixed(80, 5);
        BoundedMLPRegressor scheme = fit(data, "-H 9 -L 0.01 " + options);
        Classifier source = compiled(scheme);
        Instances rows = wild(data);
        assertThat(predictedBits(source, rows)).containsExactly(predictedBits(scheme, rows));
        assertThat(bits(Schemes.predictions(source, data))).containsExactly(predictedBits(scheme, data));
    }

    @Test
    void awkwardNamesAndAWideNetworkCompile() throws Exception {
        List<String> labels = List.of("'", "back\\slash \\u000a", "\u00e9\u4e2d", "say \"it\"", "line\nend");
        Instances data = new Instances(
                "awkward",
                new ArrayList<>(List.of(new Attribute("a \" \\ b", labels), new Attribute("x"), new Attribute("y"))),
                10);
        data.setClassIndex(2);
        for (int i = 0; i < 10; i++) {
            data.add(new DenseInstance(1, new double[] {i % 5, i, i * i}));
        }
        BoundedMLPRegressor scheme = fit(data, "-H 9000 -N 3");
        assertThat(predictedBits(compiled(scheme), data)).containsExactly(predictedBits(scheme, data));
    }

    @Test
    void aHundredInputsAndAThousandHiddenUnitsCompile() throws Exception {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int k = 0; k <= 100; k++) {
            attributes.add(new Attribute("a" + k));
        }
        Instances data = new Instances("large", attributes, 40);
        data.setClassIndex(100);
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            data.add(new DenseInstance(
                    1, random.doubles(101).map(u -> Math.max(0.2, u)).toArray()));
        }
        BoundedMLPRegressor scheme = fit(data, "-H 1000 -N 3 -V 0 -members 1 -lower-bound 0.2");
        assertThat(scheme.toString()).contains("100 inputs, 1000 hidden units, 102001 weights");
        long[] bits = predictedBits(scheme, data);
        assertThat(Arrays.stream(bits).distinct()).hasSizeGreaterThan(20);
        assertThat(predictedBits(compiled(scheme), data)).containsExactly(bits);
    }

    /** Java limits the code of a method, the constants of a class and the length of a string. */
    @ParameterizedTest
    @CsvSource({"9000, 0, 0, 0", "0, 3000, 3, 0", "0, 1, 9000, 0", "1, 1, 3, 70000", "50, 20, 5, 25000"})
    void manyAttributesManyLabelsAndLongLabelsCompile(int numeric, int nominal, int labels, int length)
            throws Exception {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int k = 0; k < numeric; k++) {
            attributes.add(new Attribute("x" + k));
        }
        List<String> names = IntStream.range(0, labels)
                .mapToObj(label -> "label " + label + (label == 1 ? "\u4e2d".repeat(length) : ""))
                .toList();
        for (int k = 0; k < nominal; k++) {
            attributes.add(new Attribute("n" + k, names));
        }
        attributes.add(new Attribute("y"));
        int rows = Math.max(20, labels);
        Instances data = new Instances("large", attributes, rows);
        data.setClassIndex(numeric + nominal);
        Random random = new Random(4);
        for (int i = 0; i < rows; i++) {
            double[] values = random.doubles(attributes.size()).toArray();
            for (int k = numeric; k < numeric + nominal; k++) {
                values[k] = (i + k) % labels;
            }
            data.add(new DenseInstance(1, values));
        }
        BoundedMLPRegressor scheme = fit(data, "-H 2 -N 2 -V 0");
        Instances some = new Instances(data, 0, 20);
        assertThat(predictedBits(compiled(scheme), some)).containsExactly(predictedBits(scheme, some));
    }

    /** Copies of the rows with missing, huge and unseen values. */
    private static Instances wild(Instances data) {
        Instances rows = new Instances(data);
        Random random = new Random(3);
        double[] numbers = {1e308, -1e308, -0.0, 4.9e-324, Double.NaN};
        for (Instance row : rows) {
            row.setValue(1, random.nextInt(4)); // 0 is a label that no training row has
            row.setValue(random.nextBoolean() ? 0 : 4, numbers[random.nextInt(numbers.length)]);
        }
        return rows;
    }

    /** The source that Weka's option -z writes for a scheme, compiled and loaded. */
    private static Classifier compiled(BoundedMLPRegressor scheme) throws Exception {
        String name = "weka.classifiers.WekaWrapper";
        return (Classifier) CompiledSource.of(Map.of(name, Evaluation.wekaStaticWrapper(scheme, "Exported")))
                .loadClass(name)
                .getDeclaredConstructor()
                .newInstance();
    }
}
