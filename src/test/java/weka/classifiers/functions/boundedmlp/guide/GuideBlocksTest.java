package weka.classifiers.functions.boundedmlp.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code and commands in the README and the guide: each block is of a kind that some test runs or compares. */
class GuideBlocksTest {

    /** {@link GuideCommandsIT} runs java and sh, {@link PythonTest} python; text is the output of the sh before it. */
    private static final List<String> RUN = List.of("sh", "java", "python", "text", "xml");

    /** Neither code nor commands. */
    private static final List<String> PROSE = List.of("diagram", "formula");

    /** Lines like {@code mvn -q -B -f DIR -Pid phase -Dname=value}. */
    private static final Pattern OPTION = Pattern.compile("-(f|P|D) ?([^ =]+)(=\\S+)?");

    private static final List<String> OF_MAVEN =
            List.of("skipTests", "test", "it.test", "threads", "package", "jmh.args", "benchmark.", "speed.", "trust.");

    @Test
    void everyBlockIsOfAKindThatIsTested() throws Exception {
        for (Path page : GuideBlock.pages()) {
            String before = "";
            for (GuideBlock block : GuideBlock.of(page)) {
                assertThat(RUN.contains(block.language()) || PROSE.contains(block.language()))
                        .as("language '%s' of %s", block.language(), block)
                        .isTrue();
                if (block.language().equals("text")) {
                    assertThat(before)
                            .as("the language of the block before the output %s", block)
                            .isEqualTo("sh");
                }
                before = block.language();
            }
        }
    }

    /**
     * Maven and Ant cannot run inside a test. So this only tests that their builds, profiles, goals and properties
     * exist; CI runs the builds.
     */
    @Test
    void everyBuildThatIsShownExists() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Path page : GuideBlock.pages()) {
            GuideBlock.of(page).stream()
                    .filter(GuideBlock::isBuild)
                    .flatMap(block -> block.text().lines())
                    .forEach(lines::add);
            Pattern.compile("`((mvn|ant) [^`]+)`")
                    .matcher(Files.readString(page))
                    .results()
                    .map(inline -> inline.group(1).replaceAll("\\s+", " "))
                    .forEach(lines::add);
        }
        assertThat(lines)
                .as("lines of Maven and Ant")
                .contains("mvn -q -B verify", "mvn -q -B -Pdemo verify -DskipTests")
                .hasSizeGreaterThan(10);
        for (String line : lines) {
            assertThat(missing(line)).as(line).isEmpty();
        }
    }

    @Test
    void aBuildThatDoesNotExistIsSeen() throws Exception {
        assertThat(missing("mvn -q -B -Pdemos verify")).containsExactly("profile demos");
        assertThat(missing("mvn -q -B -f src/nowhere verify")).containsExactly("build src/nowhere");
        assertThat(missing("mvn -q -B verfy")).containsExactly("goal verfy");
        assertThat(missing("mvn -q -B verify -DskipTest")).containsExactly("property skipTest");
        assertThat(missing("ant -f build_package.xml makes_package")).containsExactly("goal makes_package");
    }

    @Test
    void theCoordinatesAreThoseOfTheBuild() throws Exception {
        String shown = GuideBlock.only(GuideBlock.README, "xml").text();
        String pom = Files.readString(Path.of("pom.xml"));
        String ours = pom.substring(pom.indexOf("</modelVersion>"));
        for (String element : List.of("groupId", "artifactId", "version")) {
            // the first in the pom is the project's own, or that of a parent with the same group and version
            assertThat(elements(ours, element))
                    .as(element)
                    .contains(elements(shown, element).get(0));
        }
        assertThat(ours)
                .containsPattern("<artifactId>" + elements(shown, "artifactId").get(0) + "</artifactId>");
    }

    @Test
    void theReadmeIsShort() throws Exception {
        assertThat(Files.readAllLines(GuideBlock.README)).hasSizeLessThanOrEqualTo(150);
    }

    private static List<String> elements(String xml, String name) {
        return Pattern.compile("<" + name + ">([^<]+)<")
                .matcher(xml)
                .results()
                .map(element -> element.group(1))
                .toList();
    }

    /** What a line of Maven or Ant names that does not exist. */
    private static List<String> missing(String line) throws IOException {
        List<String> missing = new ArrayList<>();
        Path build = Path.of("pom.xml");
        String rest = line.replaceAll("\"[^\"]*\"", "TEXT");
        Matcher options = OPTION.matcher(rest);
        while (options.find()) {
            String name = options.group(2);
            if (options.group(1).equals("f")) {
                build = name.endsWith(".xml") ? Path.of(name) : Path.of(name, "pom.xml");
                if (!Files.exists(build)) {
                    return List.of("build " + name);
                }
            } else if (options.group(1).equals("P") && !Files.readString(build).contains("<id>" + name + "</id>")) {
                missing.add("profile " + name);
            } else if (options.group(1).equals("D")
                    && OF_MAVEN.stream()
                            .noneMatch(known -> known.endsWith(".") ? name.startsWith(known) : name.equals(known))) {
                missing.add("property " + name);
            }
        }
        String xml = Files.readString(build);
        List<String> goals =
                List.of("verify", "test", "package", "install", "clean", "process-test-classes", "spotless:apply");
        Stream.of(OPTION.matcher(rest).replaceAll("").split(" "))
                .skip(1)
                .filter(word -> !word.isEmpty() && !word.matches("-[qB]"))
                .filter(goal -> line.startsWith("ant ")
                        ? !xml.contains("<target name=\"" + goal + "\"")
                        : !goals.contains(goal)
                                && !(goal.contains("@")
                                        && xml.contains("<id>" + goal.substring(goal.indexOf('@') + 1) + "</id>")))
                .forEach(goal -> missing.add("goal " + goal));
        return missing;
    }
}
