package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weka.classifiers.functions.boundedmlp.Schemes.arff;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SparseInstance;
import weka.core.UnassignedClassException;
import weka.core.UnsupportedAttributeTypeException;
import weka.core.WekaException;

/** Data that the scheme refuses, by its capabilities or row by row. */
class RefusedDataTest {

    @Test
    void stringAndRelationalAttributesAreRefused() {
        assertThatThrownBy(() -> fit(arff("@attribute s string\n@attribute y numeric\n@data\na,1\nb,2\n"), ""))
                .isInstanceOf(UnsupportedAttributeTypeException.class)
                .hasMessageContaining("string attributes");
        ArrayList<Attribute> inner = new ArrayList<>(List.of(new Attribute("inner")));
        ArrayList<Attribute> attributes =
                new ArrayList<>(List.of(new Attribute("bag", new Instances("bag", inner, 0)), new Attribute("y")));
        Instances relational = new Instances("relational", attributes, 1);
        relational.setClassIndex(1);
        relational.add(new DenseInstance(1, new double[] {0, 1}));
        assertThatThrownBy(() -> fit(relational, ""))
                .isInstanceOf(UnsupportedAttributeTypeException.class)
                .hasMessageContaining("relational attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a,b}", "{a}", "{a,b,c}", "string"})
    void aClassThatIsNoNumberIsRefused(String kind) {
        assertThatThrownBy(() -> fit(arff("@attribute x numeric\n@attribute y " + kind + "\n@data\n1,a\n2,a\n"), ""))
                .isInstanceOf(WekaException.class)
                .hasMessageMatching(".*BoundedMLPRegressor: Cannot handle .* class!");
    }

    @Test
    void dataWithoutAClassIsRefused() throws Exception {
        Instances data = Schemes.numeric(5, 1);
        data.setClassIndex(-1);
        assertThatThrownBy(() -> fit(data, "")).isInstanceOf(UnassignedClassException.class);
    }

    @Test
    void noRowsOrNoneWithAClassOrAWeightAreRefused() throws Exception {
        Instances data = Schemes.numeric(5, 1);
        Instances weightless = new Instances(data);
        weightless.forEach(row -> row.setWeight(0));
        for (Instances useless :
                List.of(new Instances(data, 0), Schemes.withTargets(data, y -> Double.NaN), weightless)) {
            assertThatThrownBy(() -> fit(useless, ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("No row of numeric", " y ", "weight above 0");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, a, Infinity", "1, b, -Infinity", "2, y, Infinity", "2, y, -Infinity"})
    void anInfiniteValueIsRefusedByNameAndRow(int attribute, String name, double infinite) {
        Instances data = Schemes.numeric(9, 1);
        data.instance(6).setValue(attribute, infinite);
        assertThatThrownBy(() -> fit(data, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Attribute " + name + " is " + infinite + " in row 7; values must be finite or missing.");
        Instances sparse = new Instances(data, 0);
        data.forEach(row -> sparse.add(new SparseInstance(row)));
        assertThatThrownBy(() -> fit(sparse, ""))
                .hasMessageContaining("Attribute " + name + " is " + infinite + " in row 7");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 4, 1e9, Double.NEGATIVE_INFINITY})
    void anIndexOfNoLabelIsRefusedByNameAndRow(double index) {
        Instances data = Schemes.mixed(9, 1);
        data.instance(6).setValue(1, index);
        assertThatThrownBy(() -> fit(data, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Attribute colour is " + index
                        + " in row 7; values must be indices of the attribute's labels or missing.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aWeightThatCountsNoRowsIsRefusedWithItsRow(double weight) {
        Instances data = Schemes.numeric(9, 1);
        data.instance(8).setWeight(weight);
        assertThatThrownBy(() -> fit(data, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 9 has the weight " + weight + "; weights must be finite and not negative.");
    }

    @Test
    void weightsWhoseSumOverflowsAreRefused() {
        Instances data = Schemes.numeric(9, 1);
        data.forEach(row -> row.setWeight(1e308));
        assertThatThrownBy(() -> fit(data, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights");
    }

    @Test
    void afterAFailedBuildThereIsNoModel() throws Exception {
        Instances good = Schemes.numeric(9, 1);
        Instances bad = new Instances(good);
        bad.instance(0).setValue(0, Double.POSITIVE_INFINITY);
        BoundedMLPRegressor scheme = fit(good, "-N 3");
        assertThatThrownBy(() -> scheme.buildClassifier(bad)).isInstanceOf(IllegalArgumentException.class);
        assertUntrained(scheme, good);
        scheme.buildClassifier(good);
        scheme.setUpperBound(-1);
        assertThatThrownBy(() -> scheme.buildClassifier(good)).isInstanceOf(IllegalArgumentException.class);
        assertUntrained(scheme, good);
    }

    @Test
    void anInterruptedBuildLeavesNoModelAndTheFlagSet() throws Exception {
        Instances data = Schemes.numeric(9, 1);
        BoundedMLPRegressor scheme = fit(data, "-N 3");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> scheme.buildClassifier(data)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertUntrained(scheme, data);
    }

    @Test
    void aSchemeThatWasNotTrainedSaysSo() {
        assertUntrained(new BoundedMLPRegressor(), Schemes.numeric(1, 1));
    }

    private static void assertUntrained(BoundedMLPRegressor scheme, Instances data) {
        assertThatThrownBy(() -> scheme.classifyInstance(data.instance(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no model has been built");
        assertThatThrownBy(() -> scheme.distributionForInstance(data.instance(0)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(scheme.toString()).contains("no model has been built");
    }
}
