package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;
import weka.core.Utils;

/** Options that are refused: one sentence says why, and nothing changes. */
class BadOptionsTest {

    @Test
    void aBadValueOnTheCommandLineIsRefusedInOneSentence() throws Exception {
        int tried = 0;
        for (OptionTable.Row row : OptionTable.ROWS) {
            for (String value : row.outOfRange()) {
                assertRefused("-" + row.flag(), value, "-" + row.flag(), row.property(), said(row, value));
                tried++;
            }
            for (String value : row.unreadable()) {
                assertRefused("-" + row.flag(), value, "-" + row.flag(), row.property(), said(value));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    /** How the message writes a value that was read as a number. */
    private static String said(OptionTable.Row row, String value) {
        return "but is " + (row.byDefault().matches("-?\\d+") ? value : Double.valueOf(value)) + ".";
    }

    private static String said(String value) {
        return value.isEmpty() ? "but is empty." : "but is " + value + ".";
    }

    @Test
    void aMissingValueIsRefused() throws Exception {
        for (OptionTable.Row row : OptionTable.ROWS) {
            if (row.isFlag()) {
                continue;
            }
            BoundedMLPRegressor scheme = changed();
            String[] before = scheme.getOptions();
            assertThatThrownBy(() -> scheme.setOptions(new String[] {"-" + row.flag()}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("Option -" + row.flag() + " [^.]*value[^.]*\\.");
            assertThat(scheme.getOptions()).containsExactly(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-resume true, 'Option -resume takes no value, but is followed by true.'",
        "-resume 1, 'Option -resume takes no value, but is followed by 1.'",
        "-resume -resume, Option -resume is given more than once.",
        "-H 5 -resume no -L 0.5, 'Option -resume takes no value, but is followed by no.'"
    })
    void aFlagTakesNoValueAndIsGivenOnce(String line, String sentence) throws Exception {
        BoundedMLPRegressor scheme = changed();
        scheme.setResume(false);
        String[] before = scheme.getOptions();
        assertThatThrownBy(() -> scheme.setOptions(Utils.splitOptions(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThat(scheme.getOptions()).containsExactly(before);
    }

    @ParameterizedTest
    @CsvSource({
        "-num-decimal-places, 1.5",
        "-num-decimal-places, abc",
        "-num-decimal-places, ''",
        "-batch-size, abc",
        "-batch-size, 2.5",
        "-batch-size, ''"
    })
    void aBadValueOfAnInheritedOptionIsRefusedInOneSentence(String flag, String value) throws Exception {
        assertRefused(flag, value, flag, "a whole number", said(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-foo", "-foo 3", "leftover", "3", "-h2 5", "--H 5", "-- -H 5", "-N 3 4"})
    void anUnknownOptionOrALeftoverIsRefused(String unknown) throws Exception {
        BoundedMLPRegressor scheme = changed();
        String[] before = scheme.getOptions();
        String[] line = Utils.splitOptions("-L 0.125 " + unknown);
        assertThatThrownBy(() -> scheme.setOptions(line)).hasMessageStartingWith("Illegal options: ");
        assertThat(scheme.getOptions()).containsExactly(before);
    }

    @Test
    void aLoneHyphenIsRefused() throws Exception {
        BoundedMLPRegressor scheme = changed();
        String[] before = scheme.getOptions();
        assertThatThrownBy(() -> scheme.setOptions(new String[] {"-L", "0.125", "-"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A lone - is neither an option nor a value.");
        assertRefused("-H", "-", "-H", "hiddenSize", said("-"));
        assertThat(scheme.getOptions()).containsExactly(before);
    }

    @ParameterizedTest
    @CsvSource({"-H, 5, 6", "-H, 5, none", "-output, clamp, relu", "-batch-size, 5, 6"})
    void anOptionGivenTwiceIsRefused(String flag, String first, String second) throws Exception {
        BoundedMLPRegressor scheme = changed();
        String[] before = scheme.getOptions();
        assertThatThrownBy(() -> scheme.setOptions(new String[] {flag, first, flag, second}))
                .hasMessage("Option " + flag + " is given more than once.");
        assertThat(scheme.getOptions()).containsExactly(before);
    }

    @Test
    void aValueThatNoOptionTakesIsRefused() throws Exception {
        BoundedMLPRegressor scheme = changed();
        String[] before = scheme.getOptions();
        assertThatThrownBy(() -> scheme.setOptions(new String[] {"-output-debug-info", "yes"}))
                .hasMessageContaining("yes");
        assertThat(scheme.getOptions()).containsExactly(before);
    }

    @Test
    void aBadValueInJavaIsRefusedInOneSentence() throws Exception {
        for (OptionTable.Row row : OptionTable.ROWS) {
            Method setter = setter(row);
            for (String value : row.outOfRange()) {
                Object bad = setter.getParameterTypes()[0] == int.class
                        ? (Object) Integer.valueOf(value)
                        : Double.valueOf(value);
                assertSetterRefuses(setter, row, bad, said(row, value));
            }
            if (setter.getParameterTypes()[0].isEnum()) {
                assertSetterRefuses(setter, row, null, "but is null.");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-lower-bound 1 -upper-bound 1, lowerBound must be below upperBound",
        "-lower-bound 2 -upper-bound 1, lowerBound must be below upperBound",
        "-upper-bound 0, lowerBound must be below upperBound",
        "-upper-bound -0.0, lowerBound must be below upperBound",
        "-lower-bound -Infinity -output softplus, softplus needs exactly 1 finite bound",
        "-upper-bound 3 -output softplus, softplus needs exactly 1 finite bound",
        "-output sigmoid, sigmoid needs exactly 2 finite bounds",
        "-lower-bound -Infinity -upper-bound 3 -output sigmoid, sigmoid needs exactly 2 finite bounds",
        "-lower-bound -Infinity -output sigmoid, sigmoid needs exactly 2 finite bounds"
    })
    void valuesThatDoNotFitTogetherAreRefusedAsOptionsAndAtBuild(String line, String sentence) throws Exception {
        BoundedMLPRegressor scheme = changed();
        String[] before = scheme.getOptions();
        assertThatThrownBy(() -> scheme.setOptions(Utils.splitOptions(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(sentence, "lowerBound", "upperBound")
                .message()
                .satisfies(BadOptionsTest::isOneSentence);
        assertThat(scheme.getOptions()).containsExactly(before);

        // the property sheet sets one property at a time, so setters cannot look at the others
        BoundedMLPRegressor built = new BoundedMLPRegressor();
        String[] values = Utils.splitOptions(line);
        for (int i = 0; i < values.length; i += 2) {
            String flag = values[i].substring(1);
            double value = flag.equals("output") ? 0 : Double.parseDouble(values[i + 1]);
            switch (flag) {
                case "lower-bound" -> built.setLowerBound(value);
                case "upper-bound" -> built.setUpperBound(value);
                default -> setter(OptionTable.ROWS.get(4)).invoke(built, enumNamed(values[i + 1]));
            }
        }
        Instances data = Schemes.numeric(10, 1);
        assertThatThrownBy(() -> built.buildClassifier(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static Object enumNamed(String name) throws ReflectiveOperationException {
        return Arrays.stream(
                        setter(OptionTable.ROWS.get(4)).getParameterTypes()[0].getEnumConstants())
                .filter(constant -> constant.toString().equals(name))
                .findAny()
                .orElseThrow();
    }

    @Test
    void aBadOptionIsNamedAndNothingChangesWhateverTheStateBefore() throws Exception {
        // options written from either of these states would be refused
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setLowerBound(10);
        scheme.setUpperBound(5);
        scheme.setBatchSize("many");
        String[] before = scheme.getOptions();
        assertThatThrownBy(() -> scheme.setOptions(new String[] {"-H", "none"}))
                .hasMessageContaining("-H (hiddenSize)");
        assertThat(scheme.getOptions()).containsExactly(before);
    }

    /** A scheme on which no option has its default, so that a return to a default is noticed. */
    private static BoundedMLPRegressor changed() throws Exception {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setOptions(OptionTable.nothingByDefault());
        return scheme;
    }

    /** Sets the option between two good ones. */
    private static void assertRefused(String flag, String value, String... said) throws Exception {
        BoundedMLPRegressor scheme = changed();
        String[] before = scheme.getOptions();
        String[] line = {"-num-decimal-places", "5", flag, value, "-batch-size", "44"};
        if (flag.equals("-num-decimal-places") || flag.equals("-batch-size")) {
            line = new String[] {"-H", "5", flag, value};
        }
        String[] tried = line;
        Throwable refused = catchThrowable(() -> scheme.setOptions(tried));
        assertThat(refused).as(flag + " " + value).isInstanceOf(IllegalArgumentException.class);
        assertThat(refused.getMessage()).contains(said).contains("must be").satisfies(BadOptionsTest::isOneSentence);
        assertThat(scheme.getOptions()).as("after " + flag + " " + value).containsExactly(before);
        assertThat(scheme.getNumDecimalPlaces()).isEqualTo(7);
        assertThat(scheme.getBatchSize()).isEqualTo("33");
        assertThat(scheme.getDebug()).isTrue();
    }

    private static void assertSetterRefuses(Method setter, OptionTable.Row row, @Nullable Object value, String said)
            throws Exception {
        BoundedMLPRegressor scheme = changed();
        String[] before = scheme.getOptions();
        Throwable refused = catchThrowable(() -> setter.invoke(scheme, value));
        assertThat(refused)
                .as(row.property() + " " + value)
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith(row.property() + " must be ")
                .endsWith(said)
                .satisfies(BadOptionsTest::isOneSentence);
        assertThat(scheme.getOptions()).containsExactly(before);
    }

    private static void isOneSentence(String message) {
        assertThat(message).endsWith(".").doesNotContain("\n", "Exception", ". ", "For input string");
    }

    private static Method setter(OptionTable.Row row) throws ReflectiveOperationException {
        Class<?> type = BoundedMLPRegressor.class.getMethod(row.method("get")).getReturnType();
        return BoundedMLPRegressor.class.getMethod(row.method("set"), type);
    }
}
