package weka.classifiers.functions.boundedmlp.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scaling to standard units, without overflow in intermediate results. */
class ScaleTest {

    @Test
    void theCentreIsTheWeightedMeanAndTheUnitTheWeightedDeviation() throws Exception {
        Scale scale = Columns.scale(new double[] {1, 5, Double.NaN, 9}, new double[] {2, 1, 100, 1});
        assertThat(scale.center()).isCloseTo(4, within(1e-12));
        // (2 * 9 + 1 + 25) / 4
        assertThat(scale.unit()).isCloseTo(Math.sqrt(11), within(1e-12));
        assertThat(scale.toStandard(4 + Math.sqrt(11))).isCloseTo(1, within(1e-12));
        assertThat(scale.fromStandard(-1)).isCloseTo(4 - Math.sqrt(11), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, Double.MAX_VALUE, 1e154, 1, 1e-154, 1e-300, 1e-310})
    void nothingOverflowsOrVanishesWhateverTheSize(double size) throws Exception {
        Scale scale = Columns.scale(new double[] {-size, size}, new double[] {1, 1});
        assertThat(scale.center()).isZero();
        assertThat(scale.unit()).isEqualTo(size);
        assertThat(scale.toStandard(-size)).isCloseTo(-1, within(1e-12));
        assertThat(scale.toStandard(size)).isCloseTo(1, within(1e-12));
        assertThat(scale.fromStandard(1)).isEqualTo(size);
    }

    @Test
    void theDistanceOfTwoHugeValuesDoesNotOverflow() {
        Scale scale = new Scale(-1.5e308, 1e308);
        assertThat(scale.toStandard(1.5e308)).isCloseTo(3, within(1e-12));
        assertThat(scale.fromStandard(100)).isEqualTo(Double.MAX_VALUE);
        assertThat(scale.fromStandard(-100)).isEqualTo(-Double.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.7", "1e300", "-3.3"})
    void constantValuesGetTheUnit1AndThemselvesAsTheCentre(double value) throws Exception {
        assertThat(Columns.scale(new double[] {value, value, value}, new double[] {1, 3, 0.1}))
                .isEqualTo(new Scale(value, 1));
    }

    @Test
    void noValuesGetTheUnit1() throws Exception {
        assertThat(Columns.scale(new double[] {Double.NaN}, new double[] {1})).isEqualTo(new Scale(0, 1));
    }

    @Test
    void theCentreLiesAmongTheValuesHoweverItIsRounded() throws Exception {
        double low = 0.1;
        double high = Math.nextUp(low);
        for (int n = 2; n < 50; n++) {
            double[] values = new double[n];
            double[] weights = new double[n];
            Arrays.fill(values, low);
            Arrays.fill(weights, 1.0 / 3);
            values[n / 2] = high;
            Scale scale = Columns.scale(values, weights);
            assertThat(scale.center()).isBetween(low, high);
            assertThat(scale.unit()).isPositive();
        }
    }
}
