package weka.classifiers.functions.boundedmlp.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.arff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weka.classifiers.bayes.BayesNet;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.classifiers.functions.boundedmlp.export.CurveData.Point;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.model.ModelTraining;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.core.Instances;

/** The learning curve as it is passed from the model to a window. */
class CurveDataTest {

    @Test
    void theCurveIsInTheUnitsOfTheClass() throws Exception {
        Instances data = Schemes.withTargets(Schemes.numeric(300, 1), y -> 1000 * y);
        BoundedModel model = ModelTraining.fit(data, quick().maxEpochs(20));
        CurveData curve = CurveData.of(model);
        assertThat(curve.target()).isEqualTo("y");
        assertThat(curve.epochs()).isEqualTo(model.curve().epochCount());
        assertThat(curve.bestEpoch()).isEqualTo(model.curve().bestEpoch()).isPositive();
        Point best = curve.points().get(curve.bestEpoch() - 1);
        assertThat(best.epoch()).isEqualTo(curve.bestEpoch());
        // the model's text prints the same two errors
        String text = ModelText.of(model);
        assertThat(number(text, "RMSE +(\\S+) on the training rows in the best epoch"))
                .isCloseTo(best.training(), within(1e-6 * best.training()));
        assertThat(number(text, "(\\S+) on \\d+ held-out rows after it"))
                .isCloseTo(best.validation(), within(1e-6 * best.validation()));
        assertThat(best.validation()).isBetween(10.0, 2000.0);
        assertThat(curve.points()).allSatisfy(point -> assertThat(point.stuck()).isBetween(0.0, point.atBound()));
        assertThat(best.atBound())
                .as("share of rows at the bound, where half the targets lie")
                .isBetween(0.2, 0.6);
    }

    @Test
    void withoutHeldOutRowsThereIsNoValidationError() throws Exception {
        CurveData curve = CurveData.of(ModelTraining.fit(Schemes.numeric(60, 2), quick().validationSetSize(0)));
        assertThat(curve.points()).hasSize(5).allMatch(point -> Double.isNaN(point.validation()));
    }

    @Test
    void aLongCurveIsThinnedAndKeepsItsFirstItsBestAndItsLastEpoch() throws Exception {
        int epochs = 3 * LearningCurve.MOST_EPOCHS + 18; // the last epoch is not one of those kept at equal distances
        Hyperparameters hyperparameters = quick().hiddenSize(1).maxEpochs(epochs);
        hyperparameters.patience(Integer.MAX_VALUE);
        CurveData curve = CurveData.of(ModelTraining.fit(Schemes.numeric(12, 2), hyperparameters));
        assertThat(curve.epochs()).isEqualTo(epochs);
        List<Integer> shown = curve.points().stream().map(Point::epoch).toList();
        assertThat(shown).hasSizeBetween(LearningCurve.MOST_EPOCHS / 2, LearningCurve.MOST_EPOCHS);
        assertThat(shown).isSorted().doesNotHaveDuplicates().startsWith(1).endsWith(epochs);
        assertThat(curve.bestEpoch()).isPositive();
        assertThat(shown).contains(curve.bestEpoch());
    }

    @Test
    void theLastEpochDoesNotGoBeyondTheLimit() throws Exception {
        // every second epoch gives as many points as allowed, and the last epoch one more
        Hyperparameters hyperparameters =
                quick().hiddenSize(1).validationSetSize(0).maxEpochs(2 * LearningCurve.MOST_EPOCHS);
        CurveData curve = CurveData.of(ModelTraining.fit(Schemes.numeric(12, 2), hyperparameters));
        assertThat(curve.points()).hasSizeLessThanOrEqualTo(LearningCurve.MOST_EPOCHS);
        assertThat(curve.points().get(curve.points().size() - 1).epoch()).isEqualTo(2 * LearningCurve.MOST_EPOCHS);
    }

    @Test
    void aCurveAtTheLimitIsWhole() throws Exception {
        Hyperparameters hyperparameters =
                quick().hiddenSize(1).validationSetSize(0).maxEpochs(LearningCurve.MOST_EPOCHS - 2);
        CurveData curve = CurveData.of(ModelTraining.fit(Schemes.numeric(12, 2), hyperparameters));
        assertThat(curve.points()).hasSize(LearningCurve.MOST_EPOCHS - 2);
    }

    @Test
    void whatIsWrittenIsRead() {
        CurveData curve = new CurveData(
                "a = b",
                "RMSE",
                7,
                2,
                3,
                4,
                "it was = late",
                List.of(new Point(1, 1e-30, Double.NaN, 0.25, 0), new Point(7, 2.5e300, 3, 1, 0.125)));
        assertThat(CurveData.read(curve.lines())).isEqualTo(curve);
        List<String> amongOthers = new ArrayList<>(List.of("position = (1,2)"));
        amongOthers.addAll(curve.lines());
        assertThat(CurveData.read(amongOthers)).isEqualTo(curve);
    }

    @Test
    void linesOfOthersAndDamagedOnesAreNoCurve() {
        assertThat(CurveData.read(List.of())).isNull();
        assertThat(CurveData.read(List.of("epochs = 7", "position = (0,0)"))).isNull();
        List<String> lines = new CurveData("y", "RMSE", 1, 1, 0, 0, "why", List.of(new Point(1, 2, 3, 0, 0))).lines();
        assertThat(CurveData.read(lines)).isNotNull();
        for (int missing = 0; missing < lines.size() - 1; missing++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(missing);
            assertThat(CurveData.read(fewer))
                    .as("without " + lines.get(missing))
                    .isNull();
        }
        List<String> damaged = Stream.concat(lines.stream(), Stream.of("boundedMLP.epoch = 2 3 4"))
                .toList();
        assertThat(CurveData.read(damaged)).isNull();
    }

    @Test
    void theGraphCarriesTheCurveWhateverTheNameOfTheClass() throws Exception {
        Instances data = Schemes.numeric(40, 3);
        data.renameAttribute(2, "<y> &amp; \"&lt;\" \u00e9 = </PROPERTY>");
        BoundedModel model = ModelTraining.fit(data, quick());
        CurveData curve = Objects.requireNonNull(CurveData.read(NetworkGraph.properties(NetworkGraph.of(model))));
        assertThat(curve.lines()).isEqualTo(CurveData.of(model).lines()).hasSize(7 + 5);
        assertThat(curve.target()).isEqualTo("<y> &amp; \"&lt;\" \u00e9 = </PROPERTY>");
    }

    @Test
    void graphsOfOtherSchemesCarryNone() throws Exception {
        BayesNet other = new BayesNet();
        other.buildClassifier(arff("@attribute x {a,b}\n@attribute y {c,d}\n@data\na,c\nb,d\n"));
        for (String graph : List.of(
                other.graph(),
                "",
                "digraph J48Tree {\nN0 [label=\"x\" ]\n}\n",
                "<PROPERTY>",
                "<PROPERTY></PROPERTY>")) {
            assertThat(CurveData.read(NetworkGraph.properties(graph))).as(graph).isNull();
        }
    }

    private static Hyperparameters quick() {
        return new Hyperparameters().hiddenSize(8).maxEpochs(5).patience(1000);
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Double.parseDouble(Objects.requireNonNull(matcher.group(1)));
    }
}
