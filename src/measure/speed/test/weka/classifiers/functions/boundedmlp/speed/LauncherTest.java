package weka.classifiers.functions.boundedmlp.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;

class LauncherTest {
    /** A process that prints the sum of its arguments. */
    static final class Sum {
        /** Fails without arguments. */
        public static void main(String[] arguments) {
            if (arguments.length == 0) {
                System.err.println("Nothing to add.");
                System.exit(3);
            }
            double sum = 0;
            for (String argument : arguments) {
                sum += Double.parseDouble(argument);
            }
            System.out.println("adding");
            Readings.print("sum", sum);
            Readings.print("processors", Runtime.getRuntime().availableProcessors());
        }
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatAProcessReadsComesBack() throws Exception {
        assertThat(launcher(new Pinning(List.of(), "")).java(Sum.class, 1, 2.5).get("sum"))
                .isEqualTo(3.5);
    }

    @Test
    void aProcessThatFailsIsNamedWithWhatItSaid() {
        assertThatThrownBy(() -> launcher(new Pinning(List.of(), "")).java(Sum.class))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining("Sum")
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("Nothing to add.");
    }

    @Test
    void aPinnedProcessHasOneProcessor() throws Exception {
        Pinning pinning = Pinning.to("0");

        double processors = launcher(pinning).java(Sum.class, 1).get("processors");

        if (pinning.command().isEmpty()) {
            assertThat(pinning.words()).contains("not pinned");
        } else {
            assertThat(processors).isEqualTo(1);
        }
    }

    @Test
    void aProcessorThatIsNotThereLeavesTheProcessFree() throws Exception {
        assertThat(Pinning.to("99999").command()).isEmpty();
    }

    @Test
    void aWekaThatPrintsNoResultHasFailed() {
        assertThatThrownBy(() -> launcher(new Pinning(List.of(), ""))
                        .weka("=== Cross-validation ===", "weka.classifiers.rules.ZeroR", "-t", "nowhere.arff"))
                .isInstanceOf(BenchmarkFailure.class)
                .hasMessageContaining("nowhere.arff");
    }

    @Test
    void aPeerThatIsNotInstalledSaysWhatInstallsIt() throws Exception {
        Python peer = new Python("Nothing", "no_such_module", "python3-nothing");

        assertThat(peer.find()).isEmpty();
        assertThat(peer.missing()).contains("Nothing is not installed").contains("python3-nothing");
    }

    private Launcher launcher(Pinning pinning) {
        return new Launcher(System.getProperty("java.class.path"), folder, "256m", pinning);
    }
}
