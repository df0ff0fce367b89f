package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole benchmarks, with their processes, of fast learners. */
class BenchmarkTest {
    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void data() throws Exception {
        Fixtures.data(folder, "data", 50, "natural lower bound of the class: 0");
    }

    @Test
    void oneLearnerFailsAndTheOthersGoOn() throws Exception {
        Scores scores = run("learners", "ZeroR", "extra", "broken: -H 0; odd: -output sigmoid");
        assertThat(scores.get("data", "ZeroR")).isNotNull();
        assertThat(scores.get("data", "broken")).isNull();
        assertThat(scores.problems()).hasSize(2);
        assertThat(scores.problems().get(0)).contains("broken", "failed", "hiddenSize");
        assertThat(scores.problems().get(1)).contains("odd", "failed", "sigmoid");
    }

    @Test
    void whatIsThereIsNotRunAgain() throws Exception {
        run("learners", "ZeroR");
        assertThat(lines()).hasSize(1);
        printed.reset();
        run("learners", "ZeroR,LinearRegression");
        assertThat(lines()).hasSize(1).allMatch(line -> line.contains("LinearRegression"));
        printed.reset();
        run("learners", "ZeroR,LinearRegression", "folds", "5");
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aLearnerWhoseTimeIsUpIsStoppedAndRunsAgainOnlyWithMoreTime() throws Exception {
        // less than a process needs to start
        Scores scores = run("learners", "RandomForest", "seeds", "2", "minutes", "0.0005");
        assertThat(scores.get("data", "RandomForest")).isNull();
        assertThat(scores.problems()).hasSize(2).allMatch(problem -> problem.contains("not finished within"));
        printed.reset();
        run("learners", "RandomForest", "seeds", "2", "minutes", "0.0005");
        assertThat(lines()).isEmpty();
        scores = run("learners", "RandomForest", "seeds", "2", "minutes", "5");
        assertThat(scores.get("data", "RandomForest")).isNotNull();
        assertThat(scores.problems()).isEmpty();
    }

    @Test
    void xgboostRunsInItsProcessAndSaysNothing() throws Exception {
        Scores scores = run("learners", "XGBoost", "seeds", "1");
        assertThat(scores.get("data", "XGBoost")).isNotNull();
        // what is there are warnings of Weka's matrix library
        assertThat(folder.resolve("data-XGBoost-1.log"))
                .content()
                .doesNotContainIgnoringCase("rmse")
                .doesNotContain("early stopping");
    }

    private Scores run(String... settings) throws Exception {
        Settings asked = Fixtures.settings(folder, settings);
        Plan plan = Plan.of(asked, new Versions("1"));
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (ResultStore store = ResultStore.open(folder.resolve("results.csv"))) {
            Workers workers = new Workers(System.getProperty("java.class.path"), folder, asked);
            new Benchmark(store, workers, new Progress(out, 0, 0), asked.minutes()).carryOut(plan, 1, () -> {});
            Scores scores = Scores.of(plan, store);
            assertThat(new Report(plan, scores, Map.of()).text("title", "setting"))
                    .contains(scores.problems().isEmpty() ? List.of("Every learner finished") : scores.problems());
            return scores;
        }
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
