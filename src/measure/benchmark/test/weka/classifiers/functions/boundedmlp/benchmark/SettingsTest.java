package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "learner, ZeroR, there is no -Dbenchmark.learner;",
        "seeds, 0, at least 1",
        "folds, ten, at least 2",
        "minutes, 0, above 0",
        "bounds, data:5:1, data:5:1",
        "bounds, data:5, data:5",
        "extra, -H 5, without a name",
        "targets, nowhere.csv, nowhere.csv"
    })
    void whatIsNotAllowedIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> Fixtures.settings(folder, name, value))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining(message);
    }

    @Test
    void withoutAFolderItSaysWhatToGive() {
        assertThatThrownBy(() -> Settings.read(new Properties(), folder.resolve("none")))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining("-Dbenchmark.data=DIR");
    }

    @Test
    void boundsAndVariantsAreReadFromOneLine() throws BenchmarkFailure {
        Settings settings =
                Fixtures.settings(folder, "bounds", "a:2.5:, b::1e3,c::", "extra", "wide: -H 512; slow: -L 0.0001");
        assertThat(settings.limits())
                .isEqualTo(Map.of("a", new Limits(2.5, NONE), "b", new Limits(-NONE, 1000), "c", Limits.NONE));
        assertThat(settings.extra()).isEqualTo(Map.of("wide", "-H 512", "slow", "-L 0.0001"));
    }

    @Test
    void theCommandLinesBoundReplacesTheFilesAndNoneIsInvented() throws Exception {
        Fixtures.data(
                folder, "both", 20, "natural lower bound of the class: -1.5", "Natural UPPER bound of the class: 9");
        Fixtures.data(folder, "none", 20, "the lower bound is unknown");
        Settings plain = Fixtures.settings(folder);
        assertThat(DataFile.read(folder, "both", plain).limits()).isEqualTo(new Limits(-1.5, 9));
        assertThat(DataFile.read(folder, "none", plain).limits()).isEqualTo(Limits.NONE);
        Settings given = Fixtures.settings(folder, "bounds", "both:0:");
        assertThat(DataFile.read(folder, "both", given).limits()).isEqualTo(new Limits(0, NONE));
    }
}
