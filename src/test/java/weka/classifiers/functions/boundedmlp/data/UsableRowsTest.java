package weka.classifiers.functions.boundedmlp.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.core.Instances;

/** Which rows are used for training, and how many of their targets lie below, above and at the bounds. */
class UsableRowsTest {

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
        UsableRows usable = UsableRows.of(data);
        assertThat(usable.size()).isEqualTo(3);
        assertThat(usable.targets()).containsExactly(10, 40, 50);
        assertThat(usable.weights()).containsExactly(1, 1e-300, 7);
        assertThat(usable.column(0)).containsExactly(1, Double.NaN, 5);
        assertThat(usable.row(2)).isSameAs(data.instance(4));
    }

    @Test
    void targetsAreCountedBelowAboveAndAtTheBounds() {
        double[] targets = {-0.1, -1e-300, 0, -0.0, 1e-300, 5, 7, 7.000000000000001, 8, 9};
        assertThat(TargetSummary.of("y", targets, new Bounds(0, 7))).isEqualTo(new TargetSummary("y", 10, 2, 3, 3));
        assertThat(TargetSummary.of("y", targets, new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)))
                .isEqualTo(new TargetSummary("y", 10, 0, 0, 0));
    }
}
