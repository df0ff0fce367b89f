package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.PropertyEditor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.options.ChoiceEditor;
import weka.classifiers.functions.boundedmlp.options.NumberEditor;

/** Any options are either taken as written, or refused in one sentence without any change. */
class HostileOptionsTest {

    private static final int LINES = 100_000;
    private static final int TEXTS = 20_000;

    @Test
    void aCommandLineIsTakenAsWrittenOrRefusedInOneSentence() throws Exception {
        HostileText hostile = new HostileText(1);
        int lines = Effort.of(LINES);
        int[] taken = new int[1];
        Printed printed = Printed.by(() -> {
            BoundedMLPRegressor scheme = new BoundedMLPRegressor();
            for (int i = 0; i < lines; i++) {
                List<String> line = hostile.line();
                taken[0] += take(scheme, line) ? 1 : 0;
            }
        });
        assertThat(printed.out() + printed.err()).isEmpty();
        // both outcomes must be tested
        assertThat(taken[0]).isBetween(lines / 10, lines * 9 / 10);
    }

    @Test
    void goodOptionsAreRefusedOnlyWhereTheyDoNotFitTogether() throws Exception {
        HostileText hostile = new HostileText(2);
        int taken = 0;
        for (int i = 0; i < 1000; i++) {
            List<String> line = hostile.goodLine();
            line.replaceAll(token -> token.equals("softplus") ? "clamp" : token);
            int lower = line.indexOf("-lower-bound");
            if (lower >= 0) {
                line.set(lower + 1, "-1");
            }
            assertThat(take(new BoundedMLPRegressor(), line)).as("%s", line).isTrue();
            taken++;
        }
        assertThat(taken).isEqualTo(1000);
    }

    /** Whether a scheme takes the options. If so, it must have these options, otherwise those that it had before. */
    private static boolean take(BoundedMLPRegressor scheme, List<String> line) throws Exception {
        List<String> before = List.of(scheme.getOptions());
        try {
            scheme.setOptions(line.toArray(String[]::new));
        } catch (Exception e) {
            assertThat(e.getClass()).as("%s", line).isIn(IllegalArgumentException.class, Exception.class);
            assertThat(e.getMessage())
                    .as("%s", line)
                    .matches(e.getClass() == Exception.class ? "(?s)Illegal options: .*" : "(?s)[A-Za-z].*\\.")
                    .doesNotContain("xception", "null", "java.", "weka.", "input string");
            assertThat(List.of(scheme.getOptions())).as("after %s", line).isEqualTo(before);
            return false;
        }
        assertTakenAsWritten(scheme, line);
        assertConsistent(scheme);
        List<String> written = List.of(scheme.getOptions());
        BoundedMLPRegressor other = new BoundedMLPRegressor();
        other.setOptions(written.toArray(String[]::new));
        assertThat(List.of(other.getOptions())).as("from %s", line).isEqualTo(written);
        return true;
    }

    private static void assertConsistent(BoundedMLPRegressor scheme) {
        double lower = scheme.getLowerBound();
        double upper = scheme.getUpperBound();
        int finite = (lower > Double.NEGATIVE_INFINITY ? 1 : 0) + (upper < Double.POSITIVE_INFINITY ? 1 : 0);
        assertThat(lower).isLessThan(upper);
        switch (scheme.getOutputActivation()) {
            case CLAMP -> {}
            case SOFTPLUS -> assertThat(finite).isEqualTo(1);
            case SIGMOID -> assertThat(finite).isEqualTo(2);
        }
    }

    /** Every token must be an option, given once, or its value; every option must have its value or its default. */
    private static void assertTakenAsWritten(BoundedMLPRegressor scheme, List<String> line) throws Exception {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < line.size(); i++) {
            String token = line.get(i);
            if (!token.isEmpty()) {
                boolean alone = List.of("-resume", "-output-debug-info", "-do-not-check-capabilities")
                        .contains(token);
                String value = alone ? "" : line.get(i + 1);
                assertThat(given.put(token, value)).as("%s in %s", token, line).isNull();
                i += alone ? 0 : 1;
            }
        }
        for (OptionTable.Row row : OptionTable.ROWS) {
            String text = given.remove("-" + row.flag());
            assertThat(text != null
                            && (row.outOfRange().contains(text)
                                    || row.unreadable().contains(text)))
                    .as("-%s in %s", row.flag(), line)
                    .isFalse();
            String expected = text == null ? row.byDefault() : row.isFlag() ? "true" : text.trim();
            Object actual = row.valueIn(scheme);
            assertThat(actual)
                    .as("-%s in %s", row.flag(), line)
                    .matches(value -> value instanceof Double
                            ? value.equals(Double.valueOf(expected))
                            : value instanceof Integer
                                    ? value.equals(Integer.valueOf(expected))
                                    : value.toString().equals(expected));
        }
        assertThat(scheme.getDebug()).isEqualTo(given.remove("-output-debug-info") != null);
        assertThat(scheme.getDoNotCheckCapabilities()).isEqualTo(given.remove("-do-not-check-capabilities") != null);
        assertThat(scheme.getNumDecimalPlaces()).isEqualTo(whole(given.remove("-num-decimal-places"), 2));
        // Weka reads it later, and accepts only digits
        assertThat(Integer.parseInt(scheme.getBatchSize())).isEqualTo(whole(given.remove("-batch-size"), 100));
        assertThat(given).as("left over of %s", line).isEmpty();
    }

    private static int whole(@Nullable String text, int byDefault) {
        return text == null ? byDefault : Integer.parseInt(text.trim());
    }

    @Test
    void aFieldOfThePropertySheetTakesATextOrKeepsItsValue() throws Exception {
        HostileText hostile = new HostileText(3);
        Random random = new Random(4);
        List<OptionTable.Row> fields =
                OptionTable.ROWS.stream().filter(row -> !row.isFlag()).toList();
        int texts = Effort.of(TEXTS);
        int taken = 0;
        for (int i = 0; i < texts; i++) {
            OptionTable.Row row = fields.get(random.nextInt(fields.size()));
            BoundedMLPRegressor scheme = new BoundedMLPRegressor();
            Object before = row.valueIn(scheme);
            PropertyEditor editor = editor(row, before);
            String text = random.nextBoolean()
                    ? hostile.token()
                    : row.good().get(random.nextInt(row.good().size()));
            try {
                editor.setAsText(text);
            } catch (IllegalArgumentException e) {
                assertThat(e.getClass()).as("%s %s", row.property(), text).isEqualTo(IllegalArgumentException.class);
                assertThat(e.getMessage())
                        .matches("(?s)(" + row.property() + "|The value) must be .*, but is .*\\.")
                        .doesNotContain("xception", "null", "input string");
                assertThat(editor.getValue()).isEqualTo(before);
                continue;
            }
            taken++;
            Object value = editor.getValue();
            Class<?> type =
                    BoundedMLPRegressor.class.getMethod(row.method("get")).getReturnType();
            BoundedMLPRegressor.class.getMethod(row.method("set"), type).invoke(scheme, value);
            assertThat(row.valueIn(scheme)).isEqualTo(value);
            editor.setAsText(editor.getAsText());
            assertThat(editor.getValue()).as("%s %s", row.property(), text).isEqualTo(value);
        }
        assertThat(taken).isBetween(texts / 3, texts * 9 / 10);
    }

    /** The message as the property sheet shows it, where the name stands before the field. */
    private static PropertyEditor editor(OptionTable.Row row, Object value) {
        if (value instanceof Enum) {
            ChoiceEditor editor = new ChoiceEditor();
            editor.setValue(value);
            assertThat(Arrays.asList(editor.getTags())).contains(value.toString());
            return editor;
        }
        NumberEditor editor = new NumberEditor();
        JPanel sheet = new JPanel();
        JPanel cell = new JPanel();
        sheet.add(new JLabel(row.property()));
        sheet.add(cell);
        cell.add(editor.getCustomEditor());
        editor.setValue(value);
        return editor;
    }
}
