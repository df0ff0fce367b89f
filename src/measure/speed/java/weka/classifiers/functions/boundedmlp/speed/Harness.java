package weka.classifiers.functions.boundedmlp.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The means by which the sections measure.
 *
 * @param settings the settings of the comparison
 * @param launcher starts the processes
 * @param folder the folder for the data that the processes read
 * @param scripts the folder of the Python scripts
 * @param pythons the installed Python peers
 * @param progress receives a line for each launch
 */
record Harness(
        SpeedSettings settings,
        Launcher launcher,
        Path folder,
        Path scripts,
        List<Python.Installed> pythons,
        Consumer<String> progress) {

    /** The seed of the data in all sections. */
    static final long DATA_SEED = 1;

    /** A copy whose processes run on other processors. */
    Harness with(Pinning pinning) {
        return new Harness(settings, launcher.with(pinning), folder, scripts, pythons, progress);
    }

    /** Writes n rows of d inputs of the synthetic task for Python, unless the file exists; returns the file. */
    Path data(int n, int d) throws IOException {
        Path file = folder.resolve("data-" + n + "-" + d + ".bin");
        if (!Files.exists(file)) {
            new SyntheticTask(n, d, DATA_SEED).write(file);
        }
        return file;
    }

    /** Whether this Python peer is installed. */
    boolean has(Python peer) {
        return pythons.stream().anyMatch(installed -> installed.peer().equals(peer));
    }

    /** Runs a script with an installed Python peer. */
    Readings python(Python peer, String script, Object... arguments) throws Exception {
        Python.Installed installed = pythons.stream()
                .filter(candidate -> candidate.peer().equals(peer))
                .findFirst()
                .orElseThrow();
        return installed.run(launcher, scripts, script, arguments);
    }

    /** Runs the contenders in turn, as many rounds as the settings say. */
    Race race(String title, List<Race.Contender> round) throws Exception {
        return new Race(title, settings.launches(), round, progress);
    }
}
