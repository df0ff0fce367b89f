package weka.classifiers.functions.boundedmlp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs on this machine for tests in separate processes. */
final class Jdks {
    private Jdks() {}

    /** The JDK that runs the tests. */
    static Path running() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The newest JDK of the machine. If it is not newer than the one that runs the tests, the test is skipped. */
    static Path newer() throws IOException {
        List<Path> candidates = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.matches("(JAVA|JDK)_?HOME.*|JDK_?\\d+.*")) {
                candidates.add(Path.of(value));
            }
        });
        for (Path folder : List.of(
                Path.of("/usr/lib/jvm"), Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> jdks = Files.list(folder)) {
                    jdks.forEach(candidates::add);
                }
            }
        }
        int running = Runtime.version().feature();
        Optional<Path> newest = candidates.stream()
                .filter(jdk -> feature(jdk) > running)
                .max(Comparator.comparing(jdk -> feature(jdk)));
        assumeTrue(
                newest.isPresent(),
                () -> String.format(Locale.ROOT, "no JDK newer than %d in JAVA_HOME* or /usr/lib/jvm", running));
        return newest.orElseThrow();
    }

    /** The feature version in a JDK's release file, or 0 if there is none. */
    private static int feature(Path jdk) {
        Path release = jdk.resolve("release");
        if (!Files.isExecutable(jdk.resolve("bin").resolve("java")) || !Files.isRegularFile(release)) {
            return 0;
        }
        try {
            Matcher matcher = Pattern.compile("JAVA_VERSION=\"(\\d+)").matcher(Files.readString(release));
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
