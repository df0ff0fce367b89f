package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.IntervalEstimator;
import weka.classifiers.evaluation.Evaluation;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The intervals of a learner in Weka's own cross-validation with seed 1, at several levels, each learner trained once a fold.
 *
 * @param rows the number of rows tested
 * @param madeFrom the number of rows, all folds together, that the intervals were made from
 * @param coverages the share of the rows that lie in their interval, by level; of 1
 * @param sizes the mean width of the intervals over the range of the training targets, by level
 * @param ratios of the rows, sorted: distance from the middle of the interval of the last level over half its width
 */
record IntervalRun(int rows, int madeFrom, List<Double> coverages, List<Double> sizes, List<Double> ratios) {

    /** Weka's evaluation asks for one level, 0.95, unless a subclass sets another. */
    private static final class LevelEvaluation extends Evaluation {
        private static final long serialVersionUID = 1L;

        LevelEvaluation(Instances data, double level) throws Exception {
            super(data);
            m_ConfLevel = level;
        }
    }

    /**
     * Cross-validates a learner.
     *
     * @param learner gives intervals
     * @param madeFrom how many rows a trained learner's intervals were made from
     * @param levels the levels, of (0, 1)
     */
    static <L extends Classifier & IntervalEstimator> IntervalRun of(
            L learner, ToIntFunction<Classifier> madeFrom, Instances data, int folds, double... levels)
            throws Exception {
        Random random = new Random(1);
        Instances shuffled = new Instances(data);
        shuffled.randomize(random);
        List<Evaluation> evaluations = new ArrayList<>();
        for (double level : levels) {
            evaluations.add(new LevelEvaluation(shuffled, level));
        }
        int from = 0;
        List<Double> ratios = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            Instances training = shuffled.trainCV(folds, fold, random);
            Instances test = shuffled.testCV(folds, fold);
            Classifier trained = AbstractClassifier.makeCopy(learner);
            trained.buildClassifier(training);
            from += madeFrom.applyAsInt(trained);
            for (Evaluation evaluation : evaluations) {
                evaluation.setPriors(training);
                evaluation.evaluateModel(trained, test);
            }
            for (Instance row : test) {
                double[] ends = ((IntervalEstimator) trained).predictIntervals(row, levels[levels.length - 1])[0];
                ratios.add(Math.abs(row.classValue() - (ends[0] + ends[1]) / 2) / ((ends[1] - ends[0]) / 2));
            }
        }
        Collections.sort(ratios);
        return new IntervalRun(
                shuffled.numInstances(),
                Math.min(from, shuffled.numInstances()),
                evaluations.stream()
                        .map(evaluation -> evaluation.coverageOfTestCasesByPredictedRegions() / 100)
                        .toList(),
                evaluations.stream()
                        .map(evaluation -> evaluation.sizeOfPredictedRegions() / 100)
                        .toList(),
                ratios);
    }

    /** The factor by which all intervals of the last level have to be stretched for a share of the rows to lie in them. */
    double stretch(double coverage) {
        int rank = (int) Math.ceil(coverage * ratios.size() - 1e-9);
        return rank == 0 ? 0 : ratios.get(rank - 1);
    }

    /** Whether the coverage at a level differs from it by more than three deviations of the rows on both sides. */
    boolean offNominal(int at, double level) {
        double variance = level * (1 - level) * (1.0 / rows + 1.0 / madeFrom);
        return Math.abs(coverages.get(at) - level) > 3 * Math.sqrt(variance);
    }
}
