package weka.classifiers.functions.boundedmlp.nn.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The probe finds out by timing whether the processor multiplies and adds in one instruction. */
class FmaProbeTest {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    @Test
    void theAnswerIsThatOfTheOperatingSystem() throws Exception {
        assumeTrue(Files.exists(PROCESSOR), "only Linux lists the processor's instructions");
        assumeTrue(System.getProperty("os.arch").equals("amd64"));
        boolean fma = Files.readString(PROCESSOR).contains(" fma ");

        for (int i = 0; i < 100; i++) {
            assertThat(FmaProbe.isFast()).isEqualTo(fma);
        }
    }

    @Test
    void productsAreAddedInOneRoundingWhereThatIsFast() {
        float a = 1 + 0x1p-12f;
        float square = 1 + 0x1p-11f; // a * a, rounded: without its last part, 2^-24

        assertThat(Kernels.multiplyAdd(a, a, -square)).isEqualTo(FmaProbe.isFast() ? 0x1p-24f : 0);
    }
}
