package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instance;
import weka.core.SerializationHelper;

/** The scheme on the command line: errors that a user can correct are one sentence, and nothing is evaluated then. */
class CommandLineTest {

    private static final String GOOD = """
            @relation good
            @attribute a numeric
            @attribute b {x,y}
            @attribute c numeric
            @data
            1,x,1
            2,y,2
            3,x,0
            4,y,4
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void loadWhatWekaWarnsAboutOnce() throws Exception {
        Schemes.fit(Schemes.numeric(5, 1), "-N 0");
    }

    @Test
    void goodOptionsAndDataAreEvaluatedWithoutAWordOfComplaint() throws Exception {
        Printed printed = run(GOOD, "-N", "3", "-lower-bound", "-5", "-x", "2");
        assertThat(printed.out()).contains("at least -5.0", "Root mean squared error", "Cross-validation");
        assertThat(printed.err()).doesNotContain("xception", "Option", "must be");
    }

    @ParameterizedTest
    @CsvSource({
        "-H, 0, 'Option -H (hiddenSize): hiddenSize must be a whole number of at least 1, but is 0.'",
        "-H, many, 'Option -H (hiddenSize) must be a whole number'",
        "-output, relu, 'Option -output (outputActivation) must be one of clamp, softplus, sigmoid, but is relu.'",
        "-output, sigmoid, 'outputActivation sigmoid needs exactly 2 finite bounds'",
        "-upper-bound, -1, 'lowerBound must be below upperBound, but they are 0.0 and -1.0.'",
        "-upper-bound, NaN, 'upperBound must be a number above the lower bound, or Infinity for none, but is NaN.'",
        "-foo, 3, 'Illegal options: -foo 3'",
        "-H, , 'Option -H needs a value after it.'"
    })
    void aBadOptionIsToldInASentence(String flag, String value, String sentence) throws Exception {
        assertRefused(value == null ? run(GOOD, flag) : run(GOOD, flag, value), sentence);
    }

    @Test
    void badDataIsToldInASentence() throws Exception {
        assertRefused(run(GOOD + "1e999,x,5\n"), "Attribute a is Infinity in row 5");
        assertRefused(run(GOOD + "5,x,-1e999\n"), "Attribute c is -Infinity in row 5");
        assertRefused(run(GOOD + "5,x,5,{-1}\n"), "Row 5 has the weight -1.0");
        assertRefused(run(GOOD.replace("a numeric", "a string")), "Cannot handle string attributes!");
        assertRefused(run(GOOD.replace("c numeric", "c {0,1,2,4}")), "Cannot handle multi-valued nominal class!");
        assertRefused(run(GOOD.substring(0, GOOD.indexOf("1,x"))), "No row of good can be trained on");
        assertRefused(run(GOOD.replaceAll("(?m),\\d$", ",?")), "at least one must have a value of c");
    }

    @Test
    void aFileThatIsNotThereIsToldInASentence() throws Exception {
        String missing = folder.resolve("missing.arff").toString();
        assertRefused(
                Printed.by(() -> BoundedMLPRegressor.main(new String[] {"-t", missing})), "Can't open file " + missing);
    }

    @Test
    void aSavedModelIsTrainedFurther() throws Exception {
        String half = folder.resolve("half.model").toString();
        String whole = folder.resolve("whole.model").toString();
        String data = write(GOOD).toString();
        run(GOOD, "-N", "5", "-H", "3", "-E", "100", "-resume", "-no-cv", "-d", half);

        Printed further = goOn(half, data, "-N", "5", "-H", "3", "-E", "100", "-d", whole);

        assertThat(further.err()).doesNotContain("xception");
        Printed inOneGo = run(GOOD, "-N", "10", "-H", "3", "-E", "100", "-no-cv");
        assertThat(model(further)).isEqualTo(model(inOneGo)).contains("10 of at most 10");
        Classifier read = (Classifier) SerializationHelper.read(whole);
        assertThat(((BoundedMLPRegressor) read).getResume()).isTrue();
    }

    @Test
    void whatCannotBeTrainedFurtherIsToldInASentence() throws Exception {
        String file = folder.resolve("half.model").toString();
        String data = write(GOOD).toString();
        run(GOOD, "-N", "5", "-H", "3", "-resume", "-no-cv", "-d", file);
        assertRefused(goOn(file, data), "hiddenSize must stay 3 when training is resumed, but is now 128.");

        String other = write(GOOD + "5,x,3\n").toString();
        assertRefused(goOn(file, other, "-H", "3"), "Training can go on only with the data that it began with");

        run(GOOD, "-N", "5", "-H", "3", "-no-cv", "-d", file);
        assertRefused(
                goOn(file, data, "-H", "3"),
                "This model cannot be trained further: it was built without the option -resume");
    }

    @Test
    void cleaningUpOnTheCommandLineTrainsFurtherOnceMoreAndMakesTheModelCompact() throws Exception {
        Path file = folder.resolve("half.model");
        Path clean = folder.resolve("clean.model");
        String data = write(GOOD).toString();
        run(GOOD, "-N", "5", "-H", "3", "-resume", "-no-cv", "-d", file.toString());

        Printed printed = goOn(file.toString(), data, "-clean-up", "-N", "5", "-H", "3", "-d", clean.toString());

        assertThat(model(printed)).contains("10 of at most 10");
        assertThat(Files.size(clean)).isLessThan(Files.size(file) / 2);
    }

    @Test
    void progressIsShownOnStandardErrorIfAskedFor() throws Exception {
        assertThat(run(GOOD, "-N", "5", "-no-cv").err()).doesNotContain("training", "Epoch");

        Printed asked = run(GOOD, "-N", "5", "-no-cv", "-output-debug-info");
        assertThat(asked.err())
                .contains("training starts: 4 rows, 3 inputs without bins, 128 hidden units", ", ended after 5 epochs");
        assertThat(asked.out()).doesNotContain("training starts").contains("Classifier model");
    }

    @Test
    void aFaultOfTheProgramStillShowsWhereItIs() throws Exception {
        BoundedMLPRegressor broken = new BrokenScheme();
        String data = write(GOOD).toString();
        Printed printed = Printed.by(() -> broken.run(broken, new String[] {"-t", data, "-N", "1"}));
        assertThat(printed.err()).contains("UnsupportedOperationException: broken", "\tat ");
    }

    @Test
    void helpListsTheOptionsWithoutAStackTrace() throws Exception {
        Printed printed = Printed.by(() -> BoundedMLPRegressor.main(new String[] {"-h"}));
        for (OptionTable.Row row : OptionTable.ROWS) {
            assertThat(printed.err()).containsOnlyOnce("\n" + row.synopsisStart());
        }
        assertThat(printed.err()).doesNotContain("\tat ");
    }

    private Printed run(String arff, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of("-t", write(arff).toString()));
        line.addAll(List.of(options));
        return Printed.by(() -> BoundedMLPRegressor.main(line.toArray(String[]::new)));
    }

    /** Trains a saved model further. */
    private static Printed goOn(String model, String data, String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of("-l", model, "-t", data, "-T", data, "-continue-iterating"));
        line.addAll(List.of(options));
        return Printed.by(() -> BoundedMLPRegressor.main(line.toArray(String[]::new)));
    }

    /** The model's text, which describes all of it, weights included. */
    private static String model(Printed printed) {
        String out = printed.out();
        return out.substring(out.indexOf("Bounded two-layer"), out.indexOf("Time taken"));
    }

    private Path write(String arff) throws IOException {
        return Files.writeString(folder.resolve("data.arff"), arff);
    }

    private static void assertRefused(Printed printed, String sentence) {
        assertThat(printed.err()).contains(sentence).doesNotContain("\tat ", "java.lang", "Exception: ");
        assertThat(printed.out()).doesNotContain("error", "Correlation", "perceptron", "Time taken");
    }

    /** Fails in a way that no user can correct. */
    private static final class BrokenScheme extends BoundedMLPRegressor {
        private static final long serialVersionUID = 1L;

        @Override
        public double classifyInstance(Instance instance) {
            throw new UnsupportedOperationException("broken");
        }
    }
}
