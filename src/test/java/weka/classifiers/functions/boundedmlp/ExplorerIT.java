package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import weka.classifiers.functions.BoundedMLPRegressor;

/** The Explorer of a Weka into which the zip has been installed: the tests of {@link ExplorerTour}. */
class ExplorerIT {
    @TestFactory
    Stream<DynamicTest> explorerWithTheInstalledPackage() throws Exception {
        return tour(Jdks.running());
    }

    @TestFactory
    Stream<DynamicTest> explorerWithTheInstalledPackageOnANewerJdk() throws Exception {
        return tour(Jdks.newer());
    }

    private static Stream<DynamicTest> tour(Path jdk) throws Exception {
        String problem = problemWithTheDisplay();
        assumeTrue(problem.isEmpty(), problem);

        Path work = Path.of("target", "explorer-" + jdk.getFileName()).toAbsolutePath();
        WekaProcess weka = new WekaProcess(jdk, Path.of(property("weka.newest")), work);
        String installation = weka.packageManager("-install-package", property("package.zip"));
        Path data = weka.installed("boundedMLP").resolve("data").resolve("seattle_rain.arff");
        assertThat(data).as("installed; Weka said: %s", installation).isRegularFile();

        Path outcomes = work.resolve("outcomes");
        String printed = weka.runOnDisplay(
                classPathWithoutThePackage(),
                TestsBesideAPackage.class.getName(),
                ExplorerTour.class.getName(),
                outcomes.toString());
        assertThat(outcomes)
                .as("outcomes of the tests; they printed: %s", printed)
                .isRegularFile();
        List<TestsBesideAPackage.Outcome> all = TestsBesideAPackage.read(outcomes);
        assertThat(all).isNotEmpty();
        return all.stream()
                .map(outcome -> DynamicTest.dynamicTest(
                        outcome.test(), () -> assertThat(outcome.failure()).isEmpty()));
    }

    /** Why nothing can be shown, empty if something can. */
    private static String problemWithTheDisplay() {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return "";
        } catch (HeadlessException | AWTError e) {
            return "no display, DISPLAY is " + System.getenv("DISPLAY")
                    + "; the tests start one by themselves where xvfb-run is installed";
        }
    }

    private static List<Path> classPathWithoutThePackage() throws Exception {
        List<Path> ours = List.of(codeSource(BoundedMLPRegressor.class), codeSource(JFreeChart.class));
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .filter(entry -> !ours.contains(entry))
                .filter(entry -> Files.isDirectory(entry) || entry.toString().endsWith(".jar"))
                .toList();
    }

    private static Path codeSource(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("Run by Maven only, which sets " + name));
    }
}
