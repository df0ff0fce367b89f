package weka.classifiers.functions.boundedmlp;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weka as a user starts it: in a separate process, with only Weka's jars on the class path, and with its own Weka home.
 * Weka's exit code is 0 even when it fails, so callers check what it prints.
 */
final class WekaProcess {
    private static final long TIMEOUT_MINUTES = 10;

    /** Makes Weka use linear algebra in Java. Without this it logs at every start that native libraries are missing. */
    static final List<String> LINEAR_ALGEBRA = Stream.of("ARPACK", "BLAS", "LAPACK")
            .map(name -> "-Dcom.github.fommil.netlib." + name + "=com.github.fommil.netlib.F2j" + name)
            .toList();

    private final Path jdk;
    private final Path jars;
    private final Path home;

    /**
     * A Weka whose home is new and empty.
     *
     * @param jdk the home of the JDK to run on
     * @param jars the folder with Weka's jars
     * @param work a folder for this Weka's home, emptied here
     */
    WekaProcess(Path jdk, Path jars, Path work) throws IOException {
        this.jdk = jdk;
        this.jars = jars;
        deleteTree(work);
        Files.createDirectories(work);
        this.home = work.resolve("home");
    }

    /** The package manager's command line, without the network. */
    String packageManager(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("weka.core.WekaPackageManager", "-offline"));
        all.addAll(List.of(arguments));
        return java(all);
    }

    /** Weka's launcher: the name of a scheme and its arguments. */
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("weka.Run"));
        all.addAll(List.of(arguments));
        return java(all);
    }

    /**
     * The number in a cell of Weka's table of predictions. Weka writes a prediction of exactly 0 as a question mark,
     * because it takes it for a distribution whose probabilities are all 0.
     */
    static double prediction(String cell) {
        return cell.equals("?") ? 0 : Double.parseDouble(cell);
    }

    /**
     * Runs a program of ours that uses this Weka on the display.
     *
     * @param classPath what it needs besides Weka's jars
     * @param arguments its class and what follows
     */
    String runOnDisplay(List<Path> classPath, String... arguments) throws IOException, InterruptedException {
        // AssertJ Swing looks into java.util, and buttons are found by their English texts.
        List<String> options = List.of(
                "-Djava.awt.headless=false", "-Duser.language=en", "--add-opens", "java.base/java.util=ALL-UNNAMED");
        return java(options, classPath, List.of(arguments));
    }

    /**
     * Runs a program with unit tests and this Weka, with the same system properties and JVM options as in the build.
     *
     * @param jvmOptions further options of the JVM
     * @param classPath what it needs besides Weka's jars
     * @param arguments its class and what follows
     */
    String runUnitTests(List<String> jvmOptions, List<Path> classPath, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(
                List.of(System.getProperty("test.jvm.args").trim().split("\\s+")));
        for (String name : List.of("weka.test.Regression.root", "weka.test.maventest")) {
            options.add("-D" + name + "=" + System.getProperty(name));
        }
        options.addAll(jvmOptions);
        return java(options, classPath, arguments);
    }

    /** The folder into which the package manager installs a package. */
    Path installed(String packageName) {
        return home.resolve("packages").resolve(packageName);
    }

    private String java(List<String> arguments) throws IOException, InterruptedException {
        return java(List.of("-Djava.awt.headless=true"), List.of(), arguments);
    }

    private String java(List<String> options, List<Path> classPath, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                jdk.resolve("bin").resolve("java").toString(),
                "-Xmx1g",
                "-DWEKA_HOME=" + home,
                "-Dweka.packageManager.offline=true"));
        command.addAll(LINEAR_ALGEBRA);
        command.addAll(options);
        Stream<String> entries = Stream.concat(
                Stream.of(jars + File.separator + "*"), classPath.stream().map(Path::toString));
        command.addAll(List.of("-cp", entries.collect(Collectors.joining(File.pathSeparator))));
        command.addAll(arguments);
        Path output = Files.createTempFile(home.getParent(), "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        // These may be set where the build runs; a user's Weka must not see them.
        builder.environment().keySet().removeAll(List.of("WEKA_HOME", "CLASSPATH", "JAVA_TOOL_OPTIONS"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Not finished after " + TIMEOUT_MINUTES + " minutes: " + String.join(" ", command));
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
