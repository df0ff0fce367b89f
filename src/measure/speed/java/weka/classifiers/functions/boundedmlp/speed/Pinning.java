package weka.classifiers.functions.boundedmlp.speed;

import java.io.IOException;
import java.util.List;

/**
 * The processors that a process may use.
 *
 * @param command the words to put before the process's own command; empty if pinning is not possible
 * @param words the report's description
 */
record Pinning(List<String> command, String words) {

    /** All processors. */
    static final Pinning NONE = new Pinning(List.of(), "on all processors");

    /**
     * Pins to processors, or to none if the system does not allow it.
     *
     * @param processors their numbers in the notation of {@code taskset -c}, such as "1" or "0,1"
     */
    static Pinning to(String processors) throws InterruptedException {
        List<String> command = List.of("taskset", "-c", processors);
        return works(command)
                ? new Pinning(command, "pinned to processor " + processors)
                : new Pinning(List.of(), "not pinned to a processor (taskset is missing or fails)");
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(
                            java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of("true"))
                                    .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
