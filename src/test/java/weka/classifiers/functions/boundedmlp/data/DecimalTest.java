package weka.classifiers.functions.boundedmlp.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.MathContext;
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
}
