package weka.classifiers.functions.boundedmlp.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;

class SpeedSettingsTest {
    private static final List<String> SECTIONS = List.of("training", "growth");

    @Test
    void withoutAnythingGivenAllIsMeasuredThreeTimes() throws BenchmarkFailure {
        SpeedSettings settings = read();

        assertThat(settings.sections()).isEqualTo(SECTIONS);
        assertThat(settings.sizes()).containsExactly(Size.values());
        assertThat(settings.launches()).isEqualTo(3);
        assertThat(settings.core()).isEqualTo(3);
        assertThat(settings.slow()).isFalse();
        assertThat(settings.shape(Size.XL)).isEqualTo(new Shape(50_000, 200, 512));
    }

    @Test
    void whatIsGivenCounts() throws BenchmarkFailure {
        SpeedSettings settings =
                read("sections", "growth", "sizes", "m, L", "launches", "5", "core", "0", "slow", "true");

        assertThat(settings.sections()).containsExactly("growth");
        assertThat(settings.sizes()).containsExactly(Size.M, Size.L);
        assertThat(settings.launches()).isEqualTo(5);
        assertThat(settings.core()).isZero();
        assertThat(settings.slow()).isTrue();
    }

    @Test
    void aSmokeRunIsTiny() throws BenchmarkFailure {
        SpeedSettings settings = read("smoke", "");

        assertThat(settings.smoke()).isTrue();
        assertThat(settings.launches()).isEqualTo(1);
        assertThat(settings.sizes()).hasSize(1);
        assertThat(settings.shape(Size.L).epochOperations()).isLessThan(1e6);
    }

    @ParameterizedTest
    @CsvSource({
        "section, growth, there is no -Dspeed.section;",
        "sections, train, there is no section train; the sections are training",
        "sizes, XXL, there is no size XXL; the sizes are S",
        "launches, 0, at least 1",
        "seconds, none, above 0",
        "slow, maybe, true or false"
    })
    void whatIsNotAllowedIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining(message);
    }

    private static SpeedSettings read(String... namesAndValues) throws BenchmarkFailure {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty("speed." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return SpeedSettings.read(properties, SECTIONS, 4);
    }
}
