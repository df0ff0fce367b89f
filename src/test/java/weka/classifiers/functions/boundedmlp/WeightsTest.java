package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.predictions;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instance;
import weka.core.Instances;

/** An instance weight is a number of rows, and a row of weight 0 has no effect. */
class WeightsTest {

    @Test
    void aRowOfWeightZeroIsAsIfItWereNotThere() throws Exception {
        Instances data = Schemes.mixed(80, 1);
        Instances more = new Instances(data);
        for (int i : new int[] {0, 40, 81}) {
            Instance strange = strange(more.instance(0));
            strange.setWeight(0);
            more.add(i, strange);
        }
        assertSameModel(data, more);
    }

    @Test
    void aRowWithoutAClassIsAsIfItWereNotThere() throws Exception {
        Instances data = Schemes.mixed(80, 2);
        Instances more = new Instances(data);
        for (int i : new int[] {0, 40, 81}) {
            Instance strange = strange(more.instance(0));
            strange.setValue(more.classIndex(), Double.NaN);
            more.add(i, strange);
        }
        assertSameModel(data, more);
    }

    /** A row that would change limits, means, labels and targets. */
    private static Instance strange(Instance row) {
        Instance strange = (Instance) row.copy();
        strange.setValue(0, 1e6);
        strange.setValue(1, 0);
        strange.setValue(2, 1e6);
        strange.setValue(3, -1e15);
        strange.setWeight(100);
        return strange;
    }

    private static void assertSameModel(Instances data, Instances more) throws Exception {
        String options = "-H 16 -N 40";
        BoundedMLPRegressor expected = fit(data, options);
        BoundedMLPRegressor actual = fit(more, options);
        assertThat(more).hasSize(data.size() + 3);
        assertThat(actual.toString()).isEqualTo(expected.toString());
        assertThat(predictedBits(actual, more)).containsExactly(predictedBits(expected, more));
    }

    /**
     * Equal to a ten-thousandth of the standard deviation, or a thousandth with Adam. Training starts where the
     * gradient of the output bias is 0 except for rounding, which differs with the weights, and even then Adam's first
     * step has its full length.
     */
    @ParameterizedTest
    @CsvSource({
        "'-optimizer sgd', 1e-4",
        "'-optimizer sgd -gradient leaky -weight-decay 5', 1e-4",
        "'-output softplus', 1e-3",
        "'', 1e-3",
        "'-weight-decay 5', 1e-3"
    })
    void aWeightOfTwoEqualsTheRowTwice(String options, double tolerance) throws Exception {
        Instances data = Schemes.mixed(70, 3);
        Instances weighted = new Instances(data);
        Instances doubled = new Instances(data);
        for (int i = 0; i < 70; i += 2) {
            weighted.instance(i).setWeight(2);
            doubled.add(data.instance(i));
        }
        String line = "-H 16 -N 60 -V 0 -mini-batch 1000 " + options;
        double[] expected = predictions(fit(doubled, line), data);
        double[] actual = predictions(fit(weighted, line), data);
        double[] unweighted = predictions(fit(data, line), data);
        double deviation = Schemes.targetDeviation(data);
        double largestEffect = 0;
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(tolerance * deviation));
            largestEffect = Math.max(largestEffect, Math.abs(unweighted[i] - expected[i]));
        }
        // otherwise a scheme that ignores weights would pass
        assertThat(largestEffect).isGreaterThan(20 * tolerance * deviation);
    }

    @Test
    void weightsCountRowsSoThatTheirScaleOnlyMattersForTheWeightDecay() throws Exception {
        Instances data = Schemes.mixed(70, 4);
        Instances heavier = new Instances(data);
        heavier.forEach(row -> row.setWeight(1024));
        assertThat(predictedBits(fit(heavier, "-H 16 -N 40 -weight-decay 1024"), data))
                .containsExactly(predictedBits(fit(data, "-H 16 -N 40 -weight-decay 1"), data));
    }

    @Test
    void targetsAreScaledAndStartAtTheWeightedMean() throws Exception {
        Instances data = Schemes.arff("@attribute x numeric\n@attribute y numeric\n@data\n1,1\n2,6,{4}\n");
        assertThat(Arrays.stream(predictions(fit(data, "-N 0"), data)))
                .allSatisfy(p -> assertThat(p).isCloseTo(5, within(1e-6)));
    }

    @Test
    void weightsOfVeryDifferentSizeGiveFinitePredictions() throws Exception {
        Instances data = Schemes.mixed(60, 5);
        double[] sizes = {1e-300, 1e-12, 1, 1e12, 1e300};
        for (int i = 0; i < data.size(); i++) {
            data.instance(i).setWeight(sizes[i % sizes.length]);
        }
        assertThat(Arrays.stream(predictions(fit(data, "-H 16 -N 20"), data)))
                .allMatch(p -> p >= 0 && Double.isFinite(p));
    }

    @Test
    void aSingleDifferentValueOfNoWeightToSpeakOfGivesFinitePredictions() throws Exception {
        // the value is 1e150 standard deviations from the mean
        Instances data = Schemes.arff("""
                @attribute x numeric
                @attribute y numeric
                @data
                0,1
                0,2
                0,3
                0,4
                1,5,{1e-300}
                """);
        for (String options : new String[] {"-N 0", "-V 0 -N 20", "-N 20"}) {
            assertThat(Arrays.stream(predictions(fit(data, "-H 16 " + options), data)))
                    .allMatch(p -> p >= 0 && Double.isFinite(p));
        }
    }
}
