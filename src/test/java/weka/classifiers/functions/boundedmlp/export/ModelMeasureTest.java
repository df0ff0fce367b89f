package weka.classifiers.functions.boundedmlp.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.core.Instances;

/** The measures of a model that the scheme reports to the Experimenter. */
public class ModelMeasureTest {

    private static final List<String> NAMES = List.of(
            "measureEpochs",
            "measureBestEpoch",
            "measureTrainingLoss",
            "measureValidationLoss",
            "measureHeldOutRows",
            "measureRowsAtBound",
            "measureStuckRows",
            "measureRescues",
            "measureRestarts",
            "measureBins",
            "measureParameters");

    @Test
    void theMeasuresAreTheFiguresOfTheModelText() throws Exception {
        Instances data = Schemes.withTargets(Schemes.mixed(300, 6), y -> y < 2 && y > 0 ? -1 : y);
        BoundedMLPRegressor scheme = fit(data, "-H 16 -L 0.01 -E 5 -upper-bound 10 -bins 0 -members 1");
        String text = scheme.toString();
        PrintedModel printed = new PrintedModel(text);
        assertThat(scheme.getMeasure("measureEpochs"))
                .isEqualTo(printed.figure("Epochs"))
                .isGreaterThan(5);
        assertThat(scheme.getMeasure("measureBestEpoch"))
                .isEqualTo(printed.figure("Best epoch"))
                .isPositive();
        assertThat(scheme.getMeasure("measureRowsAtBound"))
                .isEqualTo(printed.figure("predictions at a bound"))
                .isPositive();
        assertThat(scheme.getMeasure("measureStuckRows"))
                .isEqualTo(printed.figure("stuck there"))
                .isPositive();
        assertThat(scheme.getMeasure("measureHeldOutRows")).isEqualTo(300);
        assertThat(scheme.getMeasure("measureParameters")).isEqualTo(8 * 16 + 1);
        double unit = printed.find("scaled by +mean \\S+, standard deviation ([0-9.]+),")[0];
        assertThat(unit * Math.sqrt(2 * scheme.getMeasure("measureTrainingLoss")))
                .isCloseTo(printed.find("\n +([0-9.]+) on all training rows with the final network")[0], within(1e-6));
        assertThat(unit * Math.sqrt(2 * scheme.getMeasure("measureValidationLoss")))
                .isCloseTo(printed.find("\n +([0-9.]+) on 300 held-out rows after it")[0], within(1e-6));
        assertThat(text).doesNotContain("Dead output");
        assertThat(scheme.getMeasure("measureRescues"))
                .isEqualTo(printed.figure("brought back from there"))
                .isPositive();
        assertThat(scheme.getMeasure("measureRestarts")).isZero();
    }

    @Test
    void theBinsAreThoseOfTheModelText() throws Exception {
        BoundedMLPRegressor scheme = fit(Schemes.mixed(300, 6), "-H 16 -N 10 -bins 6 -members 2");
        assertThat(scheme.getMeasure("measureBins")).isEqualTo(6);
        assertThat(scheme.toString()).contains("Bins             at most 6 for each numeric attribute\n");
        assertThat(scheme.toString()).contains(" 32 hidden units of 2 members, ");
    }

    @Test
    void aDeadOutputIsTold() throws Exception {
        Instances data = Schemes.numeric(60, 3);
        // the learning rate is so high that the output falls below the bound again and again
        BoundedMLPRegressor scheme = fit(data, "-H 8 -N 30 -V 0 -optimizer sgd -L 3 -clip-norm Infinity");
        PrintedModel printed = new PrintedModel(scheme.toString());
        double[] told = printed.find("Dead output +restarted with gentler settings ([0-9]+) times?");
        assertThat(scheme.getMeasure("measureRestarts")).isEqualTo(told[0]).isPositive();
    }

    @Test
    void theNamesDoNotDependOnAModelAndTheirCaseDoesNotMatter() throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 4 -N 2");
        assertThat(Collections.list(scheme.enumerateMeasures())).isEqualTo(NAMES);
        scheme.buildClassifier(Schemes.numeric(20, 1));
        assertThat(Collections.list(scheme.enumerateMeasures())).isEqualTo(NAMES);
        for (String name : NAMES) {
            assertThat(scheme.getMeasure(name.toUpperCase(Locale.ROOT)))
                    .isEqualTo(Double.valueOf(scheme.getMeasure(name)));
        }
    }

    @Test
    void whatThereIsNotIsMissing() throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 4 -N 2 -V 0");
        assertThat(NAMES).allSatisfy(name -> assertThat(scheme.getMeasure(name)).isNaN());
        scheme.buildClassifier(Schemes.numeric(20, 1));
        assertThat(NAMES).allSatisfy(name -> assertThat(Double.isNaN(scheme.getMeasure(name)))
                .as(name)
                .isEqualTo(name.equals("measureValidationLoss")));
    }

    @Test
    void anUnknownMeasureIsRefusedInASentence() {
        assertThatThrownBy(() -> new BoundedMLPRegressor().getMeasure("measureTreeSize"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no measure measureTreeSize; the measures are measureEpochs, ")
                .hasMessageEndingWith("measureParameters.");
    }

    @Test
    void theSummaryIsOneLineOfAllMeasures() throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 4 -N 2 -V 0 -members 1");
        assertThat(scheme.toSummaryString()).isEqualTo(scheme.toString()).contains("no model");
        scheme.buildClassifier(Schemes.numeric(20, 1));
        assertThat(scheme.toSummaryString())
                .matches(
                        "epochs: 2, best epoch: 2, training loss: 0\\.\\d+, held-out rows: 0, rows at a bound: \\d+, stuck rows: \\d+,"
                                + " rescues: 0, restarts: 0, bins: 0, parameters: 17");
        assertThat(fit(Schemes.numeric(80, 1), "-H 4 -N 9 -L 0.01").toSummaryString())
                .contains(", validation loss: 0.");
    }
}
