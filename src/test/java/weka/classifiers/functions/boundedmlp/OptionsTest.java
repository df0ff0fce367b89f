package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;

/** Valid options: their names, defaults and ranges, and that they survive being written and read back. */
class OptionsTest {

    @Test
    void everyOptionHasItsFlagAndDefaultInDisplayOrder() {
        List<String> expected = new ArrayList<>();
        for (OptionTable.Row row : OptionTable.ROWS) {
            expected.addAll(row.isFlag() ? List.of() : List.of("-" + row.flag(), row.byDefault()));
        }
        assertThat(new BoundedMLPRegressor().getOptions())
                .containsExactlyInAnyOrder(expected.toArray(String[]::new))
                .hasSize(40);
        assertThat(listed())
                .startsWith(OptionTable.ROWS.stream().map(OptionTable.Row::flag).toArray(String[]::new));
    }

    @Test
    void everyOptionIsListedOnceAndWekasOwnFollow() {
        assertThat(listed())
                .doesNotHaveDuplicates()
                .endsWith("output-debug-info", "do-not-check-capabilities", "num-decimal-places", "batch-size")
                .hasSize(OptionTable.ROWS.size() + 4);
    }

    @Test
    void helpAndPropertySheetNameEveryOptionAndItsDefault() throws Exception {
        List<Option> options = Collections.list(new BoundedMLPRegressor().listOptions());
        for (int i = 0; i < OptionTable.ROWS.size(); i++) {
            OptionTable.Row row = OptionTable.ROWS.get(i);
            OptionMetadata sheet =
                    BoundedMLPRegressor.class.getMethod(row.method("get")).getAnnotation(OptionMetadata.class);
            assertThat(sheet.displayName()).isEqualTo(row.property());
            assertThat(sheet.displayOrder()).isEqualTo(i + 1);
            String byDefault = " Default: " + row.byDefault() + ".";
            // Weka 3.8.6 cuts the tool tip after the first sentence, before the default, which the property sheet
            // shows anyway
            assertThat(sheet.description()).matches("[^.]*" + Pattern.quote("." + byDefault));
            assertThat(options.get(i).description()).contains(byDefault);
            assertThat(options.get(i).synopsis()).startsWith(row.synopsisStart());
        }
    }

    @Test
    void everyAllowedValueIsTaken() throws Exception {
        for (OptionTable.Row row : OptionTable.ROWS) {
            for (String value : row.good()) {
                BoundedMLPRegressor scheme = new BoundedMLPRegressor();
                List<String> line = new ArrayList<>(List.of("-" + row.flag(), value));
                if (row.property().equals("lowerBound")) {
                    line.addAll(List.of("-upper-bound", "Infinity"));
                }
                scheme.setOptions(line.toArray(String[]::new));
                Object taken = row.valueIn(scheme);
                assertThat(taken instanceof Double ? taken : taken.toString())
                        .as("-" + row.flag() + " " + value)
                        .isEqualTo(taken instanceof Double ? Double.valueOf(value) : value);
            }
        }
    }

    @Test
    void spacesAroundAValueDoNotMatter() throws Exception {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setOptions(new String[] {
            "-H", " 5", "-L", "0.5 ", "-gradient", " leaky ", "-num-decimal-places", " 7 ", "-batch-size", "33\n"
        });
        assertThat(scheme.getHiddenSize()).isEqualTo(5);
        assertThat(scheme.getLearningRate()).isEqualTo(0.5);
        assertThat(scheme.getGradientPolicy()).hasToString("leaky");
        assertThat(scheme.getNumDecimalPlaces()).isEqualTo(7);
        assertThat(scheme.getBatchSize()).isEqualTo("33");
    }

    @Test
    void aFlagIsTakenWhereverItStands() throws Exception {
        for (String line : List.of("-resume", "-H 3 -resume", "-resume -H 3", "-H 3 -resume -N 5")) {
            BoundedMLPRegressor scheme = Schemes.scheme(line);
            assertThat(scheme.getResume()).as(line).isTrue();
            assertThat(scheme.getOptions()).contains("-resume");
            scheme.setOptions(new String[0]);
            assertThat(scheme.getResume()).isFalse();
            assertThat(scheme.getOptions()).doesNotContain("-resume");
        }
    }

    @Test
    void optionsTakenAreBlankedAsWekaExpects() throws Exception {
        String[] line = OptionTable.nothingByDefault();
        new BoundedMLPRegressor().setOptions(line);
        assertThat(line).containsOnly("");
    }

    @Test
    void optionsNotGivenReturnToTheirDefaults() throws Exception {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setOptions(OptionTable.nothingByDefault());
        String[] defaults = new BoundedMLPRegressor().getOptions();
        for (OptionTable.Row row : OptionTable.ROWS) {
            assertThat(row.valueIn(scheme).toString()).as(row.property()).isNotEqualTo(row.byDefault());
        }
        scheme.setOptions(new String[0]);
        assertThat(scheme.getOptions()).containsExactly(defaults);
        assertThat(scheme.getDebug()).isFalse();
        assertThat(scheme.getDoNotCheckCapabilities()).isFalse();
        assertThat(scheme.getNumDecimalPlaces()).isEqualTo(2);
        assertThat(scheme.getBatchSize()).isEqualTo("100");
    }

    @Test
    void optionsReadBackGiveTheSameOptions() throws Exception {
        Random random = new Random(20261101);
        for (int i = 0; i < 300; i++) {
            BoundedMLPRegressor scheme = randomScheme(random);
            String[] written = scheme.getOptions();
            BoundedMLPRegressor other = new BoundedMLPRegressor();
            other.setOptions(OptionTable.nothingByDefault());
            other.setOptions(written.clone());
            assertThat(other.getOptions()).containsExactly(written);
            for (OptionTable.Row row : OptionTable.ROWS) {
                assertThat(row.valueIn(other)).as(row.property()).isEqualTo(row.valueIn(scheme));
            }
            assertThat(other.getDebug()).isEqualTo(scheme.getDebug());
            assertThat(other.getDoNotCheckCapabilities()).isEqualTo(scheme.getDoNotCheckCapabilities());
            assertThat(other.getNumDecimalPlaces()).isEqualTo(scheme.getNumDecimalPlaces());
            assertThat(other.getBatchSize()).isEqualTo(scheme.getBatchSize());
            // the Explorer's log and the Experimenter write and read options like this
            String joined = Utils.joinOptions(written);
            other.setOptions(Utils.splitOptions(joined));
            assertThat(other.getOptions()).containsExactly(written);
        }
    }

    private static BoundedMLPRegressor randomScheme(Random random) throws Exception {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        List<String> line = new ArrayList<>();
        for (OptionTable.Row row : OptionTable.ROWS) {
            boolean bound = row.property().endsWith("Bound") || row.property().equals("outputActivation");
            if (!bound && !row.isFlag() && random.nextBoolean()) {
                line.addAll(List.of(
                        "-" + row.flag(),
                        row.good().get(random.nextInt(row.good().size()))));
            }
        }
        double middle = random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
        boolean lower = random.nextBoolean();
        boolean upper = random.nextBoolean();
        List<String> outputs = lower && upper
                ? List.of("clamp", "sigmoid")
                : lower || upper ? List.of("clamp", "softplus") : List.of("clamp");
        line.addAll(List.of("-output", outputs.get(random.nextInt(outputs.size()))));
        line.addAll(List.of("-lower-bound", lower ? "" + middle : "-Infinity"));
        line.addAll(List.of("-upper-bound", upper ? "" + Math.nextUp(middle) : "Infinity"));
        scheme.setOptions(line.toArray(String[]::new));
        scheme.setLearningRate(random.nextDouble() + Double.MIN_VALUE);
        scheme.setWeightDecay(random.nextDouble());
        scheme.setSeed(random.nextInt());
        scheme.setResume(random.nextBoolean());
        scheme.setDebug(random.nextBoolean());
        scheme.setDoNotCheckCapabilities(random.nextBoolean());
        scheme.setNumDecimalPlaces(random.nextInt(9));
        scheme.setBatchSize("" + (1 + random.nextInt(1000)));
        return scheme;
    }

    private static List<String> listed() {
        return Collections.list(new BoundedMLPRegressor().listOptions()).stream()
                .map(option -> option.name().replaceFirst("^-", "")) // Weka names one of its own with a hyphen
                .toList();
    }
}
