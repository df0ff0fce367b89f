package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Garbage does not count as used memory, also where System.gc() does nothing. */
class GarbageTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int GARBAGE_MEGABYTES = 150;

    @Test
    void aTrainingThatFitsOnceTheGarbageIsCollectedIsNotRefused(@TempDir Path folder) throws Exception {
        List<String> jvm = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+DisableExplicitGC");
        Printed printed = JavaProcess.run(folder, jvm, GarbageTest.class.getName(), "500000");
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).startsWith("trained");
    }

    @Test
    void aTrainingThatDoesNotFitIsStillRefused(@TempDir Path folder) throws Exception {
        List<String> jvm = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+DisableExplicitGC");
        Printed printed = JavaProcess.run(folder, jvm, GarbageTest.class.getName(), "900000");
        assertThat(printed.out())
                .startsWith("Training on 30 rows of 2 inputs with hiddenSize 900000 and members 1 needs about ");
    }

    /** Leaves garbage where only a full collection finds it, and trains. */
    public static void main(String[] args) throws Exception {
        byte[][] garbage = new byte[GARBAGE_MEGABYTES][];
        Arrays.setAll(garbage, i -> new byte[MEGABYTE]);
        Arrays.fill(garbage, null);
        try {
            Schemes.fit(Schemes.numeric(30, 1), "-V 0 -N 1 -members 1 -H " + args[0]);
            System.out.println("trained");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
