package weka.classifiers.functions.boundedmlp.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs every command and every Java block of the README and the guide as printed, and compares the output with that on
 * the pages. They run in a separate home folder, into which the README's own commands install the package.
 */
class GuideCommandsIT {
    private static final Path WORK = Path.of("target", "guide-commands").toAbsolutePath();

    /** The only text that a reader must replace. */
    private static final String PLACEHOLDER = "/path/to/weka.jar";

    private static final String MARK = "=== printed by ";
    private static final long TIMEOUT_MINUTES = 5;

    /** What a failed command prints. The exit code does not show a failure, because Weka's is always 0. */
    private static final Pattern FAILURE =
            Pattern.compile("(?m)^.*(xception|Can't|Unable|[Ee]rror:|command not found|No such file).*$");

    @BeforeAll
    static void emptyHome() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
        if (Files.exists(WORK)) {
            try (Stream<Path> files = Files.walk(WORK)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(WORK.resolve("home"));
        Files.createDirectories(WORK.resolve("dist"));
        Files.copy(Path.of(property("package.zip")), WORK.resolve("dist").resolve("boundedMLP.zip"));
    }

    @Test
    void everyCommandRunsAsPrintedAndPrintsWhatThePagesShow() throws Exception {
        // The README runs first: it installs the package and changes to its data folder, where the other pages begin.
        Path start = WORK;
        for (Path page : GuideBlock.pages()) {
            List<GuideBlock> blocks = GuideBlock.of(page);
            if (blocks.stream().anyMatch(GuideCommandsIT::isCommand)) {
                String printed = run(start, page, blocks);
                check(blocks, printed);
                start = WORK.resolve("home/wekafiles/packages/boundedMLP/data");
            }
        }
        assertThat(start).isDirectory();
    }

    private static boolean isCommand(GuideBlock block) {
        return block.language().equals("sh") && !block.isBuild();
    }

    /** One shell runs the blocks of a page in order. The output of each follows a line that names the block. */
    private static String run(Path start, Path page, List<GuideBlock> blocks) throws Exception {
        String jars = property("weka.newest") + File.separator + "*";
        StringBuilder script = new StringBuilder("set -e\n");
        if (!page.equals(GuideBlock.README)) {
            script.append("export CLASSPATH='").append(jars).append("'\n");
        }
        for (GuideBlock block : blocks) {
            if (isCommand(block)) {
                script.append("echo '").append(MARK).append(block).append("'\n");
                script.append(block.text().replace(PLACEHOLDER, "'" + jars + "'"));
            } else if (block.language().equals("java")) {
                Matcher name = Pattern.compile("public class (\\w+)").matcher(block.text());
                assertThat(name.find()).as("public class in %s", block).isTrue();
                script.append("cat > ").append(name.group(1)).append(".java <<'END OF JAVA'\n");
                script.append(block.text()).append("END OF JAVA\n");
            }
        }
        Path output = WORK.resolve(page.getFileName() + ".txt");
        Path file = Files.writeString(WORK.resolve(page.getFileName() + ".sh"), script);
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", file.toString());
        builder.environment().keySet().removeAll(List.of("WEKA_HOME", "CLASSPATH", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("HOME", WORK.resolve("home").toString());
        Path java = Path.of(System.getProperty("java.home"), "bin");
        builder.environment().put("PATH", java + File.pathSeparator + System.getenv("PATH"));
        // Java gets the home folder from the system, not from HOME. And Weka must not look for updates.
        builder.environment()
                .put(
                        "JDK_JAVA_OPTIONS",
                        "-Duser.home=\"" + WORK.resolve("home")
                                + "\" -Djava.awt.headless=true -Dweka.packageManager.offline=true");
        Process process = builder.directory(start.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended && process.exitValue() == 0)
                .as("the commands of %s succeed; they printed:%n%s", page, printed)
                .isTrue();
        return printed;
    }

    private static void check(List<GuideBlock> blocks, String printed) {
        String latest = "";
        for (GuideBlock block : blocks) {
            if (isCommand(block)) {
                latest = printedBy(block, printed);
                assertThat(failures(latest)).as("failures of %s", block).isEmpty();
            } else if (block.isBuild()) {
                latest = "";
            } else if (block.language().equals("text") && !latest.isEmpty()) {
                assertThat(firstMissing(block.text(), latest))
                        .as("a line that %s shows but the command does not print; it prints%n%s", block, latest)
                        .isEmpty();
            }
        }
    }

    @Test
    void whatAPageShowsIsComparedLineByLine() {
        String printed = "a\nb  \nc\nd\n";
        assertThat(firstMissing("a\nb\n", printed)).isEmpty();
        assertThat(firstMissing("a\n...\nd\n", printed)).isEmpty();
        assertThat(firstMissing("a\nc\n", printed)).contains("a\nc");
        assertThat(firstMissing("b\n...\na\n", printed)).contains("a");
        assertThat(firstMissing("e\n", printed)).contains("e");
        assertThat(failures("Weka exception: no file")).isNotEmpty();
        assertThat(failures("Time taken to build model: 1 seconds")).isEmpty();
    }

    private static String printedBy(GuideBlock block, String printed) {
        String mark = MARK + block + "\n";
        int at = printed.indexOf(mark);
        assertThat(at).as("%s has run", block).isNotNegative();
        int end = printed.indexOf(MARK, at + 1);
        return printed.substring(at + mark.length(), end < 0 ? printed.length() : end);
    }

    private static List<String> failures(String printed) {
        return FAILURE.matcher(printed)
                .results()
                .map(match -> match.group())
                .filter(line -> !line.contains("Installing: ")) // names of installed files may contain "Exception"
                .toList();
    }

    /** The first line shown that was not printed in order. {@code ...} matches any lines; any lines may come first. */
    private static Optional<String> firstMissing(String shown, String printed) {
        List<String> lines = printed.lines().map(String::stripTrailing).toList();
        List<List<String>> runs = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : shown.lines().map(String::stripTrailing).toList()) {
            if (line.equals("...")) {
                runs.add(new ArrayList<>());
            } else {
                runs.get(runs.size() - 1).add(line);
            }
        }
        int at = 0;
        for (List<String> run : runs) {
            int found = Collections.indexOfSubList(lines.subList(at, lines.size()), run);
            if (found < 0) {
                List<String> rest = lines.subList(at, lines.size());
                return Optional.of(run.stream()
                        .filter(line -> !rest.contains(line))
                        .findFirst()
                        .orElse(String.join("\n", run)));
            }
            at += found + run.size();
        }
        return Optional.empty();
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("Run by Maven only, which sets " + name));
    }
}
