package weka.classifiers.functions.boundedmlp.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;
import weka.classifiers.functions.boundedmlp.benchmark.JavaProcess;

/** Starts the measuring processes, pinned to processors if the system allows it, and reads what they print. */
final class Launcher {
    private static final long TIMEOUT_MINUTES = 60;
    /** Makes Weka use its linear algebra in Java; otherwise it logs that native libraries are missing. */
    private static final List<String> LINEAR_ALGEBRA = Stream.of("ARPACK", "BLAS", "LAPACK")
            .map(name -> "-Dcom.github.fommil.netlib." + name + "=com.github.fommil.netlib.F2j" + name)
            .toList();
    /**
     * Environment variables that limit the linear algebra of NumPy and PyTorch to one thread, whichever library it is.
     */
    private static final List<String> THREAD_LIMITS =
            List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS");
    /**
     * Environment variables that must not influence the results; OpenBLAS chooses the kernels for this processor
     * itself.
     */
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
     * Creates a launcher.
     *
     * @param classPath the class path of the Java processes
     * @param folder the folder for the processes' output
     * @param memory the largest heap of a Java process, in the notation of {@code -Xmx}
     * @param pinning the processors that the processes may use
     */
    Launcher(String classPath, Path folder, String memory, Pinning pinning) {
        this.classPath = classPath;
        this.folder = folder;
        this.memory = memory;
        this.pinning = pinning;
    }

    /** A copy whose processes may use other processors. */
    Launcher with(Pinning other) {
        return new Launcher(classPath, folder, memory, other);
    }

    /** Runs the main method of a class in a new JVM. */
    Readings java(Class<?> main, Object... arguments) throws IOException, InterruptedException, BenchmarkFailure {
        return java(List.of(), main, arguments);
    }

    /** Runs the main method of a class in a new JVM with further options. */
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
        // -B writes no compiled files beside the sources
        List<String> command = new ArrayList<>(List.of(interpreter, "-B", script.toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return Readings.parse(run(command).lines());
    }

    /**
     * Runs Weka from the command line.
     *
     * @param mustPrint a text that Weka prints only on success; its exit code is always 0
     * @return the seconds of the whole process
     */
    double weka(String mustPrint, String... arguments) throws IOException, InterruptedException, BenchmarkFailure {
        List<String> command = javaCommand(List.of());
        command.add("weka.Run");
        command.addAll(List.of(arguments));
        Finished finished = run(command);
        if (finished.lines().stream().noneMatch(line -> line.contains(mustPrint))) {
            throw new BenchmarkFailure("\"" + String.join(" ", arguments) + "\" did not print \"" + mustPrint + "\": "
                    + JavaProcess.tail(finished.lines()));
        }
        return finished.seconds();
    }

    private List<String> javaCommand(List<String> options) {
        List<String> command = JavaProcess.command(memory, folder);
        command.addAll(LINEAR_ALGEBRA);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** The output of a process, and the seconds from its start to its end. */
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
            List<String> lines = JavaProcess.lines(log);
            if (!ended || process.exitValue() != 0) {
                throw new BenchmarkFailure("\"" + String.join(" ", command) + "\" "
                        + (ended
                                ? "ended with exit code " + process.exitValue()
                                : "did not finish within " + TIMEOUT_MINUTES + " minutes")
                        + ": " + JavaProcess.tail(lines));
            }
            return new Finished(lines, seconds);
        } finally {
            process.destroyForcibly().waitFor();
            RUNNING.remove(process);
        }
    }
}
