package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;
import weka.core.Instances;
import weka.core.converters.ArffLoader;
import weka.gui.Logger;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.FlowRunner;
import weka.knowledgeflow.StepManager;
import weka.knowledgeflow.StepManagerImpl;
import weka.knowledgeflow.steps.ClassAssigner;
import weka.knowledgeflow.steps.Classifier;
import weka.knowledgeflow.steps.ClassifierPerformanceEvaluator;
import weka.knowledgeflow.steps.CrossValidationFoldMaker;
import weka.knowledgeflow.steps.Loader;
import weka.knowledgeflow.steps.Step;
import weka.knowledgeflow.steps.TextViewer;

/** The scheme in a flow of the KnowledgeFlow, from a file by cross-validation to the results as text. */
class KnowledgeFlowTest {

    private static final String OPTIONS = "-H 8 -N 20";

    @Test
    void aFlowGivesTheFiguresOfTheCommandLine(@TempDir Path folder) throws Exception {
        Instances generated = Schemes.mixed(90, 1);
        Path file = Files.writeString(folder.resolve("data.arff"), generated.toString());
        Instances data = new Instances(new StringReader(generated.toString())); // with the digits that the file has
        data.setClassIndex(generated.classIndex());
        Evaluation expected = new Evaluation(data);
        expected.crossValidateModel(Schemes.scheme(OPTIONS), data, 3, new Random(1));

        Log log = new Log();
        List<String> texts = run(file, Schemes.scheme(OPTIONS), log);
        assertThat(log.errors()).isEmpty();
        assertThat(log.messages).anyMatch(message -> message.contains("Scheduling evaluation of fold/set 3"));
        assertThat(texts).hasSize(1);
        assertThat(texts.get(0))
                .contains("Scheme: BoundedMLPRegressor\n", " -H 8 ")
                .contains(figure(expected, "Root mean squared error"))
                .contains(figure(expected, "Mean absolute error"))
                .contains(figure(expected, "Correlation coefficient"))
                .contains(figure(expected, "Total Number of Instances"));
    }

    @Test
    void whatGoesWrongInAFlowIsInItsLog(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("data.arff"), Schemes.mixed(30, 1).toString());
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setOutputActivation(OutputKind.SIGMOID); // needs an upper bound as well
        Log log = new Log();
        Printed.by(() -> assertThat(run(file, scheme, log)).isEmpty());
        assertThat(log.errors()).anyMatch(message -> message.contains("outputActivation sigmoid needs exactly 2"));
    }

    /** The texts that the evaluation sends to the viewer. */
    private static List<String> run(Path file, BoundedMLPRegressor scheme, Log log) throws Exception {
        ArffLoader arff = new ArffLoader();
        arff.setFile(file.toFile());
        Loader loader = new Loader();
        loader.setLoader(arff);
        ClassAssigner assigner = new ClassAssigner();
        assigner.setClassColumn("3");
        CrossValidationFoldMaker folds = new CrossValidationFoldMaker();
        folds.setNumFolds("3");
        Classifier classifier = new Classifier();
        classifier.setClassifier(scheme);

        Flow flow = new Flow();
        StepManagerImpl source = add(flow, loader);
        StepManagerImpl classAssigner = add(flow, assigner);
        StepManagerImpl foldMaker = add(flow, folds);
        StepManagerImpl learner = add(flow, classifier);
        StepManagerImpl evaluator = add(flow, new ClassifierPerformanceEvaluator());
        StepManagerImpl viewer = add(flow, new TextViewer());
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        connect(flow, source, classAssigner, StepManager.CON_DATASET);
        connect(flow, classAssigner, foldMaker, StepManager.CON_DATASET);
        connect(flow, foldMaker, learner, StepManager.CON_TRAININGSET);
        connect(flow, foldMaker, learner, StepManager.CON_TESTSET);
        connect(flow, learner, evaluator, StepManager.CON_BATCH_CLASSIFIER);
        connect(flow, evaluator, viewer, StepManager.CON_TEXT);
        evaluator.addStepOutputListener(
                data -> texts.add(data.getPayloadElement(StepManager.CON_TEXT).toString()), StepManager.CON_TEXT);

        CountDownLatch finished = new CountDownLatch(1);
        FlowRunner runner = new FlowRunner();
        runner.setFlow(flow);
        runner.setLogger(log);
        runner.addExecutionFinishedCallback(finished::countDown);
        runner.run();
        assertThat(finished.await(2, TimeUnit.MINUTES))
                .as("the flow has finished")
                .isTrue();
        return texts;
    }

    private static StepManagerImpl add(Flow flow, Step step) {
        StepManagerImpl manager = new StepManagerImpl(step);
        step.setStepManager(manager);
        flow.addStep(manager);
        return manager;
    }

    private static void connect(Flow flow, StepManagerImpl from, StepManagerImpl to, String connection) {
        assertThat(flow.connectSteps(from, to, connection)).as(connection).isTrue();
    }

    /** The line of an evaluation that starts with a label. */
    private static String figure(Evaluation evaluation, String label) {
        return evaluation
                .toSummaryString()
                .lines()
                .filter(line -> line.startsWith(label))
                .findAny()
                .orElseThrow();
    }

    /** What the flow logs. */
    private static final class Log implements Logger {
        private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void logMessage(String message) {
            messages.add(message);
        }

        @Override
        public void statusMessage(String message) {
            messages.add(message);
        }

        List<String> errors() {
            return messages.stream()
                    .filter(message -> message.matches("(?s).*(ERROR|WARNING|xception).*"))
                    .toList();
        }
    }
}
