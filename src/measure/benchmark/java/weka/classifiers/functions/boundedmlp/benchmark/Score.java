package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import weka.experiment.PairedStatsCorrected;

/**
 * A learner on a file, over the seeds that it finished.
 *
 * @param runs the folds of each seed
 */
record Score(List<List<FoldResult>> runs) {
    private static final double SIGNIFICANCE = 0.05;

    /** The error over all rows, as Weka pools it: not the mean of the folds' errors. */
    static double pooledRmse(List<FoldResult> folds) {
        return pooled(folds, fold -> fold.rmse() * fold.rmse());
    }

    double rmse() {
        return meanOverSeeds(Score::pooledRmse);
    }

    /** The standard deviation of the RMSE over the seeds; not a number where there is one. */
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

    /** The RMSE in per cent of that of the training rows' means. */
    double rrse() {
        return meanOverSeeds(folds -> 100 * pooledRmse(folds) / pooled(folds, f -> f.priorRmse() * f.priorRmse()));
    }

    /** Of all folds of a run. */
    double trainSeconds() {
        return meanOverSeeds(folds -> total(folds, FoldResult::trainSeconds));
    }

    /** Of all folds of a run. */
    double predictSeconds() {
        return meanOverSeeds(folds -> total(folds, FoldResult::predictSeconds));
    }

    /** The share of the predictions beyond the bounds. */
    double violationShare() {
        return meanOverSeeds(folds -> total(folds, FoldResult::violations) / total(folds, FoldResult::testRows));
    }

    /** How far these lie beyond them, on average; 0 where there are none. */
    double violationMean() {
        double count = all(FoldResult::violations);
        return count == 0 ? 0 : all(FoldResult::violationSum) / count;
    }

    double violationMax() {
        return runs.stream()
                .flatMap(List::stream)
                .mapToDouble(FoldResult::violationMax)
                .max()
                .orElse(Double.NaN);
    }

    /** Rows without a prediction, which no error counts. */
    long unpredicted() {
        return Math.round(all(FoldResult::unpredicted));
    }

    /** The RMSE of each fold. */
    double[] foldRmse() {
        return folds(FoldResult::rmse);
    }

    /** A value of each fold, as the mean over the seeds. */
    double[] folds(ToDoubleFunction<FoldResult> value) {
        return IntStream.range(0, runs.get(0).size())
                .mapToDouble(fold -> meanOverSeeds(folds -> value.applyAsDouble(folds.get(fold))))
                .toArray();
    }

    /** 1 if this error is significantly higher than the other one by {@link #test}, -1 if it is lower, else 0. */
    int compare(Score other) {
        return test(other).differencesSignificance;
    }

    /**
     * Weka's corrected paired t-test of the folds' RMSE. The seeds of a fold are averaged first: their training rows are the same,
     * so they are no further evidence.
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
