package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.nn.Bounds;
import weka.core.Instances;

/** Which rows are trained on, and where their targets lie. */
class TrainingDataTest {

    @Test
    void rowsWithAClassAndAWeightAreKeptInTheirOrder() throws Exception {
        Instances data = Schemes.arff("""
                @attribute x numeric
                @attribute y numeric
                @data
                1,10
                2,?
                3,30,{0}
                ?,40,{1e-300}
                5,50,{7}
                """);
        Instances usable = TrainingData.usable(data);
        assertThat(usable.attributeToDoubleArray(1)).containsExactly(10, 40, 50);
        assertThat(usable.stream().mapToDouble(row -> row.weight()).toArray()).containsExactly(1, 1e-300, 7);
        assertThat(usable.classIndex()).isEqualTo(1);
        usable.instance(0).setValue(0, 99);
        assertThat(data.instance(0).value(0)).isEqualTo(1);
    }

    @Test
    void targetsAreCountedBelowAboveAndAtTheBounds() {
        double[] targets = {-0.1, -1e-300, 0, -0.0, 1e-300, 5, 7, 7.000000000000001, 8, 9};
        assertThat(TargetSummary.of("y", targets, new Bounds(0, 7))).isEqualTo(new TargetSummary("y", 10, 2, 3, 3));
        assertThat(TargetSummary.of("y", targets, new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)))
                .isEqualTo(new TargetSummary("y", 10, 0, 0, 0));
    }
}
