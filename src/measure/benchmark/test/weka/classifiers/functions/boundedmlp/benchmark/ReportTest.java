package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path folder = Path.of("");

    private Report report(String learners, Map<String, Outcome> outcomes) throws Exception {
        Fixtures.data(folder, "data", 50);
        Plan plan = Plan.of(Fixtures.settings(folder, "learners", learners, "seeds", "1"), new Versions("1"));
        try (ResultStore store = ResultStore.open(folder.resolve("results.csv"))) {
            for (List<Run> runs : plan.runs()) {
                RunKey key = runs.get(0).key();
                store.add(key, outcomes.getOrDefault(key.learner(), Outcome.failed("no result")));
            }
            return new Report(plan, Scores.of(plan, store), Map.of());
        }
    }

    @Test
    void besideEachErrorStandTheSecondsForTraining() throws Exception {
        Report report = report(
                "ZeroR,RandomForest,XGBoost,BoundedMLPRegressor",
                Map.of(
                        // ten folds of 0.5 seconds
                        "ZeroR", Outcome.done(Fixtures.folds(0.5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3)),
                        "XGBoost", Outcome.done(Fixtures.folds(0.004, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2)),
                        "BoundedMLPRegressor", Outcome.done(Fixtures.folds(2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))));
        assertThat(report.rmse().lines().toList().get(2).replaceAll(" +", " "))
                .isEqualTo("| data | 3 ↑ (5.0) | – | 2 ↑ (0.04) | **1** (20) |");
        String text = report.text("title", "setting");
        assertThat(text).contains("In brackets the seconds for training", "## Against tree learners");
        assertThat(text.replaceAll(" +", " "))
                .contains("| BoundedMLPRegressor | 0.500 | 1 of 1 | 0.500 data | 500.000 |");
    }

    @Test
    void withoutTreeLearnersNothingIsSaidOfThem() throws Exception {
        assertThat(report("ZeroR,BoundedMLPRegressor", Map.of()).text("title", "setting"))
                .doesNotContain("tree learner");
    }
}
