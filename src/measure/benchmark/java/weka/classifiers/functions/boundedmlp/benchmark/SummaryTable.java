package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The figures over all files, one row per learner. It has no columns that compare with a learner that does not run. */
final class SummaryTable {
    private static final List<String> NETWORKS = List.of(Learners.MULTILAYER_PERCEPTRON, Learners.MLP_REGRESSOR);

    private final List<DataFile> files;
    private final List<String> names;
    private final Scores scores;
    /** For each header a function that returns the cell of a learner. */
    private final Map<String, UnaryOperator<String>> columns = new LinkedHashMap<>();

    private final List<String> notes = new ArrayList<>();

    SummaryTable(List<DataFile> files, List<String> names, Scores scores) {
        this.files = files;
        this.names = names;
        this.scores = scores;
        addRank();
        addRatios();
        addTest();
        addRest();
    }

    String table() {
        List<String> header = new ArrayList<>(List.of("Learner"));
        header.addAll(columns.keySet());
        MarkdownTable table = new MarkdownTable(header);
        for (String name : names) {
            List<String> row = new ArrayList<>(List.of(name));
            columns.values().forEach(cell -> row.add(cell.apply(name)));
            table.row(row);
        }
        return table.toString();
    }

    /** Explains the columns. */
    String notes() {
        return notes.stream().map(note -> "- " + note + "\n").collect(Collectors.joining());
    }

    private void addRank() {
        List<String> ranked = names.stream()
                .filter(name -> !scores.complete(List.of(name)).isEmpty())
                .toList();
        columns.put(
                "mean rank", name -> Numbers.cents(ranked.contains(name) ? scores.meanRank(name, ranked) : Double.NaN));
        notes.add("*Mean rank*: by RMSE, 1 is best, over the "
                + scores.complete(ranked).size() + " of " + files.size() + " files that every learner finished.");
    }

    private void addRatios() {
        notes.add("*RMSE / …*: the geometric mean over the files of the RMSE (or MAE) divided by the other learner's;"
                + " smaller is better. If it does not cover all files, their number follows in brackets.");
        if (names.contains(Learners.ZERO_R)) {
            columns.put("RMSE / ZeroR", name -> ratio(name, List.of(Learners.ZERO_R), Score::rmse));
            columns.put("at worst", this::worst);
            notes.add("*At worst*: the largest of the ratios to ZeroR, and its file.");
        }
        List<String> networks = names.stream().filter(NETWORKS::contains).toList();
        if (networks.size() == 1) {
            columns.put("RMSE / " + networks.get(0), name -> ratio(name, networks, Score::rmse));
        } else if (!networks.isEmpty()) {
            columns.put("RMSE / better Weka MLP", name -> ratio(name, networks, Score::rmse));
            notes.add("*Better Weka MLP*: " + String.join(" or ", networks)
                    + ", whichever has the lower test RMSE on the file.");
        }
        if (names.contains(Learners.UNBOUNDED)) {
            columns.put("RMSE / unbounded", name -> ratio(name, List.of(Learners.UNBOUNDED), Score::rmse));
            columns.put("MAE / unbounded", name -> ratio(name, List.of(Learners.UNBOUNDED), Score::mae));
            notes.add("*" + Learners.UNBOUNDED + "*: " + Learners.OURS + " without bounds, a plain linear output.");
        }
    }

    private void addTest() {
        if (names.contains(Learners.OURS)) {
            columns.put("better, same, worse than ours", this::duel);
            notes.add("*Better, same, worse than ours*: on how many files the learner's RMSE is significantly lower"
                    + " than that of " + Learners.OURS + ", not significantly different, or significantly"
                    + " higher.");
        }
    }

    private void addRest() {
        columns.put("beyond bounds", name -> Numbers.percent(violationShare(name)));
        notes.add("*Beyond bounds*: the share of predictions beyond the bounds, averaged over the files with bounds.");
        columns.put("training, s", name -> Numbers.seconds(trainSeconds(name)));
        notes.add("*Training, s*: all folds of all files that the learner finished.");
    }

    private String ratio(String learner, List<String> others, ToDoubleFunction<Score> error) {
        return ratios(learner, others, error).mean();
    }

    private String worst(String learner) {
        return ratios(learner, List.of(Learners.ZERO_R), Score::rmse).worst();
    }

    private Ratios ratios(String learner, List<String> others, ToDoubleFunction<Score> error) {
        return new Ratios(scores.ratios(learner, others, error), files.size());
    }

    private String duel(String learner) {
        if (learner.equals(Learners.OURS)) {
            return "";
        }
        Map<Integer, Long> counts = scores.complete(List.of(learner, Learners.OURS)).stream()
                .collect(Collectors.groupingBy(file -> scores.difference(file, learner), Collectors.counting()));
        return counts.getOrDefault(-1, 0L) + " / " + counts.getOrDefault(0, 0L) + " / " + counts.getOrDefault(1, 0L);
    }

    private double violationShare(String learner) {
        return files.stream()
                .filter(DataFile::bounded)
                .mapToDouble(file -> scores.value(file.name(), learner, Score::violationShare))
                .filter(share -> !Double.isNaN(share))
                .average()
                .orElse(Double.NaN);
    }

    private double trainSeconds(String learner) {
        List<String> done = scores.complete(List.of(learner));
        return done.isEmpty()
                ? Double.NaN
                : done.stream()
                        .mapToDouble(file -> scores.value(file, learner, Score::trainSeconds))
                        .sum();
    }
}
