package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.OptionMetadata;

/** README.md and the code agree on the options. */
class ReadmeTest {

    /** A row like {@code | `-H` | hiddenSize | 128 | at least 1 |}. */
    private static final Pattern ROW = Pattern.compile(
            "^\\| *`-([^`]+)` *\\| *`?([A-Za-z]+)`?[^|]*\\| *`?([^|` :(,]+)`?[^|]*\\|(.*)\\|\\s*$", Pattern.MULTILINE);

    /** One option: flag, property and default. */
    private record Line(String flag, String property, String byDefault) {}

    @Test
    void theOptionTableHasEveryOptionWithItsPropertyAndDefaultAndNoOther() throws Exception {
        List<Line> expected = new ArrayList<>();
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        for (OptionTable.Row row : OptionTable.ROWS) {
            String flag = BoundedMLPRegressor.class
                    .getMethod(row.method("get"))
                    .getAnnotation(OptionMetadata.class)
                    .commandLineParamName();
            expected.add(
                    new Line(flag, row.property(), plain(row.valueIn(scheme).toString())));
        }
        scheme.setResume(true); // a flag that is not set is not in the list of options
        assertThat(Arrays.stream(scheme.getOptions()).filter(text -> text.matches("-[^0-9].*")))
                .as("options of the scheme")
                .hasSize(expected.size());
        assertThat(table(readme())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRowOfTheOptionTableSaysWhatIsAllowed() throws Exception {
        Matcher rows = ROW.matcher(readme());
        while (rows.find()) {
            assertThat(rows.group(4).strip()).as(rows.group()).isNotEmpty();
        }
    }

    @Test
    void aRowIsReadWhateverItsDecoration() {
        assertThat(table("""
                        | Flag | Property | Default | Allowed |
                        |---|---|---|---|
                        | `-H` | hiddenSize | 128 | at least 1 |
                        | `-lower-bound` | `lowerBound` | `0.0` | -Infinity is none |
                        | `-M` | momentum (sgd) | 0.9 | [0, 1) |
                        | `-V` | validationSetSize | 20 (per cent) | 0 to 90 |
                        | `-mini-batch` | miniBatchSize | 0: chosen from n | >= 0 |
                        """))
                .containsExactly(
                        new Line("H", "hiddenSize", "128"),
                        new Line("lower-bound", "lowerBound", "0"),
                        new Line("M", "momentum", "0.9"),
                        new Line("V", "validationSetSize", "20"),
                        new Line("mini-batch", "miniBatchSize", "0"));
    }

    private static List<Line> table(String readme) {
        return ROW.matcher(readme)
                .results()
                .map(row -> new Line(row.group(1), row.group(2), plain(row.group(3))))
                .toList();
    }

    /** A number as the README writes it: 0 for 0.0. */
    private static String plain(String value) {
        return value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
    }

    private static String readme() throws IOException {
        Path readme = Path.of("README.md");
        assertThat(readme)
                .as("README.md, whose option table this test compares with the code,")
                .isRegularFile();
        return Files.readString(readme);
    }
}
