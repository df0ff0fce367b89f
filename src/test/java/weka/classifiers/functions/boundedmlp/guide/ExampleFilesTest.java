package weka.classifiers.functions.boundedmlp.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.functions.boundedmlp.Printed;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;
import weka.experiment.Experiment;
import weka.experiment.InstancesResultListener;
import weka.gui.Logger;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.FlowRunner;
import weka.knowledgeflow.JSONFlowUtils;
import weka.knowledgeflow.StepManager;

/**
 * Opens and runs the example data, flow and experiment of the package with Weka. {@link GuideCommandsIT} runs them
 * where they are installed.
 */
class ExampleFilesTest {
    private static final Path DATA = Path.of("src", "main", "data");

    /** Where the files look for the data: in the package's folder, for any Weka home. */
    private static final String INSTALLED = "${WEKA_HOME}/packages/boundedMLP/data/";

    @Test
    void theFaresAreTwoPartsOfTheSameData() throws Exception {
        Instances fares = DataSource.read(DATA.resolve("fares.arff").toString());
        Instances others = DataSource.read(DATA.resolve("new-fares.arff").toString());
        assertThat(fares.equalHeadersMsg(others)).isNull();
        assertThat(fares).hasSizeBetween(1400, 1700);
        assertThat(others).hasSizeBetween(50, 200);
        assertThat(fares.attributeToDoubleArray(fares.numAttributes() - 1)).contains(2.5);
        for (Instances rows : List.of(fares, others)) {
            assertThat(rows).anyMatch(Instance::hasMissingValue);
            assertThat(rows.attributeStats(rows.numAttributes() - 1).numericStats.min)
                    .isGreaterThanOrEqualTo(2.5);
        }
        assertThat(Files.readString(DATA.resolve("fares.arff")))
                .contains("% source: NYC TLC", "% licence: NYC open data", "% natural lower bound of the class: 2.5");
    }

    @Test
    void theFlowCrossValidatesOnTheRain() throws Exception {
        String json = Files.readString(DATA.resolve("rain-flow.kf"));
        assertThat(json).contains("\"" + INSTALLED + "seattle_rain.arff\"");
        Flow flow = JSONFlowUtils.JSONToFlow(
                json.replace(INSTALLED, DATA.toAbsolutePath().toString().replace('\\', '/') + "/"), false);
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        flow.findStep("ClassifierPerformanceEvaluator")
                .addStepOutputListener(
                        data -> texts.add(
                                data.getPayloadElement(StepManager.CON_TEXT).toString()),
                        StepManager.CON_TEXT);
        CountDownLatch finished = new CountDownLatch(1);
        FlowRunner runner = new FlowRunner();
        runner.setFlow(flow);
        runner.setLogger(new NoLog());
        runner.addExecutionFinishedCallback(finished::countDown);
        runner.run();
        assertThat(finished.await(2, TimeUnit.MINUTES)).as("finished").isTrue();

        assertThat(texts).hasSize(1);
        assertThat(texts.get(0)).contains("Scheme: BoundedMLPRegressor");
        assertThat(texts.get(0).lines().map(line -> line.strip().replaceAll(" +", " ")))
                .as("the error in the README's table")
                .contains("Root mean squared error " + rmseOfTheReadme());
    }

    private static String rmseOfTheReadme() throws Exception {
        Matcher row = Pattern.compile("(?m)^RMSE +([0-9.]+) ").matcher(Files.readString(GuideBlock.README));
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    @Test
    void theExperimentComparesOnTheRain(@TempDir Path folder) throws Exception {
        String xml = Files.readString(DATA.resolve("rain-experiment.xml"));
        assertThat(xml).contains(">" + INSTALLED + "seattle_rain.arff<");
        Path here = Files.writeString(
                folder.resolve("rain-experiment.xml"), xml.replace(INSTALLED, DATA.toAbsolutePath() + File.separator));
        Path results = folder.resolve("results.arff");
        Printed.by(() -> run(here, results)); // it prints its progress

        Instances rows = DataSource.read(results.toString());
        assertThat(rows).hasSize(30);
        Set<String> schemes = new HashSet<>();
        double ours = 0;
        double mean = 0;
        for (Instance row : rows) {
            String scheme = row.stringValue(rows.attribute("Key_Scheme")).replaceFirst(".*\\.", "");
            schemes.add(scheme);
            double error = row.value(rows.attribute("Root_mean_squared_error"));
            ours += scheme.equals("BoundedMLPRegressor") ? error : 0;
            mean += scheme.equals("ZeroR") ? error : 0;
        }
        assertThat(schemes).containsExactlyInAnyOrder("BoundedMLPRegressor", "RandomForest", "ZeroR");
        assertThat(ours).isPositive().isLessThan(0.95 * mean);
    }

    private static void run(Path setup, Path results) throws Exception {
        Experiment experiment = Experiment.read(setup.toString());
        ((InstancesResultListener) experiment.getResultListener()).setOutputFile(results.toFile());
        experiment.initialize();
        experiment.runExperiment();
        experiment.postProcess();
    }

    /** Without this log, the flow logs to standard output. */
    private static final class NoLog implements Logger {
        @Override
        public void logMessage(String message) {}

        @Override
        public void statusMessage(String message) {}
    }
}
