package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressorSuiteTest;
import weka.classifiers.functions.boundedmlp.export.ModelMeasureTest;

/**
 * Runs unit tests with the other Weka versions and a newer JDK. The classes compiled for the newest Weka must work
 * there without recompilation. The profile "matrix" runs all unit tests on all pairs of Weka and JDK.
 */
class MatrixIT {

    private static final boolean ALL = Boolean.getBoolean("matrix.all");

    /** The tests that use most of Weka, and those that check whether a model is the same. */
    private static final List<Class<?>> SOME = List.of(
            GoldenModelsTest.class,
            BoundedMLPRegressorSuiteTest.class,
            CommandLineTest.class,
            ExperimentTest.class,
            IterativeTest.class,
            KnowledgeFlowTest.class,
            ModelMeasureTest.class,
            MetaSchemesTest.class,
            OptionsTest.class);

    @TestFactory
    Stream<DynamicTest> oldestWekaOnThisJdk() throws Exception {
        return run("weka.oldest", Jdks.running());
    }

    @TestFactory
    Stream<DynamicTest> developersWekaOnThisJdk() throws Exception {
        return run("weka.developers", Jdks.running());
    }

    @TestFactory
    Stream<DynamicTest> oldestWekaOnANewerJdk() throws Exception {
        return ALL ? run("weka.oldest", Jdks.newer()) : Stream.empty();
    }

    @TestFactory
    Stream<DynamicTest> newestWekaOnANewerJdk() throws Exception {
        return run("weka.newest", Jdks.newer());
    }

    @TestFactory
    Stream<DynamicTest> developersWekaOnANewerJdk() throws Exception {
        return ALL ? run("weka.developers", Jdks.newer()) : Stream.empty();
    }

    /** The JVM options make this machine behave like one with another processor. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:+IgnoreUnrecognizedVMOptions -XX:UseAVX=0 -XX:UseSSE=2 -XX:-UseFMA"})
    void savedModelsPredictTheSameBitsWithoutWhatThisProcessorCanDo(String jvmOptions) throws Throwable {
        List<DynamicTest> tests = run(
                        property("weka.newest"),
                        Jdks.running(),
                        List.of(jvmOptions.split(" ")),
                        List.of(GoldenModelsTest.class.getName()))
                .toList();
        assertThat(tests).hasSizeGreaterThan(15);
        for (DynamicTest test : tests) {
            test.getExecutable().execute();
        }
    }

    private static Stream<DynamicTest> run(String wekaProperty, Path jdk) throws Exception {
        return run(
                property(wekaProperty),
                jdk,
                List.of(),
                ALL ? all() : SOME.stream().map(Class::getName).toList());
    }

    private static Stream<DynamicTest> run(String weka, Path jdk, List<String> jvmOptions, List<String> tests)
            throws Exception {
        Path jars = Path.of(weka);
        Path work = Path.of("target", "matrix", jars.getFileName() + "-" + jdk.getFileName())
                .toAbsolutePath();
        WekaProcess process = new WekaProcess(jdk, jars, work);
        Path outcomes = work.resolve("outcomes");
        List<String> arguments = new ArrayList<>(List.of(TestsInAnotherProcess.class.getName(), outcomes.toString()));
        arguments.addAll(tests);
        String printed = process.runUnitTests(jvmOptions, ClassPath.withoutWeka(), arguments);
        assertThat(outcomes)
                .as("outcomes of the tests; they printed: %s", printed)
                .isRegularFile();
        return TestsInAnotherProcess.read(outcomes);
    }

    /** The names of all classes that Surefire would run. */
    private static List<String> all() throws Exception {
        Path root = Path.of(MatrixIT.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("Run by Maven only, which sets " + name));
    }
}
