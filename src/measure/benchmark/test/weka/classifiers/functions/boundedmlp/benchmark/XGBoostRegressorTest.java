package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import weka.classifiers.Evaluation;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.UnsupportedAttributeTypeException;
import weka.core.Utils;

class XGBoostRegressorTest {
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    /** A number from 0 to 1 and a colour; the number is missing in a tenth of the rows. */
    private static Instances data(int rows, ToDoubleFunction<Instance> target) {
        ArrayList<Attribute> attributes =
                new ArrayList<>(List.of(new Attribute("a"), new Attribute("colour", COLOURS), new Attribute("y")));
        Instances data = new Instances("data", attributes, rows);
        data.setClassIndex(2);
        Random random = new Random(5);
        for (int i = 0; i < rows; i++) {
            double a = random.nextInt(10) == 0 ? Utils.missingValue() : random.nextDouble();
            data.add(new DenseInstance(1, new double[] {a, random.nextInt(3), 0}));
            data.get(i).setClassValue(target.applyAsDouble(data.get(i)));
        }
        return data;
    }

    /** A step, and something else for each colour and for missing values. */
    private static double step(Instance row) {
        double first = row.isMissing(0) ? 7 : row.value(0) < 0.5 ? 1 : 3;
        return first + 10 * row.value(1);
    }

    private static XGBoostRegressor trained(Instances data, int seed) throws Exception {
        XGBoostRegressor regressor = new XGBoostRegressor();
        regressor.setSeed(seed);
        regressor.buildClassifier(data);
        return regressor;
    }

    private static double[] predictions(XGBoostRegressor regressor, Instances data) throws Exception {
        return Arrays.stream(regressor.distributionsForInstances(data))
                .mapToDouble(distribution -> distribution[0])
                .toArray();
    }

    @Test
    void itLearnsASimpleFunctionOfNumbersLabelsAndMissingValues() throws Exception {
        Instances data = data(400, XGBoostRegressorTest::step);
        XGBoostRegressor regressor = trained(data, 1);
        double[] together = predictions(regressor, data);
        for (int i = 0; i < together.length; i++) {
            assertThat(together[i]).isCloseTo(step(data.get(i)), within(0.3));
            assertThat(regressor.classifyInstance(data.get(i))).isEqualTo(together[i]);
        }
    }

    @Test
    void itStopsEarlyWhereThereIsNothingToLearn() throws Exception {
        Random noise = new Random(9);
        XGBoostRegressor noisy = trained(data(300, row -> noise.nextGaussian()), 1);
        assertThat(noisy.rounds()).isBetween(1, 100);
        assertThat(noisy.triedRounds()).isEqualTo(noisy.rounds() + 50);
        XGBoostRegressor simple = trained(data(300, XGBoostRegressorTest::step), 1);
        assertThat(simple.rounds()).isBetween(101, 1950);
        assertThat(simple.triedRounds()).isEqualTo(simple.rounds() + 50);
    }

    @Test
    void theSameSeedGivesTheSamePredictionsAndAnotherOneOthers() throws Exception {
        Random noise = new Random(9);
        Instances data = data(200, row -> step(row) + noise.nextGaussian());
        double[] first = predictions(trained(data, 3), data);
        assertThat(predictions(trained(data, 3), data)).isEqualTo(first);
        assertThat(predictions(trained(data, 4), data)).isNotEqualTo(first);
    }

    @Test
    void rowsWithoutAClassAreLeftOut() throws Exception {
        Instances data = data(100, XGBoostRegressorTest::step);
        double[] expected = predictions(trained(data, 1), data);
        Instances more = new Instances(data);
        Instance unknown = new DenseInstance(1, new double[] {0.5, 1, Utils.missingValue()});
        more.add(0, unknown);
        assertThat(predictions(trained(more, 1), data)).isEqualTo(expected);
    }

    @Test
    void rowsCountByTheirWeight() throws Exception {
        Instances data = data(100, row -> 0);
        for (int i = 0; i < 100; i++) {
            // nothing but the target tells rows apart
            data.get(i).setValue(0, 0.5);
            data.get(i).setValue(1, 0);
            data.get(i).setClassValue(i % 2);
            data.get(i).setWeight(i % 2 == 0 ? 1 : 3);
        }
        assertThat(predictions(trained(data, 1), data)[0]).isCloseTo(0.75, within(0.03));
    }

    @Test
    void wekasEvaluationTakesItsPredictionsAsTheyCome() throws Exception {
        Instances data = data(100, row -> row.value(1) == 0 ? -5 : 100);
        XGBoostRegressor regressor = trained(data, 1);
        Evaluation evaluation = new Evaluation(data);
        double[] evaluated = evaluation.evaluateModel(regressor, data);
        assertThat(evaluated).isEqualTo(predictions(regressor, data));
        assertThat(Arrays.stream(evaluated).min().orElseThrow()).isCloseTo(-5, within(1.0));
    }

    @Test
    void whatItCannotEncodeIsRefused() {
        ArrayList<Attribute> attributes =
                new ArrayList<>(List.of(new Attribute("text", (List<String>) null), new Attribute("y")));
        Instances data = new Instances("data", attributes, 0);
        data.setClassIndex(1);
        assertThatThrownBy(() -> new XGBoostRegressor().buildClassifier(data))
                .isInstanceOf(UnsupportedAttributeTypeException.class);
    }
}
