package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Instances;
import weka.core.Range;
import weka.core.converters.CSVLoader;
import weka.experiment.PairedCorrectedTTester;
import weka.experiment.PairedStats;

class ScoresTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theErrorIsPooledOverTheRowsAndAveragedOverTheSeeds() {
        Score score = new Score(List.of(Fixtures.folds(1, 3, 4), Fixtures.folds(2, 1, 1)));
        double first = Math.sqrt((9 + 16) / 2.0);
        assertThat(score.rmse()).isCloseTo((first + 1) / 2, within(1e-12));
        assertThat(score.rmseSpread()).isCloseTo((first - 1) / Math.sqrt(2), within(1e-12));
        assertThat(score.trainSeconds()).isEqualTo(3);
        assertThat(score.foldRmse()).containsExactly(2, 2.5);
    }

    @Test
    void equalErrorsShareTheirRank() {
        double[] errors = {2, 1, 2, 3};
        assertThat(Scores.rank(1, errors)).isEqualTo(1);
        assertThat(Scores.rank(2, errors)).isEqualTo(2.5);
        assertThat(Scores.rank(3, errors)).isEqualTo(4);
    }

    @Test
    void theTTestIsThatOfTheExperimenterOnWhatIsExportedForIt() throws Exception {
        Fixtures.data(folder, "data", 100);
        Settings settings = Fixtures.settings(folder, "learners", Learners.OURS + ",RandomForest,ZeroR", "seeds", "2");
        Plan plan = Plan.of(settings, new Versions("1"));
        Scores scores;
        try (ResultStore store = ResultStore.open(folder.resolve("results.csv"))) {
            Random random = new Random(3);
            for (List<Run> runs : plan.runs()) {
                // the second learner is a little worse than ours, the third much worse
                double shift = plan.runs().indexOf(runs) * plan.runs().indexOf(runs) * 0.07;
                for (Run run : runs) {
                    double[] errors = random.doubles(10, 1 + shift, 1.5 + shift).toArray();
                    store.add(run.key(), Outcome.done(Fixtures.folds(1, errors)));
                }
            }
            scores = Scores.of(plan, store);
        }
        PairedCorrectedTTester tester = new PairedCorrectedTTester();
        Instances exported = exported(Exports.experimenter(plan, scores));
        tester.setInstances(exported);
        tester.setDatasetKeyColumns(new Range("1"));
        tester.setRunColumn(1);
        tester.setFoldColumn(2);
        tester.setResultsetKeyColumns(new Range("4-6"));
        tester.setSignificanceLevel(0.05);
        int rmse = exported.attribute("Root_mean_squared_error").index();

        Score ours = score(scores, Learners.OURS);
        List<String> others = List.of("RandomForest", "ZeroR");
        for (String other : others) {
            PairedStats expected = tester.calculateStatistics(exported.instance(0), 1 + others.indexOf(other), 0, rmse);
            assertThat(score(scores, other).test(ours).differencesProbability)
                    .as(other)
                    .isEqualTo(expected.differencesProbability);
        }
        assertThat(score(scores, "RandomForest").compare(ours)).isZero();
        assertThat(score(scores, "ZeroR").compare(ours)).isEqualTo(1);
        assertThat(ours.compare(score(scores, "ZeroR"))).isEqualTo(-1);
    }

    private static Score score(Scores scores, String learner) {
        Score score = scores.get("data", learner);
        if (score == null) {
            throw new AssertionError("There is no score of " + learner + ".");
        }
        return score;
    }

    private Instances exported(String csv) throws Exception {
        CSVLoader loader = new CSVLoader();
        loader.setSource(
                Files.writeString(folder.resolve("experimenter.csv"), csv).toFile());
        return loader.getDataSet();
    }
}
