package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures computed by hand. */
class TreesTableTest {
    private static final List<String> NAMES = List.of(Learners.RANDOM_FOREST, Learners.XGBOOST, Learners.OURS);

    private final Map<String, Map<String, Score>> byFile = new LinkedHashMap<>();

    private void file(String name, Map<String, Score> scores) {
        byFile.put(name, scores);
    }

    /** A score of two folds with the same RMSE, each of which takes half of the seconds. */
    private static Score score(double rmse, double seconds) {
        return new Score(List.of(Fixtures.folds(seconds / 2, rmse, rmse)));
    }

    private List<String> rows(List<String> names) {
        return new TreesTable(names, new Scores(byFile, List.of()))
                .table()
                .lines()
                .map(line -> line.replaceAll(" +", " "))
                .filter(line -> !line.contains("---"))
                .toList();
    }

    @Test
    void errorsAreComparedWithTheBetterTreeLearnerOnEachFileAndTimesWithXGBoosts() {
        file(
                "one",
                Map.of(
                        Learners.RANDOM_FOREST, score(2, 1),
                        Learners.XGBOOST, score(4, 2),
                        Learners.OURS, score(1, 4)));
        file(
                "two",
                Map.of(
                        Learners.RANDOM_FOREST, score(3, 1),
                        Learners.XGBOOST, score(2, 1),
                        Learners.OURS, score(4, 8)));
        file(
                "three",
                Map.of(
                        Learners.RANDOM_FOREST, score(5, 1),
                        Learners.XGBOOST, score(5, 4),
                        Learners.OURS, score(4, 2)));
        // ours: errors 1/2, 4/2 and 4/5, whose product is 0.8; times 2, 8 and 0.5, whose product is 8
        assertThat(rows(NAMES))
                .containsExactly(
                        "| Learner | RMSE / better tree learner | files won | at worst | training time / XGBoost |",
                        // errors 1, 3/2 and 1; times 1/2, 1 and 1/4
                        "| RandomForest | 1.145 | – | 1.500 two | 0.500 |",
                        "| XGBoost | 1.260 | – | 2.000 one | 1.000 |",
                        "| BoundedMLPRegressor | 0.928 | 2 of 3 | 2.000 two | 2.000 |");
    }

    @Test
    void onlyFilesOnWhichBothHaveAScoreCount() {
        file("one", Map.of(Learners.RANDOM_FOREST, score(2, 1), Learners.OURS, score(1, 3)));
        file("two", Map.of(Learners.XGBOOST, score(1, 4), Learners.OURS, score(3, 1)));
        file("three", Map.of(Learners.OURS, score(3, 1)));
        assertThat(rows(NAMES).get(3))
                .isEqualTo("| BoundedMLPRegressor | 1.225 (2) | 1 of 2 | 3.000 two | 0.250 (1) |");
    }

    @Test
    void withoutXGBoostTheForestStandsAloneAndWithoutTreesThereIsNothing() {
        file("one", Map.of(Learners.RANDOM_FOREST, score(2, 1), Learners.OURS, score(2, 3)));
        // an equal error is not won
        assertThat(rows(List.of(Learners.RANDOM_FOREST, Learners.OURS)))
                .containsExactly(
                        "| Learner | RMSE / RandomForest | files won | at worst |",
                        "| RandomForest | 1.000 | – | 1.000 one |",
                        "| BoundedMLPRegressor | 1.000 | 0 of 1 | 1.000 one |");
        assertThat(new TreesTable(List.of(Learners.OURS), new Scores(byFile, List.of())).isEmpty())
                .isTrue();
    }
}
