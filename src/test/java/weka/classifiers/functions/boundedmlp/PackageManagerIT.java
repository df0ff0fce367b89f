package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Installs, uses and removes the zip with Weka's own package manager, in separate processes, as a user would. */
class PackageManagerIT {
    private static final String PACKAGE = "boundedMLP";
    private static final String SCHEME = "BoundedMLPRegressor";
    private static final String PREDICTIONS = "weka.classifiers.evaluation.output.prediction.CSV -decimals 15";

    @Test
    void newestWekaOnThisJdk() throws Exception {
        installUseAndUninstall("weka.newest", Jdks.running());
    }

    @Test
    void oldestWekaOnThisJdk() throws Exception {
        installUseAndUninstall("weka.oldest", Jdks.running());
    }

    @Test
    void developersWekaOnThisJdk() throws Exception {
        installUseAndUninstall("weka.developers", Jdks.running());
    }

    @Test
    void newestWekaOnANewerJdk() throws Exception {
        installUseAndUninstall("weka.newest", Jdks.newer());
    }

    @Test
    void oldestWekaOnANewerJdk() throws Exception {
        installUseAndUninstall("weka.oldest", Jdks.newer());
    }

    @Test
    void developersWekaOnANewerJdk() throws Exception {
        installUseAndUninstall("weka.developers", Jdks.newer());
    }

    private static void installUseAndUninstall(String wekaProperty, Path jdk) throws Exception {
        Path work = Path.of("target", "package-manager", wekaProperty + "-" + jdk.getFileName())
                .toAbsolutePath();
        WekaProcess weka = new WekaProcess(jdk, Path.of(property(wekaProperty)), work);
        String version = property("package.version");

        assertThat(weka.run(SCHEME)).as("before the installation").contains("Can't find scheme");

        assertThat(weka.packageManager("-install-package", property("package.zip")))
                .as("installation")
                .contains(PACKAGE)
                .doesNotContainPattern("(Exception|rror)(?!\\.(java|html))") // not in the names of installed files
                .doesNotContain("Unable", "Can't");
        assertThat(weka.installed(PACKAGE).resolve(PACKAGE + ".jar")).isRegularFile();

        assertThat(weka.packageManager("-list-packages", "installed").lines())
                .as("list of packages")
                .anyMatch(line -> line.contains(PACKAGE) && line.contains(version));
        assertThat(weka.packageManager("-package-info", "installed", PACKAGE))
                .as("information")
                .contains("Version:", version, "Regression", "GPL 3.0", "weka (>=3.8.6)")
                .doesNotContain("Exception");

        // training and predicting do not need the library that draws
        Path library =
                weka.installed(PACKAGE).resolve("lib").resolve("jfreechart-" + property("jfreechart.version") + ".jar");
        assertThat(library).isRegularFile();
        Files.delete(library);

        Path data = weka.installed(PACKAGE).resolve("data").resolve("seattle_rain.arff");
        Path model = work.resolve("rain.model");
        String trained = weka.run(
                SCHEME,
                "-t",
                data.toString(),
                "-T",
                data.toString(),
                "-d",
                model.toString(),
                "-classifications",
                PREDICTIONS);
        assertThat(model).as("saved model; Weka said: %s", trained).isRegularFile();
        String loaded =
                weka.run(SCHEME, "-l", model.toString(), "-T", data.toString(), "-classifications", PREDICTIONS);
        assertThat(predictions(trained)).hasSize(1460).allSatisfy(line -> assertThat(
                        WekaProcess.prediction(line.split(",", -1)[2]))
                .isGreaterThanOrEqualTo(0));
        assertThat(predictions(loaded)).as("from the saved model").isEqualTo(predictions(trained));

        assertThat(weka.packageManager("-uninstall-package", PACKAGE))
                .as("removal")
                .doesNotContain("Exception");
        assertThat(weka.installed(PACKAGE)).doesNotExist();
        assertThat(weka.packageManager("-list-packages", "installed"))
                .as("list of packages afterwards")
                .doesNotContain(PACKAGE);
        assertThat(weka.run(SCHEME)).as("after the removal").contains("Can't find scheme");
    }

    private static List<String> predictions(String output) {
        return output.lines().filter(line -> line.matches("\\d+,.*")).toList();
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("Run by Maven only, which sets " + name));
    }
}
