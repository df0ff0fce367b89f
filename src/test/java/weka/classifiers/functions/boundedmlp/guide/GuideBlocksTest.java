package weka.classifiers.functions.boundedmlp.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README and the guide show as code and commands: each is of a kind that some test runs. */
class GuideBlocksTest {

    /** Java and sh run in {@link GuideCommandsIT}, python in {@link PythonTest}; text is what an sh prints. */
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
                            .as("what comes before the output %s", block)
                            .isEqualTo("sh");
                }
                before = block.language();
            }
        }
    }

    /** Maven and Ant cannot run inside a test that they started: what their lines name must be there. */
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
        // the parent's, which are ours too, come first
        for (String element : List.of("groupId", "version")) {
            assertThat(elements(shown, element))
                    .containsExactly(elements(ours, element).get(0));
        }
        assertThat(elements(shown, "artifactId"))
                .containsExactly(elements(ours, "artifactId").get(1));
    }

    @Test
    void theTwoCommandsAreThoseOfTheContinuousIntegration() throws Exception {
        Path script = Path.of(".ci", "run");
        assumeTrue(Files.exists(script), "the package's sources come without it");
        GuideBlock first = GuideBlock.of(GuideBlock.README).get(0);
        assertThat(first.isBuild()).isTrue();
        assertThat(first.text().lines()).hasSize(2).allSatisfy(line -> assertThat(Files.readString(script))
                .containsPattern("(?m)^(xvfb-run -a )?" + Pattern.quote(line) + "( \\|.*)?$"));
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

    /** What a line of Maven or Ant names that is not there. */
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
