package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.arff;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.predictions;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Reorder;
import weka.filters.unsupervised.instance.NonSparseToSparse;

/** Which data the scheme learns from. */
class DataTest {

    private static final String QUICK = "-H 16 -N 40 ";

    @ParameterizedTest
    @ValueSource(strings = {"numeric", "{red,green,blue}", "date yyyy-MM-dd"})
    void aTargetIsLearntFromAnAttributeOfEachKind(String kind) throws Exception {
        StringBuilder rows = new StringBuilder("@attribute x " + kind + "\n@attribute y numeric\n@data\n");
        for (int i = 0; i < 120; i++) {
            int third = i % 3;
            String value =
                    switch (kind) {
                        case "numeric" -> "" + (1000 + third);
                        case "{red,green,blue}" -> new String[] {"red", "green", "blue"}[third];
                        default -> "2015-0" + (third + 1) + "-01";
                    };
            rows.append(value).append(',').append(new int[] {7, 0, 3}[third]).append('\n');
        }
        Instances data = arff(rows.toString());
        BoundedMLPRegressor scheme = fit(data, "-H 16 -V 0 -N 300 -weight-decay 0");
        for (int third = 0; third < 3; third++) {
            assertThat(scheme.classifyInstance(data.instance(third)))
                    .isCloseTo(new int[] {7, 0, 3}[third], within(0.1));
        }
    }

    @Test
    void aMissingNumberIsTheMeanAndAMissingLabelIsNone() throws Exception {
        Instances data = arff("""
                @attribute x numeric
                @attribute c {never,red,green}
                @attribute y numeric
                @data
                1,red,1
                2,?,2
                ?,green,3
                6,green,4
                """);
        BoundedMLPRegressor scheme = fit(data, QUICK + "-V 0");
        assertThat(predict(scheme, data, Double.NaN, 1)).isEqualTo(predict(scheme, data, 3, 1));
        assertThat(predict(scheme, data, 1, Double.NaN)).isEqualTo(predict(scheme, data, 1, 0));
        // a scheme that ignored the attributes would predict the same for these
        assertThat(predict(scheme, data, Double.NaN, 1)).isNotEqualTo(predict(scheme, data, 1, 1));
        assertThat(predict(scheme, data, 1, Double.NaN))
                .isNotEqualTo(predict(scheme, data, 1, 1))
                .isNotEqualTo(predict(scheme, data, 1, 2));
    }

    @Test
    void aLabelNeverSeenInTrainingIsNoneOfTheLabels() throws Exception {
        Instances data = Schemes.mixed(80, 3);
        BoundedMLPRegressor scheme = fit(data, QUICK);
        for (Instance row : data) {
            double missing = with(scheme, row, 1, Double.NaN);
            assertThat(with(scheme, row, 1, 0)).isEqualTo(missing);
            // a file to predict on may declare more labels than the training data
            assertThat(with(scheme, row, 1, 17)).isEqualTo(missing);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, Infinity", "0, -Infinity", "1, Infinity", "1, -Infinity", "3, Infinity", "4, -Infinity"})
    void anInfiniteValueToPredictOnIsTreatedAsMissing(int attribute, double infinite) throws Exception {
        Instances data = Schemes.mixed(80, 3);
        BoundedMLPRegressor scheme = fit(data, QUICK);
        for (Instance row : data) {
            assertThat(with(scheme, row, attribute, infinite)).isEqualTo(with(scheme, row, attribute, Double.NaN));
        }
    }

    @Test
    void sparseRowsGiveTheSameModelAndPredictionsAsDenseOnes() throws Exception {
        Instances dense = Schemes.mixed(90, 4);
        dense.forEach(row -> row.setValue(4, row.index(0) % 2 == 0 ? 0 : row.value(4)));
        NonSparseToSparse filter = new NonSparseToSparse();
        filter.setInputFormat(dense);
        Instances sparse = Filter.useFilter(dense, filter);
        assertThat(sparse.instance(0)).isNotInstanceOf(DenseInstance.class);
        BoundedMLPRegressor fromDense = fit(dense, QUICK);
        BoundedMLPRegressor fromSparse = fit(sparse, QUICK);
        assertThat(fromSparse.toString()).isEqualTo(fromDense.toString());
        assertThat(predictedBits(fromSparse, sparse)).containsExactly(predictedBits(fromDense, dense));
        assertThat(predictedBits(fromDense, sparse)).containsExactly(predictedBits(fromDense, dense));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,1,2,4,5", "1,2,4,5,3"})
    void theClassMayStandAnywhere(String order) throws Exception {
        Instances middle = Schemes.mixed(90, 5);
        Reorder reorder = new Reorder();
        reorder.setAttributeIndices(order);
        reorder.setInputFormat(middle);
        Instances moved = Filter.useFilter(middle, reorder);
        moved.setClass(moved.attribute("y"));
        assertThat(moved.classIndex()).isNotEqualTo(middle.classIndex());
        assertThat(predictedBits(fit(moved, QUICK), moved)).containsExactly(predictedBits(fit(middle, QUICK), middle));
    }

    @Test
    void aDateCanBeTheClass() throws Exception {
        Instances data = arff("""
                @attribute x numeric
                @attribute day date yyyy-MM-dd
                @data
                1,2015-01-01
                2,2015-01-11
                3,2015-01-21
                """);
        double earliest = data.instance(0).classValue();
        double latest = data.instance(2).classValue();
        BoundedMLPRegressor scheme = fit(data, "-V 0 -N 2000 -weight-decay 0 -lower-bound " + earliest);
        assertThat(scheme.classifyInstance(data.instance(0))).isCloseTo(earliest, within(86_400_000.0));
        assertThat(scheme.classifyInstance(data.instance(2))).isCloseTo(latest, within(86_400_000.0));
    }

    @Test
    void theClassValueOfARowToPredictDoesNotMatter() throws Exception {
        Instances data = Schemes.mixed(60, 6);
        BoundedMLPRegressor scheme = fit(data, QUICK);
        Instances others = Schemes.withTargets(data, y -> Double.NaN);
        assertThat(predictedBits(scheme, others)).containsExactly(predictedBits(scheme, data));
    }

    @Test
    void oneRowIsPredictedAsItIs() throws Exception {
        Instances one = new Instances(Schemes.mixed(5, 7), 0, 1);
        one.instance(0).setClassValue(4.75);
        assertThat(predictions(fit(one, ""), Schemes.mixed(20, 8))).containsOnly(4.75);
    }

    @Test
    void twoRowsAreEnoughToHoldOneOut() throws Exception {
        Instances two = new Instances(Schemes.numeric(2, 7));
        assertThat(Arrays.stream(predictions(fit(two, "-V 90 -N 5"), two))).allMatch(Double::isFinite);
    }

    @Test
    void withoutAnAttributeThatVariesTheMeanIsPredicted() throws Exception {
        Instances constant = arff("@attribute x numeric\n@attribute y numeric\n@data\n5,1\n5,2\n5,6\n");
        assertThat(Arrays.stream(predictions(fit(constant, ""), constant)))
                .allSatisfy(p -> assertThat(p).isCloseTo(3, within(1e-5)));
        Instances classOnly = arff("@attribute y numeric\n@data\n1\n2\n6\n");
        assertThat(Arrays.stream(predictions(fit(classOnly, ""), classOnly)))
                .allSatisfy(p -> assertThat(p).isCloseTo(3, within(1e-5)));
        assertThat(fit(constant, "").toString()).contains("0 inputs", "none: no attribute varies");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '-lower-bound 0'",
        "2.5, '-lower-bound 2.5 -gradient towards'",
        "0.7, '-lower-bound 0.7 -gradient leaky'",
        "-1.30103, '-lower-bound -5 -upper-bound -1.30103'",
        "1e300, '-upper-bound 1e300'",
        "1e-300, '-lower-bound 1e-300'"
    })
    void targetsThatAreAllAtTheBoundArePredictedThere(double bound, String options) throws Exception {
        Instances data = Schemes.withTargets(Schemes.mixed(50, 9), y -> bound);
        // a bound of many digits is moved inwards a little, so that averages stay within it
        assertThat(Arrays.stream(predictions(fit(data, "-H 16 -N 60 " + options), data)))
                .allSatisfy(p -> assertThat(p).isCloseTo(bound, within(1e-12 * Math.abs(bound))));
    }

    @Test
    void targetsThatAreAllBelowTheBoundArePredictedAsTheBound() throws Exception {
        Instances data = Schemes.numeric(50, 10);
        data.forEach(row -> row.setClassValue(-1 - row.classValue()));
        assertThat(predictions(fit(data, QUICK), data)).containsOnly(0.0);
    }

    @Test
    void targetsBelowTheBoundAreLearntFromAndCounted() throws Exception {
        Instances data = Schemes.withTargets(Schemes.numeric(200, 11), y -> y == 0 ? -0.25 : y);
        data.instance(0).setClassValue(0);
        long below = data.stream().filter(row -> row.classValue() < 0).count();
        BoundedMLPRegressor scheme = fit(data, "-H 32");
        assertThat(below).isBetween(50L, 150L);
        assertThat(scheme.toString())
                .containsPattern("targets below the lower bound +" + below + "\n")
                .containsPattern("targets at a bound +1\n");
        assertThat(Arrays.stream(predictions(scheme, data)))
                .allMatch(p -> p >= 0)
                .contains(0.0);
    }

    private static double predict(BoundedMLPRegressor scheme, Instances header, double... values) {
        double[] row = Arrays.copyOf(values, values.length + 1);
        Instance instance = new DenseInstance(1, row);
        instance.setDataset(header);
        return scheme.classifyInstance(instance);
    }

    /** The prediction for the row with the value of one attribute replaced. */
    private static double with(BoundedMLPRegressor scheme, Instance row, int attribute, double value) {
        Instance changed = new DenseInstance(row);
        changed.setDataset(row.dataset());
        changed.setValue(attribute, value);
        return scheme.classifyInstance(changed);
    }

    @Test
    void aRowWithTooFewValuesIsRefusedInOneSentence() throws Exception {
        for (Instances data : List.of(Schemes.numeric(40, 1), Schemes.mixed(40, 1))) {
            BoundedMLPRegressor scheme = Schemes.fit(data, "-H 4 -N 3");
            Instance shorter = new DenseInstance(1, new double[1]);
            assertThatThrownBy(() -> scheme.classifyInstance(shorter))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(
                            "The row has 1 values, but the model needs [0-9]: those of the training data, in"
                                    + " the same order\\.");
        }
    }
}
