package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.GaussianProcesses;
import weka.core.Instances;

class IntervalRunTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFiguresAreThoseOfWekasOwnCrossValidation() throws Exception {
        Instances data = DataFile.load(Fixtures.data(folder, "data", 103));
        Evaluation expected = new Evaluation(data);
        expected.crossValidateModel(new GaussianProcesses(), data, 7, new Random(1));

        IntervalRun run = IntervalRun.of(new GaussianProcesses(), learner -> 5, data, 7, 0.5, 0.95);

        assertThat(run.rows()).isEqualTo(103);
        assertThat(run.madeFrom()).isEqualTo(35);
        assertThat(run.coverages().get(1))
                .isCloseTo(expected.coverageOfTestCasesByPredictedRegions() / 100, within(1e-12));
        assertThat(run.sizes().get(1)).isCloseTo(expected.sizeOfPredictedRegions() / 100, within(1e-12));
        assertThat(run.coverages().get(0)).isLessThan(run.coverages().get(1));
        assertThat(run.sizes().get(0)).isLessThan(run.sizes().get(1));
    }

    @Test
    void stretchedIntervalsCoverAsManyRowsAsAskedFor() throws Exception {
        Instances data = DataFile.load(Fixtures.data(folder, "data", 100));
        IntervalRun run = IntervalRun.of(new GaussianProcesses(), learner -> 100, data, 5, 0.5, 0.95);
        // the intervals of Gaussian processes are all normal: their widths have the ratio of the normal quantiles
        double half = run.sizes().get(0) / run.sizes().get(1);
        assertThat(run.stretch(run.coverages().get(0))).isLessThanOrEqualTo(half);
        assertThat(run.stretch(run.coverages().get(0) + 0.01)).isGreaterThan(half);
    }

    @Test
    void bothTablesHaveARowForEveryFile() throws Exception {
        Fixtures.data(folder, "one", 60, "natural lower bound of the class: 0");
        Fixtures.data(folder, "two", 60, "natural lower bound of the class: 0");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new IntervalTables(Fixtures.settings(folder, "folds", "3"))
                .print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> line.startsWith("| one"))).hasSize(2);
        assertThat(text.lines().filter(line -> line.startsWith("| two"))).hasSize(2);
        assertThat(text).contains("95 %", "of 2 |", "GaussianProcesses");
    }
}
