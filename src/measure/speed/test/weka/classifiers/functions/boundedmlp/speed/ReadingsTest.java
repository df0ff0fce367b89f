package weka.classifiers.functions.boundedmlp.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;

class ReadingsTest {
    @Test
    void readingsAreFoundAmongOtherLines() throws BenchmarkFailure {
        Readings readings = Readings.parse(
                List.of("a warning", "reading seconds 0.00125", "", "reading rmse 2e-1", "no reading here 5"));

        assertThat(readings.seconds()).isEqualTo(0.00125);
        assertThat(readings.get("rmse")).isEqualTo(0.2);
        assertThat(readings.values()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading seconds", "reading seconds soon", "reading "})
    void aLineThatOnlyBeginsLikeAReadingIsAnError(String line) {
        assertThatThrownBy(() -> Readings.parse(List.of(line)))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining(line);
    }

    @Test
    void aReadingThatIsMissingIsNamed() throws BenchmarkFailure {
        Readings readings = Readings.parse(List.of("reading rmse 0.5"));

        assertThatThrownBy(readings::seconds)
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining("rmse")
                .hasMessageContaining("seconds");
    }
}
