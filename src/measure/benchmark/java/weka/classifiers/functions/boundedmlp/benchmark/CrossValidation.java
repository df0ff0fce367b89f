package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.core.Utils;

/**
 * Cross-validation fold by fold, with times. The folds, and so the errors, are those of Weka's own
 * {@code Evaluation.crossValidateModel(classifier, data, folds, new Random(1))}.
 */
final class CrossValidation {
    private CrossValidation() {}

    static List<FoldResult> run(Classifier classifier, Instances data, int folds, Limits limits) throws Exception {
        Random random = new Random(1);
        Instances shuffled = new Instances(data);
        shuffled.randomize(random);
        List<FoldResult> results = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            Instances training = shuffled.trainCV(folds, fold, random);
            Instances test = shuffled.testCV(folds, fold);
            results.add(run(AbstractClassifier.makeCopy(classifier), training, test, limits));
        }
        return results;
    }

    private static FoldResult run(Classifier classifier, Instances training, Instances test, Limits limits)
            throws Exception {
        Evaluation evaluation = new Evaluation(training);
        long start = System.nanoTime();
        classifier.buildClassifier(training);
        long trained = System.nanoTime();
        double[] predictions = evaluation.evaluateModel(classifier, test);
        long predicted = System.nanoTime();

        double[] violations = Arrays.stream(predictions)
                .map(limits::violation)
                .filter(v -> v > 0)
                .toArray();
        return new FoldResult(
                training.numInstances(),
                test.numInstances(),
                evaluation.numInstances() - evaluation.unclassified(),
                evaluation.rootMeanSquaredError(),
                evaluation.meanAbsoluteError(),
                evaluation.rootMeanPriorSquaredError(),
                (int) Arrays.stream(predictions).filter(Utils::isMissingValue).count(),
                violations.length,
                Arrays.stream(violations).sum(),
                Arrays.stream(violations).max().orElse(0),
                (trained - start) / 1e9,
                (predicted - trained) / 1e9);
    }
}
