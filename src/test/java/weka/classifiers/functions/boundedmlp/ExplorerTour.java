package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a user does with the scheme in the Explorer. {@link ExplorerIT} runs these tests where the package is installed
 * and not on the class path.
 */
class ExplorerTour {
    private static final Path PACKAGE = Path.of(System.getProperty("WEKA_HOME"), "packages", "boundedMLP");
    private static final String SCHEME = "weka.classifiers.functions.BoundedMLPRegressor";

    private final ExplorerWindow explorer = ExplorerWindow.open();

    @RegisterExtension
    final AfterEachCallback pictureOfAFailure = test -> {
        if (test.getExecutionException().isPresent()) {
            explorer.screenshotOfEverything(
                    "failed-" + test.getRequiredTestMethod().getName());
        }
        explorer.close();
    };

    @BeforeEach
    void openDataAndChooseTheScheme() {
        explorer.openFile(PACKAGE.resolve("data").resolve("seattle_rain.arff"));
        explorer.chooseScheme("weka", "classifiers", "functions", "BoundedMLPRegressor");
    }

    @Test
    void theSchemeComesFromTheInstalledPackageWithItsDefaults() throws Exception {
        assertThatThrownBy(() -> Class.forName(SCHEME))
                .as("the scheme must not come from the class path")
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(explorer.configuration())
                .startsWith(SCHEME + " ")
                .contains(" -H 128 ", " -lower-bound 0.0 ", " -upper-bound Infinity ", " -output clamp ");
    }

    @Test
    void thePropertySheetShowsAndExplainsEveryOption() throws Exception {
        PropertySheetWindow sheet = explorer.openPropertySheet();
        sheet.screenshot("property-sheet");
        List<String> ours = List.of(
                "hiddenSize",
                "learningRate",
                "lowerBound",
                "upperBound",
                "outputActivation",
                "gradientPolicy",
                "leakSlope",
                "maxEpochs",
                "miniBatchSize",
                "validationSetSize",
                "heldOutRows",
                "patience",
                "bins",
                "members",
                "optimizer",
                "momentum",
                "weightDecay",
                "maxGradientNorm",
                "seed",
                "numThreads",
                "resume");
        assertThat(sheet.properties())
                .as("our properties in this order, then Weka's")
                .startsWith(ours.toArray(String[]::new))
                .hasSize(ours.size() + 4);
        assertThat(sheet.choices("outputActivation"))
                .as("the property's name on the command line")
                .containsExactly("clamp", "softplus", "sigmoid");

        String help = sheet.help();
        assertThat(help)
                .contains("NAME\n" + SCHEME, "SYNOPSIS\nA two-layer perceptron", "Adam: A Method for Stochastic");
        for (String property : ours) {
            // Weka cuts a tool tip at the first full stop, so the text before it must make sense alone.
            String value = sheet.value(property).replace("False", "false"); // the sheet writes a flag with a capital
            assertThat(help).contains(property + " -- " + sheet.toolTip(property) + ". Default: " + value + ".\n");
            assertThat(sheet.widthOfToolTip(property))
                    .as("width of the tool tip in pixels")
                    .isLessThan(1100);
        }
    }

    @Test
    void thePropertySheetTakesWhatIsTypedAndChosen() throws Exception {
        PropertySheetWindow sheet = explorer.openPropertySheet();
        sheet.type("hiddenSize", "16");
        // While it is typed, the field holds 0, which is not allowed.
        sheet.type("learningRate", "0.01");
        sheet.type("lowerBound", "-1.5");
        sheet.choose("outputActivation", "softplus");
        sheet.choose("gradientPolicy", "towards");
        sheet.type("maxEpochs", "40");
        sheet.ok();
        assertThat(explorer.configuration())
                .contains(
                        " -H 16 ",
                        " -L 0.01 ",
                        " -lower-bound -1.5 ",
                        " -output softplus ",
                        " -gradient towards ",
                        " -N 40 ");

        assertThat(explorer.openPropertySheet().value("learningRate")).isEqualTo("0.01");
    }

    @Test
    void aBadValueIsRefusedInASentenceAndTheOldOneStays() throws Exception {
        PropertySheetWindow sheet = explorer.openPropertySheet();

        sheet.type("learningRate", "-3");
        sheet.leave("learningRate");
        explorer.screenshot("refused-value");
        assertThat(explorer.readMessage()).isEqualTo("learningRate must be a finite number above 0, but is -3.0.");
        assertThat(sheet.value("learningRate")).isEqualTo("0.001");

        sheet.type("hiddenSize", "abc");
        sheet.confirm("hiddenSize");
        assertThat(explorer.readMessage())
                .isEqualTo("hiddenSize must be a whole number from -2147483648 to 2147483647, but is abc.");
        assertThat(sheet.value("hiddenSize")).isEqualTo("128");

        sheet.ok();
        assertThat(explorer.configuration()).contains(" -L 0.001 ", " -H 128 ");
    }

    @Test
    void optionsThatContradictAreRefusedAtTheStartAndCanBePutRight() throws Exception {
        PropertySheetWindow sheet = explorer.openPropertySheet();
        sheet.type("hiddenSize", "4");
        sheet.type("maxEpochs", "2");
        sheet.type("lowerBound", "5");
        sheet.type("upperBound", "3");
        sheet.ok();
        explorer.start();
        assertThat(explorer.readMessage())
                .isEqualTo("Problem evaluating classifier:\n"
                        + "lowerBound must be below upperBound, but they are 5.0 and 3.0.");
        explorer.waitUntilDone();
        assertThat(explorer.status()).isEqualTo("Problem evaluating classifier");

        PropertySheetWindow again = explorer.openPropertySheet();
        again.type("upperBound", "300");
        again.ok();
        explorer.start();
        assertThat(explorer.waitForResult(2)).contains("at least 5.0, at most 300.0");
        assertThat(explorer.status()).isEqualTo("OK");
    }

    @Test
    void crossValidationShowsTheModelAndNoNegativePrediction() throws Exception {
        PropertySheetWindow sheet = explorer.openPropertySheet();
        sheet.type("hiddenSize", "16");
        sheet.type("maxEpochs", "40");
        sheet.ok();
        explorer.outputPredictionsAs("weka", "classifiers", "evaluation", "output", "prediction", "CSV");
        explorer.start();
        String result = explorer.waitForResult(1);
        explorer.screenshot("result");

        assertThat(explorer.status()).isEqualTo("OK");
        assertThat(explorer.results()).singleElement().asString().endsWith("functions.BoundedMLPRegressor");
        assertThat(result)
                .containsPattern("Scheme: +" + Pattern.quote(SCHEME) + " .*-H 16 ")
                .contains("Test mode:    10-fold cross-validation", "Bounds           at least 0.0")
                .containsPattern("Total Number of Instances +1460\\s");
        Matcher error =
                Pattern.compile("Root mean squared error +(\\d+\\.\\d+)").matcher(result);
        assertThat(error.find()).isTrue();
        assertThat(Double.parseDouble(error.group(1))).as("mm of rain").isBetween(3.0, 7.0);
        assertThat(result.lines().filter(line -> line.matches("\\d+,.*")))
                .hasSize(1460)
                .allSatisfy(line -> assertThat(WekaProcess.prediction(line.split(",", -1)[2]))
                        .isGreaterThanOrEqualTo(0));
    }

    @Test
    void theWindowsOfAResultShowAndSaveWhatTheModelDid() throws Exception {
        explorer.start();
        String text = explorer.waitForResult(1);
        assertThat(explorer.menuOfTheResult())
                .contains("Visualize graph", "Plugins/Learning curve", "Plugins/Predicted against actual");

        ResultWindow graph = explorer.open("Weka Classifier Graph Visualizer", "Visualize graph");
        graph.resize(1130, 420);
        graph.screenshot("network");
        graph.close();

        ResultWindow curve = explorer.open("Learning curve: ", "Plugins", "Learning curve");
        curve.screenshot("learning-curve");
        List<String> epochs = curve.saveData("learning-curve");
        assertThat(epochs.get(0)).isEqualTo("epoch,training RMSE,validation RMSE,share at a bound,share stuck");
        assertThat(text).containsPattern("Epochs +" + (epochs.size() - 1) + " of at most ");
        assertThat(curve.savePicture("learning-curve")).isEqualTo(curve.twiceTheSizeOfTheChart());
        curve.resize(500, 400);
        assertThat(curve.savePicture("small-learning-curve")).isEqualTo(curve.twiceTheSizeOfTheChart());
        curve.close();

        ResultWindow predictions =
                explorer.open("Predicted against actual: precipitation", "Plugins", "Predicted against actual");
        predictions.screenshot("predicted-against-actual");
        List<String> rows = predictions.saveData("predicted-against-actual");
        assertThat(rows.get(0)).startsWith("\"precipitation\",\"predicted precipitation\"");
        assertThat(rows.subList(1, rows.size())).hasSize(1460).allSatisfy(row -> assertThat(
                        Double.parseDouble(row.split(",", -1)[1]))
                .isNotNegative());
        assertThat(predictions.savePicture("predicted-against-actual")).isEqualTo(predictions.twiceTheSizeOfTheChart());
        predictions.close();
    }

    @Test
    void resultsOfOtherSchemesHaveNoEntryOfOurs() {
        explorer.chooseScheme("weka", "classifiers", "functions", "LinearRegression");
        explorer.start();
        explorer.waitForResult(1);
        assertThat(explorer.menuOfTheResult())
                .contains("Visualize classifier errors")
                .noneMatch(text -> text.startsWith("Plugins"));
    }

    @Test
    void trainingIsStoppedAndAModelIsTrainedFurther() throws Exception {
        PropertySheetWindow sheet = explorer.openPropertySheet();
        sheet.type("hiddenSize", "16");
        sheet.type("patience", "50000");
        sheet.type("maxEpochs", "50000");
        sheet.choose("resume", "True");
        sheet.ok();
        explorer.start();
        explorer.waitForStatus("Epoch \\d+ of at most 50000, RMSE \\S+, \\S+ on held-out rows, at most \\S+ \\w+ left");
        explorer.screenshot("progress");
        explorer.stop();
        explorer.waitUntilDone();
        assertThat(explorer.status()).isEqualTo("Interrupted");

        PropertySheetWindow again = explorer.openPropertySheet();
        again.type("maxEpochs", "2");
        again.ok();
        explorer.start();
        assertThat(explorer.waitForResult(2)).contains("Epochs           2 of at most 2,");
        explorer.chooseForResult(2, "Continue iterating using the training data");
        explorer.waitUntilDone();
        assertThat(explorer.waitForResult(2))
                .contains("=== Model after iterating ===", "Epochs           4 of at most 4,");
        assertThat(explorer.log()).contains("training resumes after epoch 2: 1,460 rows");
    }
}
