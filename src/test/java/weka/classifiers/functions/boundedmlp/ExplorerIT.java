package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link ExplorerTour} in the Explorer of a Weka into which the zip is installed. */
class ExplorerIT {
    @TestFactory
    Stream<DynamicTest> explorerWithTheInstalledPackage() throws Exception {
        return tour("weka.newest", Jdks.running());
    }

    @TestFactory
    Stream<DynamicTest> explorerOfDevelopersWekaWithTheInstalledPackageOnANewerJdk() throws Exception {
        return tour("weka.developers", Jdks.newer());
    }

    private static Stream<DynamicTest> tour(String wekaProperty, Path jdk) throws Exception {
        String problem = problemWithTheDisplay();
        assumeTrue(problem.isEmpty(), problem);

        Path work = Path.of("target", "explorer-" + jdk.getFileName()).toAbsolutePath();
        WekaProcess weka = new WekaProcess(jdk, Path.of(property(wekaProperty)), work);
        String installation = weka.packageManager("-install-package", property("package.zip"));
        Path data = weka.installed("boundedMLP").resolve("data").resolve("seattle_rain.arff");
        assertThat(data).as("installed; Weka said: %s", installation).isRegularFile();

        Path outcomes = work.resolve("outcomes");
        String printed = weka.runOnDisplay(
                ClassPath.withoutThePackage(),
                TestsInAnotherProcess.class.getName(),
                outcomes.toString(),
                ExplorerTour.class.getName());
        assertThat(outcomes)
                .as("outcomes of the tests; they printed: %s", printed)
                .isRegularFile();
        return TestsInAnotherProcess.read(outcomes);
    }

    /** Why the display cannot be used; empty if it can. */
    private static String problemWithTheDisplay() {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
            return "";
        } catch (HeadlessException | AWTError e) {
            return "no display, DISPLAY is " + System.getenv("DISPLAY")
                    + "; the tests start one by themselves where xvfb-run is installed";
        }
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("Run by Maven only, which sets " + name));
    }
}
