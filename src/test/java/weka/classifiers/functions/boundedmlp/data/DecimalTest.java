package weka.classifiers.functions.boundedmlp.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "100, 100",
        "-50, -50",
        "80.00, 80",
        "1234567, 1235000",
        "1559349857000, 1559000000000",
        "999900000000000, 999900000000000",
        "999999999999999, 1E+15",
        "1.23456e300, 1.235E+300",
        "0.25, 0.25",
        "0.00001234567, 0.00001235",
        "1.23456e-7, 1.235E-7",
        "Infinity, Infinity",
        "NaN, NaN"
    })
    void numbersAreWrittenAsPeopleWriteThem(double value, String expected) {
        assertThat(Decimal.of(value, new MathContext(4))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 10.00", "3, 3.000", "1234567, 1235000", "NaN, NaN"})
    void paddedOnesKeepTheirWidth(double value, String expected) {
        assertThat(Decimal.padded(value, new MathContext(4))).isEqualTo(expected);
    }

    @Test
    void theShortestNumberHasNoMorePlacesThanItNeeds() {
        assertThat(Decimal.shortest(2.9999999996, 1, value -> Math.abs(value - 3) < 1e-3))
                .isEqualTo("3");
        assertThat(Decimal.shortest(-5.6e-8, 1, value -> Math.abs(value) < 1e-7))
                .isEqualTo("0");
        assertThat(Decimal.shortest(0.48999998, 1, value -> Math.abs(value - 0.49) < 1e-3))
                .isEqualTo("0.49");
        assertThat(Decimal.shortest(1_400_000_034_999.98, 1e6, value -> Math.abs(value - 1_400_000_035_000.0) < 400))
                .isEqualTo("1400000035000");
        assertThat(Decimal.shortest(0.1 + 0.2, 1, value -> false)).isEqualTo("0.30000000000000004");
    }

    @Test
    void oneOfSomethingHasNoPlural() {
        assertThat(Decimal.count(1, "epoch")).isEqualTo("1 epoch");
        assertThat(Decimal.count(0, "epoch")).isEqualTo("0 epochs");
        assertThat(Decimal.count(2, "time")).isEqualTo("2 times");
    }
}
