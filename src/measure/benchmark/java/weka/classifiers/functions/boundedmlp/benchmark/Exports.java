package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.List;

/** The results as CSV for other programs. */
final class Exports {
    private Exports() {}

    /** The report's figures with all digits, one line per file and learner. */
    static String summary(Plan plan, Scores scores) {
        List<String> lines = new ArrayList<>();
        lines.add("file,learner,seeds,rmse,rmse_sd_over_seeds,mae,rrse,train_seconds,predict_seconds,"
                + "violation_share,violation_mean,violation_max,t_test_against_ours");
        for (DataFile file : plan.files()) {
            for (Learner learner : plan.learners()) {
                Score score = scores.get(file.name(), learner.name());
                Score ours = scores.get(file.name(), Learners.OURS);
                if (score != null) {
                    lines.add(Csv.line(List.of(
                            file.name(),
                            learner.name(),
                            Integer.toString(score.runs().size()),
                            number(score.rmse()),
                            number(score.rmseSpread()),
                            number(score.mae()),
                            number(score.rrse()),
                            number(score.trainSeconds()),
                            number(score.predictSeconds()),
                            number(score.violationShare()),
                            number(score.violationMean()),
                            number(score.violationMax()),
                            ours == null ? "" : Integer.toString(score.compare(ours)))));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /**
     * The means over the seeds, one line per file, learner and fold, in the form that the analyser of Weka's
     * Experimenter reads.
     */
    static String experimenter(Plan plan, Scores scores) {
        List<String> lines = new ArrayList<>();
        lines.add("Key_Dataset,Key_Run,Key_Fold,Key_Scheme,Key_Scheme_options,Key_Scheme_version_ID,"
                + "Number_of_training_instances,Number_of_testing_instances,Root_mean_squared_error,"
                + "Mean_absolute_error,Elapsed_Time_training,Elapsed_Time_testing");
        for (DataFile file : plan.files()) {
            for (Learner learner : plan.learners()) {
                Score score = scores.get(file.name(), learner.name());
                for (int fold = 0; score != null && fold < file.folds(); fold++) {
                    lines.add(Csv.line(List.of(
                            file.name(),
                            "1",
                            Integer.toString(fold + 1),
                            learner.name(),
                            "default",
                            "1",
                            number(score.folds(FoldResult::trainingRows)[fold]),
                            number(score.folds(FoldResult::testRows)[fold]),
                            number(score.foldRmse()[fold]),
                            number(score.folds(FoldResult::mae)[fold]),
                            number(score.folds(FoldResult::trainSeconds)[fold]),
                            number(score.folds(FoldResult::predictSeconds)[fold]))));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
