package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;

/** Whoever leaves the lower bound at 0 although targets lie below it is told so. */
class BoundLeftAtZeroTest {

    private static final String ALL_BELOW =
            "80 of 80 values of y lie below the lower bound 0.0, which no prediction goes"
                    + " beyond; -lower-bound -Infinity takes the bound away.";

    @Test
    void theLogAndTheModelsTextWarn() throws Exception {
        assertThat(warnings(y -> -1 - y, "")).containsExactly(ALL_BELOW);
        assertThat(warnings(y -> y - 4, "").get(0))
                .matches("[0-9]+ of 80 values of y lie below the lower bound 0.0, .*");
        assertThat(warnings(y -> y + 10, "-upper-bound 9"))
                .containsExactly("80 of 80 values of y lie above the upper bound 9.0, which no prediction goes beyond;"
                        + " -upper-bound Infinity takes the bound away.");
    }

    @Test
    void aFewTargetsBeyondABoundAreAChoice() throws Exception {
        assertThat(warnings(y -> y, "")).isEmpty();
        assertThat(warnings(y -> -1 - y, "-lower-bound -Infinity")).isEmpty();
        Instances data = withTargets(y -> y + 1);
        for (int i = 0; i < 8; i++) {
            data.instance(i).setClassValue(-3);
        }
        assertThat(Schemes.fit(data, "-H 4 -N 3").toString()).doesNotContain("Warning");
        data.instance(8).setClassValue(-3);
        assertThat(Schemes.fit(data, "-H 4 -N 3").toString()).contains("Warning");
    }

    @Test
    void theCommandLineWarnsOnce(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("cold.arff"), withTargets(y -> -1 - y).toString());
        String[] command = {BoundedMLPRegressor.class.getName(), "-t", file.toString(), "-H", "4", "-N", "3", "-o"};
        Printed printed = JavaProcess.run(folder, List.of(), command);
        assertThat(printed.err().lines().filter(line -> line.contains("BoundedMLPRegressor: ")))
                .containsExactly("BoundedMLPRegressor: " + ALL_BELOW);
    }

    private static List<String> warnings(DoubleUnaryOperator change, String options) throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 4 -N 3 " + options);
        RecordingLog log = new RecordingLog();
        scheme.setLog(log);
        scheme.buildClassifier(withTargets(change));
        List<String> told = log.messages().stream()
                .filter(message -> message.contains(" values of "))
                .map(message -> message.replace("BoundedMLPRegressor: ", ""))
                .toList();
        for (String warning : told) {
            assertThat(scheme.toString()).contains("Warning          " + warning + "\n");
        }
        return told;
    }

    private static Instances withTargets(DoubleUnaryOperator change) {
        Instances data = Schemes.withTargets(Schemes.numeric(80, 1), change);
        data.renameAttribute(data.classIndex(), "y");
        return data;
    }
}
