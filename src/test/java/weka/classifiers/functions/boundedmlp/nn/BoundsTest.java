package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void limitsAValueAndTellsWhetherItLiesStrictlyBetween(
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
    @CsvSource({"1, 0", "NaN, 0", "0, NaN", "Infinity, -Infinity"})
    void refusesBoundsInTheWrongOrder(double lower, double upper) {
        assertThatThrownBy(() -> new Bounds(lower, upper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lower bound must not exceed the upper bound, but they are " + lower + " and " + upper
                        + ".");
    }
}
