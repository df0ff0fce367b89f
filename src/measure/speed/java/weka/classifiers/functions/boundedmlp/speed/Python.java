package weka.classifiers.functions.boundedmlp.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;

/**
 * A peer written in Python.
 *
 * @param name the peer's name
 * @param module the module to import
 * @param debianPackage the Debian package that installs it
 */
record Python(String name, String module, String debianPackage) {
    static final Python SCIKIT_LEARN = new Python("scikit-learn", "sklearn", "python3-sklearn");
    static final Python PYTORCH = new Python("PyTorch", "torch", "python3-torch");

    /** On Windows it is called python. */
    private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3", "python");

    /** A peer that can be measured with this interpreter. */
    record Installed(Python peer, String interpreter, String version) {
        /** Runs one of the comparison's scripts. */
        Readings run(Launcher launcher, Path scripts, String script, Object... arguments)
                throws IOException, InterruptedException, BenchmarkFailure {
            return launcher.python(interpreter, scripts.resolve(script), arguments);
        }
    }

    /** The first interpreter that has the peer; empty if none has it. */
    List<Installed> find() throws InterruptedException {
        List<Installed> found = new ArrayList<>();
        for (String interpreter : INTERPRETERS) {
            String version = version(interpreter);
            if (found.isEmpty() && !version.isEmpty()) {
                found.add(new Installed(this, interpreter, version));
            }
        }
        return found;
    }

    /** The report's remark if the peer is not installed. */
    String missing() {
        return name + " is not installed, so it is not measured (on Debian: apt-get install " + debianPackage + ").";
    }

    private String version(String interpreter) throws InterruptedException {
        String script = "import " + module + "; print(" + module + ".__version__)";
        try {
            Process process = new ProcessBuilder(interpreter, "-B", "-c", script)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output.strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
