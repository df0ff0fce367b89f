package weka.classifiers.functions.boundedmlp.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;

/** Starts the processes that measure, pinned to a processor where the system allows it, and reads what they print. */
final class Launcher {
    private static final long TIMEOUT_MINUTES = 60;
    private static final int LOG_TAIL = 5;
    /** Weka's linear algebra in Java: without this it logs that native libraries are missing. */
    private static final List<String> LINEAR_ALGEBRA = Stream.of("ARPACK", "BLAS", "LAPACK")
            .map(name -> "-Dcom.github.fommil.netlib." + name + "=com.github.fommil.netlib.F2j" + name)
            .toList();
    /** One thread for whatever library does NumPy's and PyTorch's linear algebra. */
    private static final List<String> THREAD_LIMITS =
            List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS");
    /** What of the caller's environment has no say in the results; OpenBLAS is to choose what is fastest on this processor. */
    private static final List<String> NOT_INHERITED =
            List.of("WEKA_HOME", "CLASSPATH", "JAVA_TOOL_OPTIONS", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String classPath;
    private final Path folder;
    private final String memory;
    private final Pinning pinning;

    /**
     * A launcher.
     *
     * @param classPath where the classes of the Java processes are
     * @param folder where processes leave what they print
     * @param memory the largest heap of a Java process, as {@code -Xmx} has it
     * @param pinning the processors that they may use
     */
    Launcher(String classPath, Path folder, String memory, Pinning pinning) {
        this.classPath = classPath;
        this.folder = folder;
        this.memory = memory;
        this.pinning = pinning;
    }

    /** A launcher whose processes may use other processors. */
    Launcher with(Pinning other) {
        return new Launcher(classPath, folder, memory, other);
    }

    /** Runs a class of this comparison in a JVM of its own. */
    Readings java(Class<?> main, Object... arguments) throws IOException, InterruptedException, BenchmarkFailure {
        return java(List.of(), main, arguments);
    }

    /** Runs a class of this comparison in a JVM of its own that has more options. */
    Readings java(List<String> options, Class<?> main, Object... arguments)
            throws IOException, InterruptedException, BenchmarkFailure {
        List<String> command = javaCommand(options);
        command.add(main.getName());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return Readings.parse(run(command).lines());
    }

    /** Runs a Python script. */
    Readings python(String interpreter, Path script, Object... arguments)
            throws IOException, InterruptedException, BenchmarkFailure {
        // -B: no compiled files beside the sources
        List<String> command = new ArrayList<>(List.of(interpreter, "-B", script.toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return Readings.parse(run(command).lines());
    }

    /**
     * Runs Weka from the command line.
     *
     * @param mustPrint what it prints when all went well: its exit code says nothing
     * @return the seconds that the whole process took
     */
    double weka(String mustPrint, String... arguments) throws IOException, InterruptedException, BenchmarkFailure {
        List<String> command = javaCommand(List.of());
        command.add("weka.Run");
        command.addAll(List.of(arguments));
        Finished finished = run(command);
        if (finished.lines().stream().noneMatch(line -> line.contains(mustPrint))) {
            throw new BenchmarkFailure("\"" + String.join(" ", arguments) + "\" printed no \"" + mustPrint + "\": "
                    + tail(finished.lines()));
        }
        return finished.seconds();
    }

    private List<String> javaCommand(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-Djava.awt.headless=true",
                // the packages of the person who runs it have no say in the results
                "-DWEKA_HOME=" + folder.resolve("weka-home"),
                "-Dweka.packageManager.offline=true"));
        command.addAll(LINEAR_ALGEBRA);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** The lines that a process printed, and the seconds from its start to its end. */
    private record Finished(List<String> lines, double seconds) {}

    private Finished run(List<String> command) throws IOException, InterruptedException, BenchmarkFailure {
        List<String> pinned = new ArrayList<>(pinning.command());
        pinned.addAll(command);
        Path log = folder.resolve("last-process.log");
        ProcessBuilder builder =
                new ProcessBuilder(pinned).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(NOT_INHERITED);
        THREAD_LIMITS.forEach(name -> builder.environment().put(name, "1"));
        long start = System.nanoTime();
        Process process = builder.start();
        RUNNING.add(process);
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (!ended || process.exitValue() != 0) {
                throw new BenchmarkFailure("\"" + String.join(" ", command) + "\" "
                        + (ended
                                ? "ended with exit code " + process.exitValue()
                                : "was not finished after " + TIMEOUT_MINUTES + " minutes")
                        + ": " + tail(lines));
            }
            return new Finished(lines, seconds);
        } finally {
            process.destroyForcibly().waitFor();
            RUNNING.remove(process);
        }
    }

    private static String tail(List<String> lines) {
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()));
    }
}
