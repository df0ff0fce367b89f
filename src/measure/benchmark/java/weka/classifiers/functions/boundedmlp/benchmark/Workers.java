package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Starts a {@link Worker} for every run. A separate process can be stopped at its time limit, whatever the learner
 * does, and does not harm other runs if it runs out of memory.
 */
final class Workers {
    /** The exit codes of a process that SIGINT or SIGTERM ended. */
    private static final Set<Integer> ENDED_FROM_OUTSIDE = Set.of(128 + 2, 128 + 15);

    private final String classPath;
    private final Path folder;
    private final String memory;
    private final Map<String, String> extra;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    /**
     * Creates a starter of workers.
     *
     * @param classPath the class path of the workers
     * @param folder the folder for their results and logs
     */
    Workers(String classPath, Path folder, Settings settings) {
        this.classPath = classPath;
        this.folder = folder;
        this.memory = settings.memory();
        this.extra = settings.extra();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /**
     * Runs a learner and waits for it.
     *
     * @param seconds the time limit of this run
     * @param minutes the time limit of all seeds together, for the report
     * @throws InterruptedException if the benchmark or the worker was ended from outside, so that there is no outcome
     */
    Outcome run(Run run, double seconds, double minutes) throws IOException, InterruptedException {
        String name = String.join(
                        "-", run.file().name(), run.learner().name(), run.key().seed())
                .replaceAll("[^\\w.-]", "_");
        Path result = folder.resolve(name + ".result");
        Path log = folder.resolve(name + ".log");
        Files.deleteIfExists(result);
        Process process = start(Worker.arguments(run, extra, result), log);
        running.add(process);
        try {
            if (!process.waitFor((long) (seconds * 1000), TimeUnit.MILLISECONDS)) {
                return Outcome.unfinished(minutes);
            }
        } finally {
            process.destroyForcibly().waitFor();
            running.remove(process);
        }
        int code = process.exitValue();
        if (ending || ENDED_FROM_OUTSIDE.contains(code)) {
            throw new InterruptedException("The benchmark was stopped from outside; the same command continues it.");
        }
        if (code == 0) {
            return Outcome.done(Files.readAllLines(result).stream()
                    .map(line -> FoldResult.of(Csv.cells(line)))
                    .toList());
        }
        return Outcome.failed(
                code == Worker.FAILED && Files.exists(result)
                        ? Files.readString(result)
                        : "the process ended with exit code " + code + ": " + JavaProcess.tail(JavaProcess.lines(log)));
    }

    private Process start(List<String> arguments, Path log) throws IOException {
        List<String> command = JavaProcess.command(memory, folder);
        command.addAll(List.of("-cp", classPath, Worker.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private void stop() {
        ending = true;
        running.forEach(Process::destroyForcibly);
    }
}
