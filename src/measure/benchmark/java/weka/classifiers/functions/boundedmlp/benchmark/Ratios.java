package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.Map;

/**
 * A learner's figures divided by those of another one, and what the tables say about them; smaller is better.
 *
 * @param byFile the ratio for each file that has one, above 0
 * @param files the number of all files
 */
record Ratios(Map<String, Double> byFile, int files) {

    /** The geometric mean; if it does not cover all files, their number follows in brackets. */
    String mean() {
        String missing = byFile.isEmpty() || byFile.size() == files ? "" : " (" + byFile.size() + ")";
        return Numbers.ratio(Scores.geometricMean(byFile)) + missing;
    }

    /** The largest ratio and its file. */
    String worst() {
        return byFile.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> Numbers.ratio(entry.getValue()) + " " + entry.getKey())
                .orElse("–");
    }

    /** On how many files the ratio is below 1. */
    String won() {
        long won = byFile.values().stream().filter(ratio -> ratio < 1).count();
        return byFile.isEmpty() ? "–" : won + " of " + byFile.size();
    }
}
