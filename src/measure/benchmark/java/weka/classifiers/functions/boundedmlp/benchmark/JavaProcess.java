package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of a new JVM that uses Weka, and the log that a process leaves. */
public final class JavaProcess {
    private static final int LOG_TAIL = 5;

    private JavaProcess() {}

    /**
     * {@return the beginning of the command, as a list that can be extended}
     *
     * @param memory the largest heap, in the notation of {@code -Xmx}
     * @param folder the folder for Weka's settings
     */
    public static List<String> command(String memory, Path folder) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-Djava.awt.headless=true",
                // the user's own Weka packages must not influence the results
                "-DWEKA_HOME=" + folder.resolve("weka-home"),
                "-Dweka.packageManager.offline=true"));
    }

    /** {@return the lines of a log; bytes that are not UTF-8 are replaced} */
    public static List<String> lines(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** {@return the last lines of a log, in one line} */
    public static String tail(List<String> lines) {
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()));
    }
}
