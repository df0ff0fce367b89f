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
 * The prediction intervals of a learner at several levels, on the folds of Weka's own cross-validation with seed 1. The
 * learner is trained once per fold, for all levels.
 *
 * @param rows the number of test rows, of all folds together
 * @param madeFrom the number of rows that the intervals were computed from, of all folds together
 * @param coverages for each level the share of the rows whose target lies in their interval, in [0, 1]
 * @param sizes for each level the mean width of the intervals divided by the range of the training targets
 * @param ratios for each row, at the last level, the distance of the target from the middle of the interval divided by
 *     half the interval's width; sorted
 */
record IntervalRun(int rows, int madeFrom, List<Double> coverages, List<Double> sizes, List<Double> ratios) {

    /** Weka's evaluation uses the level 0.95; only a subclass can change it. */
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
     * @param learner the learner, which gives intervals
     * @param madeFrom returns the number of rows that the intervals of a trained learner were computed from
     * @param levels the confidence levels, each in (0, 1)
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

    /** The smallest factor by which to stretch all intervals of the last level to cover this share of the rows. */
    double stretch(double coverage) {
        int rank = (int) Math.ceil(coverage * ratios.size() - 1e-9);
        return rank == 0 ? 0 : ratios.get(rank - 1);
    }

    /**
     * Whether the coverage differs from its level by more than three standard deviations, those of the test rows and of
     * the rows that the intervals were computed from taken together.
     *
     * @param at the index of the level
     */
    boolean offNominal(int at, double level) {
        double variance = level * (1 - level) * (1.0 / rows + 1.0 / madeFrom);
        return Math.abs(coverages.get(at) - level) > 3 * Math.sqrt(variance);
    }
}
