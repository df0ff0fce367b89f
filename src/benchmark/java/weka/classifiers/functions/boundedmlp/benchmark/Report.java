package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The report in Markdown. */
final class Report {
    private static final List<String> NETWORKS = List.of(Learners.MULTILAYER_PERCEPTRON, Learners.MLP_REGRESSOR);

    private final Plan plan;
    private final Scores scores;
    private final Map<String, Double> targets;
    private final List<String> names;

    /**
     * A report.
     *
     * @param targets the RMSE to reach, by file
     */
    Report(Plan plan, Scores scores, Map<String, Double> targets) {
        this.plan = plan;
        this.scores = scores;
        this.targets = targets;
        this.names = plan.learners().stream().map(Learner::name).toList();
    }

    /**
     * Everything.
     *
     * @param title the first line
     * @param setting what was run, in sentences
     */
    String text(String title, String setting) {
        return String.join(
                                "\n",
                                "# " + title,
                                "",
                                setting,
                                "",
                                problems(),
                                summary(),
                                rmse(),
                                "## Predictions beyond the bounds",
                                "",
                                "The share of the predictions; in brackets how far they lie beyond the bounds, in units of the"
                                        + " class: on average, and at worst.",
                                "",
                                table(names, this::violations),
                                "## Mean absolute error",
                                "",
                                figures(Score::mae),
                                "## Root relative squared error",
                                "",
                                "The RMSE in per cent of the RMSE of the training rows' mean.",
                                "",
                                figures(Score::rrse),
                                "## Seconds for training",
                                "",
                                "Of all folds together.",
                                "",
                                figures(Score::trainSeconds),
                                "## Seconds for predicting",
                                "",
                                "Of all folds together.",
                                "",
                                figures(Score::predictSeconds),
                                files())
                        .strip()
                + "\n";
    }

    /** One line per learner. */
    String summary() {
        List<String> header = new ArrayList<>(List.of("Learner", "mean rank"));
        boolean zeroR = names.contains(Learners.ZERO_R);
        List<String> networks = names.stream().filter(NETWORKS::contains).toList();
        boolean unbounded = names.contains(Learners.UNBOUNDED);
        boolean ours = names.contains(Learners.OURS);
        if (zeroR) {
            header.addAll(List.of("RMSE / ZeroR", "at worst"));
        }
        if (!networks.isEmpty()) {
            header.add("RMSE / " + (networks.size() == 1 ? networks.get(0) : "better Weka MLP"));
        }
        if (unbounded) {
            header.add("RMSE / unbounded");
        }
        if (ours) {
            header.add("against ours");
        }
        header.addAll(List.of("beyond bounds", "training, s"));
        MarkdownTable table = new MarkdownTable(header);
        for (String name : names) {
            List<String> row = new ArrayList<>(List.of(name, Numbers.cents(scores.meanRank(name, names))));
            if (zeroR) {
                row.add(mean(name, List.of(Learners.ZERO_R)));
                row.add(worst(name));
            }
            if (!networks.isEmpty()) {
                row.add(mean(name, networks));
            }
            if (unbounded) {
                row.add(mean(name, List.of(Learners.UNBOUNDED)));
            }
            if (ours) {
                row.add(name.equals(Learners.OURS) ? "" : duel(name));
            }
            row.add(Numbers.percent(meanOverFiles(name, Score::violationShare)));
            row.add(Numbers.shown(sumOverFiles(name, Score::trainSeconds)));
            table.row(row);
        }
        int ranked = scores.complete(names).size();
        return "## Summary\n\nRatios of RMSE are geometric means over the files, the smaller the better; where a learner lacks"
                + " files, the number of files follows in brackets. *Mean rank* counts the " + ranked + " of "
                + plan.files().size() + " files that every learner has done. *Better Weka MLP* is the one of "
                + String.join(" and ", NETWORKS)
                + " with the lower RMSE on the file, chosen file by file with hindsight."
                + " *Against ours*: on how many files the learner's error is significantly lower than that of "
                + Learners.OURS
                + ", not significantly different, significantly higher (Weka's corrected paired t-test on"
                + " the folds, 5 %).\n\n" + table;
    }

    /** The RMSE of every learner on every file. */
    String rmse() {
        List<String> header = new ArrayList<>(names);
        if (!targets.isEmpty()) {
            header.add("to reach");
        }
        String note = names.contains(Learners.OURS)
                ? " An arrow: significantly higher (↑) or lower (↓) than " + Learners.OURS
                        + " in Weka's corrected paired t-test on the folds at the 5 % level. With 3 folds that test sees"
                        + " large differences only."
                : "";
        return "## Root mean squared error\n\nOver all rows, as Weka's Explorer pools it; bold: the lowest." + note
                + "\n\n" + table(header, this::rmseCell);
    }

    private String rmseCell(String file, String learner) {
        if (learner.equals("to reach")) {
            return Numbers.shown(targets.getOrDefault(file, Double.NaN));
        }
        double rmse = scores.value(file, learner, Score::rmse);
        double best = names.stream()
                .mapToDouble(name -> scores.value(file, name, Score::rmse))
                .filter(other -> !Double.isNaN(other))
                .min()
                .orElse(Double.NaN);
        String shown = Numbers.shown(rmse);
        return (rmse == best ? "**" + shown + "**" : shown) + arrow(file, learner);
    }

    private String arrow(String file, String learner) {
        int difference = difference(file, learner);
        return difference > 0 ? " ↑" : difference < 0 ? " ↓" : "";
    }

    /** 0 as well where there is nothing to compare. */
    private int difference(String file, String learner) {
        Score score = scores.get(file, learner);
        Score ours = scores.get(file, Learners.OURS);
        return score == null || ours == null ? 0 : score.compare(ours);
    }

    private String duel(String learner) {
        List<String> files = scores.complete(List.of(learner, Learners.OURS));
        Map<Integer, Long> counts =
                files.stream().collect(Collectors.groupingBy(file -> difference(file, learner), Collectors.counting()));
        return counts.getOrDefault(-1, 0L) + " / " + counts.getOrDefault(0, 0L) + " / " + counts.getOrDefault(1, 0L);
    }

    private String mean(String learner, List<String> others) {
        Map<String, Double> ratios = scores.ratios(learner, others);
        String missing = ratios.size() == plan.files().size() ? "" : " (" + ratios.size() + ")";
        return Numbers.ratio(Scores.geometricMean(ratios)) + missing;
    }

    private String worst(String learner) {
        return scores.ratios(learner, List.of(Learners.ZERO_R)).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> Numbers.ratio(entry.getValue()) + " " + entry.getKey())
                .orElse("–");
    }

    private double meanOverFiles(String learner, ToDoubleFunction<Score> figure) {
        return scores.complete(List.of(learner)).stream()
                .mapToDouble(file -> scores.value(file, learner, figure))
                .average()
                .orElse(Double.NaN);
    }

    private double sumOverFiles(String learner, ToDoubleFunction<Score> figure) {
        List<String> files = scores.complete(List.of(learner));
        return files.isEmpty() ? Double.NaN : files.size() * meanOverFiles(learner, figure);
    }

    private String violations(String file, String learner) {
        Score score = scores.get(file, learner);
        if (score == null) {
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
        return "## Files\n\n" + table;
    }
}
