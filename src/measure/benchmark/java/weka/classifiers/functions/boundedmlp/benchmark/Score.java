package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import weka.experiment.PairedStatsCorrected;

/**
 * The figures of a learner on a file: means over the finished seeds, unless a method says otherwise.
 *
 * @param runs for each seed the results of the folds, at least one seed
 */
record Score(List<List<FoldResult>> runs) {
    private static final double SIGNIFICANCE = 0.05;

    /** The RMSE over the rows of all folds, as Weka computes it; not the mean of the folds' errors. */
    static double pooledRmse(List<FoldResult> folds) {
        return pooled(folds, fold -> fold.rmse() * fold.rmse());
    }

    double rmse() {
        return meanOverSeeds(Score::pooledRmse);
    }

    /** The standard deviation of the RMSE over the seeds; NaN with one seed. */
    double rmseSpread() {
        double mean = rmse();
        double squares = runs.stream()
                .mapToDouble(folds -> Math.pow(pooledRmse(folds) - mean, 2))
                .sum();
        return runs.size() < 2 ? Double.NaN : Math.sqrt(squares / (runs.size() - 1));
    }

    double mae() {
        return meanOverSeeds(folds -> total(folds, f -> f.weight() * f.mae()) / total(folds, FoldResult::weight));
    }

    /** The RMSE in percent of that of predicting the training rows' means. */
    double rrse() {
        return meanOverSeeds(folds -> 100 * pooledRmse(folds) / pooled(folds, f -> f.priorRmse() * f.priorRmse()));
    }

    /** All folds together. */
    double trainSeconds() {
        return meanOverSeeds(folds -> total(folds, FoldResult::trainSeconds));
    }

    /** All folds together. */
    double predictSeconds() {
        return meanOverSeeds(folds -> total(folds, FoldResult::predictSeconds));
    }

    /** The share of the predictions that lie beyond the bounds, in [0, 1]. */
    double violationShare() {
        return meanOverSeeds(folds -> total(folds, FoldResult::violations) / total(folds, FoldResult::testRows));
    }

    /** The mean distance to the bounds of the predictions beyond them, of all seeds together; 0 if there are none. */
    double violationMean() {
        double count = all(FoldResult::violations);
        return count == 0 ? 0 : all(FoldResult::violationSum) / count;
    }

    /** The largest distance of a prediction beyond the bounds, of all seeds. */
    double violationMax() {
        return runs.stream()
                .flatMap(List::stream)
                .mapToDouble(FoldResult::violationMax)
                .max()
                .orElse(Double.NaN);
    }

    /** The number of rows without a prediction, of all seeds together; the errors ignore them. */
    long unpredicted() {
        return Math.round(all(FoldResult::unpredicted));
    }

    /** The RMSE of each fold. */
    double[] foldRmse() {
        return folds(FoldResult::rmse);
    }

    /** A value of each fold. */
    double[] folds(ToDoubleFunction<FoldResult> value) {
        return IntStream.range(0, runs.get(0).size())
                .mapToDouble(fold -> meanOverSeeds(folds -> value.applyAsDouble(folds.get(fold))))
                .toArray();
    }

    /** 1 if this RMSE is significantly higher than the other one by {@link #test}, -1 if it is lower, else 0. */
    int compare(Score other) {
        return test(other).differencesSignificance;
    }

    /**
     * Weka's corrected paired t-test of the folds' RMSE. The RMSE of a fold is first averaged over the seeds: they
     * share the training rows, so further seeds are not further evidence.
     */
    PairedStatsCorrected test(Score other) {
        double ratio = all(FoldResult::testRows) / all(FoldResult::trainingRows);
        PairedStatsCorrected test = new PairedStatsCorrected(SIGNIFICANCE, ratio);
        test.add(foldRmse(), other.foldRmse());
        test.calculateDerived();
        return test;
    }

    private double meanOverSeeds(ToDoubleFunction<List<FoldResult>> value) {
        return runs.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private double all(ToDoubleFunction<FoldResult> value) {
        return runs.stream().mapToDouble(folds -> total(folds, value)).sum();
    }

    private static double pooled(List<FoldResult> folds, ToDoubleFunction<FoldResult> meanSquare) {
        double sum = total(folds, fold -> fold.weight() * meanSquare.applyAsDouble(fold));
        return Math.sqrt(sum / total(folds, FoldResult::weight));
    }

    private static double total(List<FoldResult> folds, ToDoubleFunction<FoldResult> value) {
        return folds.stream().mapToDouble(value).sum();
    }
}
