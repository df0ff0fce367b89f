package weka.classifiers.functions.boundedmlp.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** The model's text: predictions can be reproduced from it, and its figures are right. */
class ModelTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-N 15",
                "-N 15 -upper-bound 6",
                "-N 15 -lower-bound -Infinity",
                "-N 15 -lower-bound -Infinity -upper-bound 5",
                "-N 15 -output softplus",
                "-N 15 -output softplus -lower-bound -Infinity -upper-bound 30",
                "-N 15 -output sigmoid -lower-bound -1 -upper-bound 30",
                "-gradient leaky -optimizer sgd -N 0"
            })
    void aPredictionCanBeReproducedFromTheText(String options) throws Exception {
        Instances data = Schemes.mixed(1500, 1);
        Instances others = Schemes.mixed(300, 2);
        others.instance(0).setValue(0, 1e6);
        others.instance(1).setValue(4, -1e6);
        others.instance(2).setValue(1, 0);
        assertReproduced(fit(data, "-H 8 -members 2 " + options), others, Schemes.targetDeviation(data));
    }

    @Test
    void aPredictionCanBeReproducedFarFromTheOrigin() throws Exception {
        // times within an hour, in milliseconds since 1970, and a target that varies little compared with its size
        ArrayList<Attribute> attributes =
                new ArrayList<>(List.of(new Attribute("when", "HH:mm:ss"), new Attribute("y")));
        Instances data = new Instances("far", attributes, 200);
        data.setClassIndex(1);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            double seconds = random.nextInt(3600);
            data.add(new DenseInstance(1, new double[] {1.4e12 + 1000 * seconds, 1e9 + Math.abs(seconds - 1800)}));
        }
        assertReproduced(fit(data, "-H 8 -N 50 -members 2"), data, Schemes.targetDeviation(data));
    }

    @Test
    void theTextDoesNotDependOnTheLocale() throws Exception {
        Locale before = Locale.getDefault();
        BoundedMLPRegressor scheme = fit(Schemes.mixed(40, 4), "-H 3 -N 3");
        String english = scheme.toString();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(scheme.toString()).isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertReproduced(BoundedMLPRegressor scheme, Instances rows, double deviation) {
        PrintedModel printed = new PrintedModel(scheme.toString());
        for (Instance row : rows) {
            assertThat(printed.predict(row, rows))
                    .as(row.toString())
                    .isCloseTo(scheme.classifyInstance(row), within(1e-6 * deviation));
        }
    }

    @Test
    void aLargeNetworkIsCutAndSaysSo() throws Exception {
        Instances data = Schemes.numeric(20, 5);
        BoundedMLPRegressor largest = fit(data, "-H 1249 -N 0 -bins 0");
        assertThat(new PrintedModel(largest.toString()).unitCount()).isEqualTo(1249);
        assertThat(largest.toString()).contains("4997 weights").doesNotContain("left out");
        BoundedMLPRegressor larger = fit(data, "-H 1250 -N 0 -bins 0");
        assertThat(new PrintedModel(larger.toString()).unitCount()).isEqualTo(10);
        assertThat(larger.toString()).contains("5001 weights").contains("(1240 more hidden units are left out)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-upper-bound 10 -V 0", "-upper-bound 10", "-gradient leaky -V 0", "-output softplus -V 0"})
    void theFiguresOfTheRowsAreRight(String options) throws Exception {
        Instances data = Schemes.withTargets(Schemes.mixed(300, 6), y -> y < 2 && y > 0 ? -1 : y);
        data.instance(0).setClassMissing();
        data.instance(1).setWeight(0);
        for (int i = 2; i < data.size(); i += 3) {
            data.instance(i).setWeight(2.5);
        }
        BoundedMLPRegressor scheme = fit(data, "-H 16 -N 60 " + options);
        PrintedModel printed = new PrintedModel(scheme.toString());
        double lower = scheme.getLowerBound();
        double upper = scheme.getUpperBound();
        Figures expected = Figures.of(scheme, data);
        assertThat(printed.figure("Training rows")).isEqualTo(298);
        assertThat(printed.figure("targets below the lower bound"))
                .isEqualTo(expected.below)
                .isPositive();
        assertThat(printed.figure("targets above the upper bound")).isEqualTo(expected.above);
        assertThat(printed.figure("targets at a bound"))
                .isEqualTo(expected.targetsAtBound)
                .isPositive();
        assertThat(printed.figure("predictions at a bound")).isEqualTo(expected.atBound);
        assertThat(printed.figure("stuck there")).isEqualTo(expected.stuck);
        assertThat(printed.find("\n +" + "([0-9.]+) on all training rows with the final network\n")[0])
                .isCloseTo(Math.sqrt(expected.squares / expected.weights), within(1e-5));
        if (options.contains("upper")) {
            assertThat(lower).isLessThan(upper);
            assertThat(expected.above).isPositive();
            assertThat(expected.atBound).isPositive();
            assertThat(expected.stuck).isPositive();
        }
    }

    /** Checks what the text says about the training rows against the model's predictions. */
    private static final class Figures {
        private int below;
        private int above;
        private int targetsAtBound;
        private int atBound;
        private int stuck;
        private double squares;
        private double weights;

        static Figures of(BoundedMLPRegressor scheme, Instances data) {
            Figures figures = new Figures();
            for (Instance row : data) {
                if (!row.classIsMissing() && row.weight() > 0) {
                    figures.add(scheme, row);
                }
            }
            return figures;
        }

        private void add(BoundedMLPRegressor scheme, Instance row) {
            double lower = scheme.getLowerBound();
            double upper = scheme.getUpperBound();
            double y = row.classValue();
            double p = scheme.classifyInstance(row);
            below += y < lower ? 1 : 0;
            above += y > upper ? 1 : 0;
            targetsAtBound += y == lower || y == upper ? 1 : 0;
            boolean touches = p == lower || p == upper;
            atBound += touches ? 1 : 0;
            stuck += touches && y > lower && y < upper ? 1 : 0;
            squares += row.weight() * (p - y) * (p - y);
            weights += row.weight();
        }
    }

    @Test
    void withoutABestEpochTheErrorKeepsItsName() throws Exception {
        String text = fit(Schemes.numeric(40, 1), "-H 4 -N 0").toString();
        assertThat(text).containsPattern("\nRMSE +[0-9.]+ on all training rows with the final network\n");
    }

    @Test
    void theTrainingIsDescribed() throws Exception {
        Instances data = Schemes.mixed(200, 7);
        String stopped = fit(data, "-H 16 -L 0.05 -E 2 -bins 0").toString();
        assertThat(stopped).contains("because the validation loss had not improved for the patience set");
        double epochs = new PrintedModel(stopped).figure("Epochs");
        double best = new PrintedModel(stopped).figure("Best epoch");
        assertThat(best).isEqualTo(epochs - 2);
        assertThat(stopped)
                .contains("5 members trained on all rows for " + (int) best + " epochs")
                .contains("on 200 held-out rows after it");
        String whole = fit(data, "-H 16 -N 7 -V 0").toString();
        assertThat(whole)
                .contains("7 of at most 7, because the maximum number of epochs was reached")
                .contains("Bins             none, because no rows were held out to choose\n")
                .doesNotContain("held-out rows", "trained on all rows for");
        assertThat(new PrintedModel(whole).figure("Best epoch")).isEqualTo(7);
        String diverged = fit(data, "-L 1e300").toString();
        assertThat(diverged).contains("because training diverged, so the last good weights were kept");
    }

    @Test
    void theHyperparametersAreDescribed() throws Exception {
        Instances data = Schemes.mixed(30, 8);
        assertThat(fit(data, "-H 5 -N 1").toString())
                .contains("Bounded two-layer perceptron for y\n", "Bounds           at least 0.0\n")
                .contains("6 inputs, 5 hidden units, 41 weights", "clamp, masked gradient\n")
                .contains("adam, learning rate 0.001\n", "0.3 over the sum", "at most 3.0\n", "Seed             1\n");
        assertThat(fit(
                                data,
                                "-H 5 -N 1 -lower-bound -Infinity -upper-bound 7 -gradient leaky -leak 0.25"
                                        + " -optimizer sgd -M 0.5 -clip-norm Infinity")
                        .toString())
                .contains("Bounds           at most 7.0\n", "clamp, leaky gradient of slope 0.25\n")
                .contains("sgd, learning rate 0.001, momentum 0.5\n", "Gradient norm    not limited\n");
        assertThat(fit(data, "-N 0 -lower-bound 1 -upper-bound 7 -output sigmoid")
                        .toString())
                .contains("at least 1.0, at most 7.0\n", "Output           sigmoid\n");
        assertThat(fit(data, "-N 0 -lower-bound -Infinity").toString()).contains("Bounds           none\n");
    }
}
