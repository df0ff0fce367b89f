package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.trees.REPTree;
import weka.core.Instance;
import weka.core.Instances;

class CrossValidationTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theErrorsAreThoseOfWekasOwnCrossValidation() throws Exception {
        Instances data = DataFile.load(Fixtures.data(folder, "data", 103));
        data.forEach(row -> row.setWeight(1 + row.value(0) * row.value(0)));
        // the tree depends on the order of its training rows, and so on the random numbers that make the folds
        Evaluation expected = new Evaluation(data);
        expected.crossValidateModel(new REPTree(), data, 7, new Random(1));

        Score score = new Score(List.of(CrossValidation.run(new REPTree(), data, 7, Limits.NONE)));

        assertThat(score.rmse()).isCloseTo(expected.rootMeanSquaredError(), within(1e-12));
        assertThat(score.mae()).isCloseTo(expected.meanAbsoluteError(), within(1e-12));
        assertThat(score.rrse()).isCloseTo(expected.rootRelativeSquaredError(), within(1e-9));
    }

    @Test
    void predictionsBeyondABoundAreCountedAndMeasured() throws Exception {
        Instances data = DataFile.load(Fixtures.data(folder, "data", 103));
        Evaluation weka = new Evaluation(data);
        weka.crossValidateModel(new LinearRegression(), data, 7, new Random(1));
        double[] below = weka.predictions().stream()
                .mapToDouble(prediction -> prediction.predicted())
                .filter(prediction -> prediction < 0)
                .map(Math::abs)
                .toArray();
        assertThat(below).isNotEmpty();

        Limits limits = new Limits(0, Double.POSITIVE_INFINITY);
        Score score = new Score(List.of(CrossValidation.run(new LinearRegression(), data, 7, limits)));

        assertThat(score.violationShare()).isCloseTo(below.length / 103.0, within(1e-12));
        assertThat(score.violationMean())
                .isCloseTo(Arrays.stream(below).average().orElseThrow(), within(1e-12));
        assertThat(score.violationMax()).isEqualTo(Arrays.stream(below).max().orElseThrow());
    }

    @Test
    void fitThenClipKeepsToTheBoundsAndChangesNothingElse() throws Exception {
        Instances data = DataFile.load(Fixtures.data(folder, "data", 60));
        Learners learners = new Learners(Map.of());
        Limits limits = new Limits(0.1, 0.9);
        var unbounded = learners.named(Learners.UNBOUNDED).create(limits, "5");
        var clipped = learners.named("fit-then-clip").create(limits, "5");
        unbounded.buildClassifier(data);
        clipped.buildClassifier(data);
        for (Instance row : data) {
            double prediction = unbounded.classifyInstance(row);
            assertThat(clipped.classifyInstance(row)).isEqualTo(Math.min(0.9, Math.max(0.1, prediction)));
        }
    }
}
