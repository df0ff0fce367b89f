package weka.classifiers.functions.boundedmlp.nn.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, -1, 0, false",
        "0, 1, 0, 0, false",
        "0, 1, 4.9e-324, 4.9e-324, true",
        "0, 1, 0.5, 0.5, true",
        "0, 1, 1, 1, false",
        "0, 1, 2, 1, false",
        "0, 1, -Infinity, 0, false",
        "0, 1, Infinity, 1, false",
        "0, 1, NaN, NaN, false",
        // the sign of a zero
        "0, 1, -0.0, 0.0, false",
        "-1, 0, -0.0, -0.0, false",
        "-0.0, 1, 0.0, 0.0, false",
        "-0.0, 0.0, 0, 0.0, false",
        // no bound
        "0, Infinity, 1e308, 1e308, true",
        "0, Infinity, Infinity, Infinity, false",
        "0, Infinity, -1, 0, false",
        "-Infinity, 0, -1e308, -1e308, true",
        "-Infinity, 0, 1, 0, false",
        "-Infinity, Infinity, -1e308, -1e308, true",
        // nothing lies between equal bounds
        "2, 2, 1, 2, false",
        "2, 2, 2, 2, false",
        "2, 2, 3, 2, false",
    })
    void limitsAValueAndSaysWhetherItLiesStrictlyBetween(
            double lower, double upper, double value, double limited, boolean inside) {
        Bounds bounds = new Bounds(lower, upper);

        assertThat(Double.toString(bounds.limit(value))).isEqualTo(Double.toString(limited));
        assertThat(bounds.inside(value)).isEqualTo(inside);
    }

    @Test
    void knowsWhichBoundsThereAre() {
        assertThat(new Bounds(0, Double.POSITIVE_INFINITY))
                .matches(Bounds::hasLower)
                .matches(bounds -> !bounds.hasUpper());
        assertThat(new Bounds(Double.NEGATIVE_INFINITY, 0))
                .matches(bounds -> !bounds.hasLower())
                .matches(Bounds::hasUpper);
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 1.1",
        "-0.7, 1.1",
        "-1.1, -0.7",
        "-1.1, 1e300",
        "-1e300, -1e-300",
        "0.1, Infinity",
        "-Infinity, 0.1",
        "-Infinity, -0.1",
    })
    void boundsForAveragesLieALittleFurtherInAndEndInTenZeros(double lower, double upper) {
        Bounds inner = new Bounds(lower, upper).forAverages();

        for (double bound : new double[] {inner.lower(), inner.upper()}) {
            assertThat(Double.doubleToLongBits(bound) & 1023).isZero();
        }
        assertThat(inner.lower()).isGreaterThanOrEqualTo(lower).isCloseTo(lower, withinPercentage(1e-10));
        assertThat(inner.upper()).isLessThanOrEqualTo(upper).isCloseTo(upper, withinPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        // these end in enough zeros already
        "0, Infinity",
        "-0.0, 2.5",
        "-1000, 0",
        "-Infinity, Infinity",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "2, 2",
        // no number that ends in enough zeros lies between these
        "0.7, 0.7",
        "-0.7, -0.7",
        "1.7976931348623157e308, Infinity",
        "-Infinity, -1.7976931348623157e308",
    })
    void boundsThatCannotMoveInStayAsTheyAreForAverages(double lower, double upper) {
        Bounds bounds = new Bounds(lower, upper);

        assertThat(bounds.forAverages()).isEqualTo(bounds);
    }

    @Test
    void aSingleShortNumberBetweenTheBoundsIsBothBoundsForAverages() {
        assertThat(new Bounds(Math.nextDown(0.75), Math.nextUp(0.75)).forAverages())
                .isEqualTo(new Bounds(0.75, 0.75));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "NaN, 0", "0, NaN", "Infinity, -Infinity"})
    void refusesBoundsInTheWrongOrder(double lower, double upper) {
        assertThatThrownBy(() -> new Bounds(lower, upper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lower bound must not exceed the upper bound, but they are " + lower + " and " + upper
                        + ".");
    }
}
