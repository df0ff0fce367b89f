package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SoftplusOutput;

/** The settings together; {@link HyperparameterRangesTest} tries each alone. */
class HyperparametersTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void theDefaultsAreThoseOfTheOptionTable() {
        Hyperparameters defaults = new Hyperparameters();
        assertThat(defaults.hiddenSize()).isBetween(64, 128);
        assertThat(defaults.learningRate()).isEqualTo(0.001);
        assertThat(defaults.bounds()).isEqualTo(new Bounds(0, INF));
        assertThat(defaults.outputActivation()).isEqualTo(OutputKind.CLAMP);
        assertThat(defaults.gradientPolicy()).isEqualTo(GradientPolicy.MASKED);
        assertThat(defaults.leakSlope()).isEqualTo(0.01);
        assertThat(defaults.maxEpochs()).isEqualTo(500);
        assertThat(defaults.miniBatchSize()).isZero();
        assertThat(defaults.validationSetSize()).isEqualTo(20);
        assertThat(defaults.patience()).isEqualTo(30);
        assertThat(defaults.optimizer()).isEqualTo(OptimizerKind.ADAM);
        assertThat(defaults.momentum()).isEqualTo(0.9);
        assertThat(defaults.seed()).isEqualTo(1);
        assertThatCode(defaults::requireConsistent).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "CLAMP, -Infinity, Infinity",
        "CLAMP, 0, Infinity",
        "CLAMP, -Infinity, 0",
        "CLAMP, 0, 1",
        "SOFTPLUS, 0, Infinity",
        "SOFTPLUS, -Infinity, 0",
        "SIGMOID, 0, 1",
    })
    void someOutputsFitSomeBounds(OutputKind output, double lower, double upper) {
        assertThatCode(() -> settings(output, lower, upper).requireConsistent()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "SOFTPLUS, 0, 1, needs exactly 1 finite bound",
        "SOFTPLUS, -Infinity, Infinity, needs exactly 1 finite bound",
        "SIGMOID, 0, Infinity, needs exactly 2 finite bounds",
        "SIGMOID, -Infinity, 0, needs exactly 2 finite bounds",
        "SIGMOID, -Infinity, Infinity, needs exactly 2 finite bounds",
    })
    void otherOutputsDoNot(OutputKind output, double lower, double upper, String needs) {
        assertThatThrownBy(() -> settings(output, lower, upper).requireConsistent())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outputActivation " + output + " " + needs + ", but lowerBound is " + lower
                        + " and upperBound is " + upper + ".");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "0.0, -0.0"})
    void theLowerBoundMustBeBelowTheUpper(double lower, double upper) {
        for (OutputKind output : OutputKind.values()) {
            assertThatThrownBy(() -> settings(output, lower, upper).requireConsistent())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lowerBound must be below upperBound, but they are " + lower + " and " + upper + ".");
        }
    }

    @Test
    void theOutputIsThatAskedForWithItsBoundsInScaledUnits() {
        Bounds scaled = new Bounds(-2, 3);

        assertThat(settings(OutputKind.CLAMP, 6, 16)
                        .gradientPolicy(GradientPolicy.LEAKY)
                        .leakSlope(0.25)
                        .outputActivation(10, 2))
                .isEqualTo(new ClampOutput(scaled, GradientPolicy.LEAKY, 0.25));
        assertThat(settings(OutputKind.SIGMOID, 6, 16).outputActivation(10, 2)).isEqualTo(new SigmoidOutput(scaled));
        assertThat(settings(OutputKind.SOFTPLUS, 6, INF).outputActivation(10, 2))
                .isEqualTo(new SoftplusOutput(new Bounds(-2, INF)));
    }

    @Test
    @SuppressWarnings("NullAway") // Java code can pass null all the same
    void nullIsRefusedAndTheChoicesAreNamed() {
        Hyperparameters settings = unusual();
        assertThatThrownBy(() -> settings.outputActivation(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outputActivation must be one of clamp, softplus, sigmoid, but is null.");
        assertThatThrownBy(() -> settings.gradientPolicy(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradientPolicy must be one of masked, towards, leaky, but is null.");
        assertThatThrownBy(() -> settings.optimizer(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("optimizer must be one of adam, sgd, but is null.");
        assertThat(settings).usingRecursiveComparison().isEqualTo(unusual());
    }

    @Test
    void noMoreThreadsTrainThanThereAreProcessors() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(unusual().numThreads(0).threads()).isEqualTo(processors);
        assertThat(unusual().numThreads(1).threads()).isEqualTo(1);
        assertThat(unusual().numThreads(Integer.MAX_VALUE).threads()).isEqualTo(processors);
    }

    @Test
    void aCopyHasAllValuesAndIsIndependent() {
        Hyperparameters settings = unusual();
        Hyperparameters copy = settings.copy();
        assertThat(copy).usingRecursiveComparison().isEqualTo(settings);

        copy.seed(99).hiddenSize(3);
        assertThat(settings).usingRecursiveComparison().isEqualTo(unusual());
    }

    @Test
    void theUnusualValuesDifferFromAllDefaults() throws IllegalAccessException {
        for (var field : Hyperparameters.class.getDeclaredFields()) {
            boolean oneValue = field.getType().isEnum() && field.getType().getEnumConstants().length == 1;
            if (!Modifier.isStatic(field.getModifiers()) && !oneValue) {
                field.setAccessible(true);
                assertThat(field.get(unusual())).as(field.getName()).isNotEqualTo(field.get(new Hyperparameters()));
            }
        }
    }

    private static Hyperparameters unusual() {
        return settings(OutputKind.SIGMOID, -3, 7)
                .hiddenSize(5)
                .learningRate(0.5)
                .gradientPolicy(GradientPolicy.TOWARDS)
                .leakSlope(0.75)
                .maxEpochs(7)
                .miniBatchSize(9)
                .validationSetSize(33)
                .patience(4)
                .optimizer(OptimizerKind.SGD)
                .momentum(0.25)
                .weightDecay(1.5)
                .maxGradientNorm(2.5)
                .seed(42)
                .numThreads(3);
    }

    private static Hyperparameters settings(OutputKind output, double lower, double upper) {
        return new Hyperparameters().outputActivation(output).lowerBound(lower).upperBound(upper);
    }
}
