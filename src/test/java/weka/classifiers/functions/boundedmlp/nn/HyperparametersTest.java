package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InvalidObjectException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SoftplusOutput;

/** All hyperparameters together; {@link HyperparameterRangesTest} tests each of them alone. */
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
        assertThat(defaults.heldOutRows()).isEqualTo(HeldOutRows.RANDOM);
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
        assertThatCode(() -> hyperparameters(output, lower, upper).requireConsistent())
                .doesNotThrowAnyException();
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
        assertThatThrownBy(() -> hyperparameters(output, lower, upper).requireConsistent())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outputActivation " + output + " " + needs + ", but lowerBound is " + lower
                        + " and upperBound is " + upper + ".");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "0.0, -0.0"})
    void theLowerBoundMustBeBelowTheUpper(double lower, double upper) {
        for (OutputKind output : OutputKind.values()) {
            assertThatThrownBy(() -> hyperparameters(output, lower, upper).requireConsistent())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lowerBound must be below upperBound, but they are " + lower + " and " + upper + ".");
        }
    }

    @Test
    void theOutputIsThatAskedForWithItsBoundsInScaledUnits() {
        Bounds scaled = new Bounds(-2, 3);

        assertThat(hyperparameters(OutputKind.CLAMP, 6, 16)
                        .gradientPolicy(GradientPolicy.LEAKY)
                        .leakSlope(0.25)
                        .outputActivation(10, 2))
                .isEqualTo(new ClampOutput(scaled, GradientPolicy.LEAKY, 0.25));
        assertThat(hyperparameters(OutputKind.SIGMOID, 6, 16).outputActivation(10, 2))
                .isEqualTo(new SigmoidOutput(scaled));
        assertThat(hyperparameters(OutputKind.SOFTPLUS, 6, INF).outputActivation(10, 2))
                .isEqualTo(new SoftplusOutput(new Bounds(-2, INF)));
    }

    @Test
    @SuppressWarnings("NullAway") // code that is not checked for null can still pass it
    void nullIsRefusedAndTheChoicesAreNamed() {
        Hyperparameters hyperparameters = unusual();
        assertThatThrownBy(() -> hyperparameters.outputActivation(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outputActivation must be one of clamp, softplus, sigmoid, but is null.");
        assertThatThrownBy(() -> hyperparameters.gradientPolicy(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradientPolicy must be one of masked, towards, leaky, but is null.");
        assertThatThrownBy(() -> hyperparameters.optimizer(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("optimizer must be one of adam, sgd, but is null.");
        assertThatThrownBy(() -> hyperparameters.heldOutRows(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("heldOutRows must be one of random, last, but is null.");
        assertThat(hyperparameters).usingRecursiveComparison().isEqualTo(unusual());
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
        Hyperparameters hyperparameters = unusual();
        Hyperparameters copy = hyperparameters.copy();
        assertThat(copy).usingRecursiveComparison().isEqualTo(hyperparameters);

        copy.seed(99).hiddenSize(3);
        assertThat(hyperparameters).usingRecursiveComparison().isEqualTo(unusual());
    }

    /** The fields that can have a value other than the default, found by reflection so that new ones are included. */
    static Stream<Field> options() {
        return Arrays.stream(Hyperparameters.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.getType().isEnum() || field.getType().getEnumConstants().length > 1)
                .peek(field -> field.setAccessible(true));
    }

    @ParameterizedTest
    @MethodSource("options")
    void theUnusualValuesDifferFromAllDefaults(Field option) throws IllegalAccessException {
        assertThat(option.get(unusual())).isNotEqualTo(option.get(new Hyperparameters()));
    }

    @ParameterizedTest
    @MethodSource("options")
    void allButFourMustStayWhereTrainingGoesOn(Field option) throws IllegalAccessException {
        Hyperparameters before = new Hyperparameters();
        Hyperparameters now = new Hyperparameters();
        option.set(now, option.get(unusual()));
        if (List.of("learningRate", "maxEpochs", "patience", "numThreads").contains(option.getName())) {
            assertThatCode(() -> now.requireResumable(before)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> now.requireResumable(before))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(option.getName() + " must stay " + option.get(before)
                            + " when training is resumed, but is now " + option.get(now) + ".");
        }
    }

    @Test
    void savedValuesComeBack() throws Exception {
        assertThat(Fixtures.savedAndRead(unusual())).usingRecursiveComparison().isEqualTo(unusual());
    }

    @Test
    void aSavedValueThatNoSetterAllowsIsRefused() throws Exception {
        Hyperparameters damaged = unusual();
        Field option = Hyperparameters.class.getDeclaredField("hiddenSize");
        option.setAccessible(true);
        option.set(damaged, 0);
        assertThatThrownBy(() -> Fixtures.savedAndRead(damaged))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith("The model is damaged: hiddenSize must be ")
                .hasMessageEndingWith(", but is 0.");
    }

    private static Hyperparameters unusual() {
        return hyperparameters(OutputKind.SIGMOID, -3, 7)
                .hiddenSize(5)
                .bins(6)
                .members(2)
                .learningRate(0.5)
                .gradientPolicy(GradientPolicy.TOWARDS)
                .leakSlope(0.75)
                .maxEpochs(7)
                .miniBatchSize(9)
                .validationSetSize(33)
                .heldOutRows(HeldOutRows.LAST)
                .patience(4)
                .optimizer(OptimizerKind.SGD)
                .momentum(0.25)
                .weightDecay(1.5)
                .maxGradientNorm(2.5)
                .seed(42)
                .numThreads(3);
    }

    private static Hyperparameters hyperparameters(OutputKind output, double lower, double upper) {
        return new Hyperparameters().outputActivation(output).lowerBound(lower).upperBound(upper);
    }
}
