package weka.classifiers.functions.boundedmlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program in a separate process with the class path of the tests. */
final class JavaProcess {

    private static final long TIMEOUT_MINUTES = 5;

    private JavaProcess() {}

    /**
     * Runs the program and returns what it printed.
     *
     * @param folder for temporary files with the output
     * @param jvmOptions options of the JVM, such as the size of the heap
     * @param command the program's class and arguments
     */
    static Printed run(Path folder, List<String> jvmOptions, String... command)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true"));
        for (String name : List.of("user.timezone", "WEKA_HOME", "weka.packageManager.offline")) {
            line.add("-D" + name + "=" + System.getProperty(name));
        }
        line.addAll(WekaProcess.LINEAR_ALGEBRA);
        line.addAll(jvmOptions);
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Not finished after " + TIMEOUT_MINUTES + " minutes: " + String.join(" ", line));
        }
        return new Printed(Files.readString(out), Files.readString(err));
    }
}
