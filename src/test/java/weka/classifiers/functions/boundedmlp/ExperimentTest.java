package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.beans.PropertyDescriptor;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.swing.DefaultListModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.rules.ZeroR;
import weka.core.Instance;
import weka.core.Instances;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.Experiment;
import weka.experiment.InstancesResultListener;
import weka.experiment.PropertyNode;
import weka.experiment.RegressionSplitEvaluator;

/** The scheme in Weka's Experimenter, together with another scheme. */
class ExperimentTest {

    private static final String OPTIONS = "-H 8 -N 20 -L 0.01";

    @Test
    void theMeasuresAndTheIntervalsAreColumns(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("numeric.arff"), Schemes.numeric(90, 1).toString());
        Path results = folder.resolve("results.arff");
        Printed printed = Printed.by(() -> experiment(file, results, Schemes.scheme(OPTIONS), new ZeroR()));
        assertThat(printed.err()).doesNotContain("xception");

        Instances rows = new Instances(Files.newBufferedReader(results));
        assertThat(rows).hasSize(6);
        Random random = new Random(1); // as in the Experimenter's first run
        Instances shuffled = new Instances(Files.newBufferedReader(file));
        shuffled.setClassIndex(2);
        shuffled.randomize(random);
        for (int fold = 0; fold < 3; fold++) {
            Instances training = shuffled.trainCV(3, fold, random);
            BoundedMLPRegressor scheme = Schemes.fit(training, OPTIONS);
            Evaluation expected = new Evaluation(training);
            expected.evaluateModel(scheme, shuffled.testCV(3, fold));
            Instance ours = row(rows, "BoundedMLPRegressor", fold);
            Instance others = row(rows, "ZeroR", fold);
            for (String measure : measures()) {
                assertThat(value(ours, measure)).as(measure).isCloseTo(scheme.getMeasure(measure), within(1e-6));
                assertThat(value(others, measure))
                        .as(measure + " of another scheme")
                        .isNaN();
            }
            assertThat(ours.stringValue(rows.attribute("Summary"))).isEqualTo(scheme.toSummaryString());
            assertThat(value(ours, "Root_mean_squared_error"))
                    .isCloseTo(expected.rootMeanSquaredError(), within(1e-6))
                    .isLessThan(value(others, "Root_mean_squared_error"));
            assertThat(value(ours, "Coverage_of_Test_Cases_By_Regions"))
                    .isCloseTo(expected.coverageOfTestCasesByPredictedRegions(), within(1e-6));
            assertThat(value(ours, "Size_of_Predicted_Regions"))
                    .isCloseTo(expected.sizeOfPredictedRegions(), within(1e-6))
                    .isPositive();
        }
    }

    private static List<String> measures() {
        return Collections.list(new BoundedMLPRegressor().enumerateMeasures());
    }

    private static void experiment(Path data, Path results, Classifier... schemes) throws Exception {
        RegressionSplitEvaluator evaluator = new RegressionSplitEvaluator();
        CrossValidationResultProducer folds = new CrossValidationResultProducer();
        folds.setNumFolds(3);
        folds.setSplitEvaluator(evaluator);
        InstancesResultListener listener = new InstancesResultListener();
        listener.setOutputFile(results.toFile());
        DefaultListModel<File> files = new DefaultListModel<>();
        files.addElement(data.toFile());

        Experiment experiment = new Experiment();
        experiment.setResultProducer(folds);
        experiment.setResultListener(listener);
        experiment.setDatasets(files);
        experiment.setRunLower(1);
        experiment.setRunUpper(1);
        experiment.setUsePropertyIterator(true);
        experiment.setPropertyPath(new PropertyNode[] {
            new PropertyNode(
                    evaluator,
                    new PropertyDescriptor("splitEvaluator", CrossValidationResultProducer.class),
                    CrossValidationResultProducer.class),
            new PropertyNode(
                    schemes[0],
                    new PropertyDescriptor("classifier", RegressionSplitEvaluator.class),
                    RegressionSplitEvaluator.class)
        });
        experiment.setPropertyArray(schemes);
        experiment.initialize();
        experiment.runExperiment();
        experiment.postProcess();
    }

    private static Instance row(Instances results, String scheme, int fold) {
        return results.stream()
                .filter(row -> row.stringValue(results.attribute("Key_Scheme")).endsWith(scheme))
                .filter(row -> row.stringValue(results.attribute("Key_Fold")).equals("" + (fold + 1)))
                .findAny()
                .orElseThrow();
    }

    private static double value(Instance row, String column) {
        return row.value(row.dataset().attribute(column));
    }
}
