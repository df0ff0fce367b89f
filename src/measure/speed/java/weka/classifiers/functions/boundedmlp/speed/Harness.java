package weka.classifiers.functions.boundedmlp.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the sections measure with.
 *
 * @param settings what was asked for
 * @param launcher starts processes
 * @param folder for the data that processes read
 * @param scripts the folder of the Python scripts
 * @param pythons the peers from Python that are installed
 * @param progress gets a line for each launch
 */
record Harness(
        SpeedSettings settings,
        Launcher launcher,
        Path folder,
        Path scripts,
        List<Python.Installed> pythons,
        Consumer<String> progress) {

    /** The seed of the data of all sections. */
    static final long DATA_SEED = 1;

    /** The same on other processors. */
    Harness with(Pinning pinning) {
        return new Harness(settings, launcher.with(pinning), folder, scripts, pythons, progress);
    }

    /** Writes rows of the synthetic task for Python, unless they are there already. */
    Path data(int n, int d) throws IOException {
        Path file = folder.resolve("data-" + n + "-" + d + ".bin");
        if (!Files.exists(file)) {
            new SyntheticTask(n, d, DATA_SEED).write(file);
        }
        return file;
    }

    /** Whether this peer from Python is installed. */
    boolean has(Python peer) {
        return pythons.stream().anyMatch(installed -> installed.peer().equals(peer));
    }

    /** Runs a script with a peer from Python that is installed. */
    Readings python(Python peer, String script, Object... arguments) throws Exception {
        Python.Installed installed = pythons.stream()
                .filter(candidate -> candidate.peer().equals(peer))
                .findFirst()
                .orElseThrow();
        return installed.run(launcher, scripts, script, arguments);
    }

    /** Runs contenders in turn. */
    Race race(String title, List<Race.Contender> round) throws Exception {
        return new Race(title, settings.launches(), round, progress);
    }
}
