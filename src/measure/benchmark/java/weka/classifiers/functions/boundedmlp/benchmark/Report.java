package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The report in Markdown. */
final class Report {
    private final Plan plan;
    private final Scores scores;
    private final Map<String, Double> targets;
    private final List<String> names;
    private final Set<String> bounded;
    private final SummaryTable summary;
    private final TreesTable trees;

    /**
     * Creates a report.
     *
     * @param targets the RMSE to reach, by name of the file
     */
    Report(Plan plan, Scores scores, Map<String, Double> targets) {
        this.plan = plan;
        this.scores = scores;
        this.targets = targets;
        this.names = plan.learners().stream().map(Learner::name).toList();
        this.bounded = plan.files().stream()
                .filter(DataFile::bounded)
                .map(DataFile::name)
                .collect(Collectors.toSet());
        this.summary = new SummaryTable(plan.files(), names, scores);
        this.trees = new TreesTable(names, scores);
    }

    SummaryTable summary() {
        return summary;
    }

    TreesTable trees() {
        return trees;
    }

    /**
     * The whole report.
     *
     * @param title the heading
     * @param setting sentences that say what was run
     */
    String text(String title, String setting) {
        return String.join(
                                "\n",
                                "# " + title,
                                "",
                                setting,
                                "",
                                problems(),
                                section(
                                        "Root mean squared error",
                                        "Over the rows of all folds, as in Weka's Explorer. Bold: the lowest. In"
                                                + " brackets the seconds for training, all folds together. " + arrows()
                                                + targetNote(),
                                        rmse()),
                                section("Summary", summary.notes(), summary.table()) + againstTrees(),
                                section(
                                        "Predictions beyond the bounds",
                                        "The share of all predictions; in brackets their mean and their largest"
                                                + " distance to the bounds, in units of the class.",
                                        table(names, this::violations)),
                                section(
                                        "Spread of the root mean squared error",
                                        "The standard deviation over the seeds. Differences of that size mean nothing.",
                                        figures(Score::rmseSpread)),
                                section("Mean absolute error", "", figures(Score::mae)),
                                section(
                                        "Root relative squared error",
                                        "The RMSE in percent of that of predicting the training rows' mean.",
                                        figures(Score::rrse)),
                                section(
                                        "Seconds for predicting",
                                        "All folds together.",
                                        seconds(Score::predictSeconds)),
                                section("Files", "", files()),
                                section("Learners", learnerNote(), learners()))
                        .strip()
                + "\n";
    }

    private static String section(String title, String note, String table) {
        return "## " + title + "\n\n" + (note.isEmpty() ? "" : note.strip() + "\n\n") + table;
    }

    private String againstTrees() {
        return trees.isEmpty() ? "" : "\n" + section("Against tree learners", trees.notes(), trees.table());
    }

    /** The table of the RMSE of every learner on every file, with the seconds for training. */
    String rmse() {
        List<String> header = new ArrayList<>(names);
        if (!targets.isEmpty()) {
            header.add("to reach");
        }
        return table(header, this::rmseCell);
    }

    /** Explains the arrows in {@link #rmse}; empty if there are none. */
    String arrows() {
        return names.contains(Learners.OURS)
                ? "An arrow means significantly higher (↑) or lower (↓) than " + Learners.OURS
                        + ", by Weka's corrected paired t-test of the folds' errors at the 5 % level. No arrow does not"
                        + " mean that there is no difference, especially with 3 folds."
                : "";
    }

    private String rmseCell(String file, String learner) {
        if (learner.equals("to reach")) {
            return target(file);
        }
        double rmse = scores.value(file, learner, Score::rmse);
        double best = names.stream()
                .mapToDouble(name -> scores.value(file, name, Score::rmse))
                .filter(other -> !Double.isNaN(other))
                .min()
                .orElse(Double.NaN);
        String shown = Numbers.shown(rmse);
        String seconds = Numbers.seconds(scores.value(file, learner, Score::trainSeconds));
        return Double.isNaN(rmse)
                ? shown
                : (rmse == best ? "**" + shown + "**" : shown) + arrow(file, learner) + " (" + seconds + ")";
    }

    private String targetNote() {
        return targets.isEmpty() ? "" : " *To reach*: the given target, and whether " + Learners.OURS + " reaches it.";
    }

    private String target(String file) {
        double target = targets.getOrDefault(file, Double.NaN);
        double ours = scores.value(file, Learners.OURS, Score::rmse);
        String verdict = Double.isNaN(target + ours) ? "" : ours <= target ? ", reached" : ", missed";
        return Numbers.shown(target) + verdict;
    }

    private String arrow(String file, String learner) {
        int difference = scores.difference(file, learner);
        return difference > 0 ? " ↑" : difference < 0 ? " ↓" : "";
    }

    private String violations(String file, String learner) {
        Score score = scores.get(file, learner);
        if (score == null || !bounded.contains(file)) {
            return "–";
        }
        String share = Numbers.percent(score.violationShare());
        return score.violationMax() == 0
                ? "0"
                : share + " (" + Numbers.shown(score.violationMean()) + ", " + Numbers.shown(score.violationMax())
                        + ")";
    }

    private String figures(ToDoubleFunction<Score> figure) {
        return table(names, (file, learner) -> Numbers.shown(scores.value(file, learner, figure)));
    }

    private String seconds(ToDoubleFunction<Score> figure) {
        return table(names, (file, learner) -> Numbers.seconds(scores.value(file, learner, figure)));
    }

    private String table(List<String> columns, BinaryOperator<String> cell) {
        List<String> header = new ArrayList<>(List.of("File"));
        header.addAll(columns);
        MarkdownTable table = new MarkdownTable(header);
        for (DataFile file : plan.files()) {
            List<String> row = new ArrayList<>(List.of(file.name()));
            columns.forEach(column -> row.add(cell.apply(file.name(), column)));
            table.row(row);
        }
        return table.toString();
    }

    private String problems() {
        if (scores.problems().isEmpty()) {
            return "Every learner finished on every file with every seed.\n";
        }
        return "## Not finished, failed or left out\n\n"
                + scores.problems().stream()
                        .map(problem -> "- " + problem + "\n")
                        .collect(Collectors.joining());
    }

    private String files() {
        MarkdownTable table = new MarkdownTable(
                List.of("File", "rows", "inputs", "lower bound", "upper bound", "rows at a bound", "folds"));
        for (DataFile file : plan.files()) {
            Limits limits = file.limits();
            table.row(List.of(
                    file.name(),
                    Integer.toString(file.rows()),
                    Integer.toString(file.inputs()),
                    Double.isFinite(limits.lower()) ? Double.toString(limits.lower()) : "none",
                    Double.isFinite(limits.upper()) ? Double.toString(limits.upper()) : "none",
                    Numbers.percent(file.atBound()),
                    Integer.toString(file.folds())));
        }
        return table.toString();
    }

    private String learnerNote() {
        return "Class, options and version, with the bounds of "
                + plan.files().get(0).name() + "; on other files the bounds are those of the file.";
    }

    private String learners() {
        return plan.runs().stream()
                .limit(names.size())
                .map(runs -> runs.get(0).key())
                .map(key -> "- " + key.learner() + ": `" + key.options() + "`, " + key.version() + "\n")
                .collect(Collectors.joining());
    }
}
