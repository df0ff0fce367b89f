package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the learners compare with those that grow trees, one row per learner: over all files, errors are divided by those
 * of the tree learner that is best on the file, and times by XGBoost's.
 */
final class TreesTable {
    private static final List<String> TREES = List.of(Learners.RANDOM_FOREST, Learners.XGBOOST);

    private final List<String> names;
    private final Scores scores;
    private final List<String> trees;
    private final boolean timed;

    TreesTable(List<String> names, Scores scores) {
        this.names = names;
        this.scores = scores;
        trees = names.stream().filter(TREES::contains).toList();
        timed = names.contains(Learners.XGBOOST);
    }

    /** Whether no learner grows trees, so that there is nothing to compare with. */
    boolean isEmpty() {
        return trees.isEmpty();
    }

    String table() {
        List<String> header = new ArrayList<>(List.of("Learner", "RMSE / " + best(), "files won", "at worst"));
        if (timed) {
            header.add("training time / " + Learners.XGBOOST);
        }
        MarkdownTable table = new MarkdownTable(header);
        for (String name : names) {
            Ratios errors = ratios(name, trees, Score::rmse);
            List<String> row = new ArrayList<>(
                    List.of(name, errors.mean(), trees.contains(name) ? "–" : errors.won(), errors.worst()));
            if (timed) {
                row.add(ratios(name, List.of(Learners.XGBOOST), Score::trainSeconds)
                        .mean());
            }
            table.row(row);
        }
        return table.toString();
    }

    /** Explains the columns. */
    String notes() {
        String errors = "- *RMSE / " + best() + "*: the geometric mean over the files of the RMSE divided by that of "
                + String.join(" or ", trees)
                + (trees.size() == 1 ? "" : ", whichever has the lower test RMSE on the file")
                + ". If it does not cover all files, their number follows in brackets.\n"
                + "- *Files won*: on how many files the RMSE is lower than that, significantly or not.\n"
                + "- *At worst*: the largest of the ratios, and its file.\n";
        return timed
                ? errors + "- *Training time / " + Learners.XGBOOST
                        + "*: the geometric mean over the files of the seconds for training divided by "
                        + Learners.XGBOOST + "'s.\n"
                : errors;
    }

    private String best() {
        return trees.size() == 1 ? trees.get(0) : "better tree learner";
    }

    private Ratios ratios(String learner, List<String> others, ToDoubleFunction<Score> figure) {
        return new Ratios(
                scores.ratios(learner, others, figure), scores.byFile().size());
    }
}
