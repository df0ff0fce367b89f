package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.Backprop;
import weka.classifiers.functions.boundedmlp.nn.backprop.Watch;
import weka.classifiers.functions.boundedmlp.nn.backprop.WholeBatch;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SoftplusOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * Compares predictions, gradients and optimizer steps with numbers that NumPy computed, among them those of the
 * question's own code.
 */
class NumpyTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double DECAY = 0.0625;
    private static final double RATE = 0.0625;
    private static final double MOMENTUM = 0.875;
    private static final double MAX_NORM = 0.25;
    private static final Offset<Double> ROUNDING = within(5e-7);

    private static ReferenceNumbers numbers = new ReferenceNumbers(Map.of());

    @BeforeAll
    static void read() throws IOException {
        numbers = ReferenceNumbers.committed();
    }

    @Test
    void theQuestionsNetworkPredictsAndCostsTheSame() throws InterruptedException {
        Samples samples = samples(false);
        ClampOutput output = rectifier();
        Network network = network();

        for (int row = 0; row < samples.size(); row++) {
            double z2 = Fixtures.netInput(network, samples.inputs(row));
            assertThat(z2).isEqualTo(numbers.column("question.z2")[row]);
            assertThat(output.forward(z2)).isEqualTo(numbers.column("question.y_hat")[row]);
        }
        assertThat(Fixtures.loss(network, samples, output).meanLoss())
                .isEqualTo(numbers.number("question.cost"), within(1e-15));
    }

    @Test
    void theQuestionsBackwardPassWithTheAnswersMaskHasTheSameGradient() {
        Network gradient = gradient(network(), samples(false), rectifier(), 0);

        assertParameters("question.d", gradient);
    }

    @Test
    void eachHiddenUnitHasABiasGradientOfItsOwnWhereTheQuestionHasTheirSum() {
        Network gradient = gradient(network(), samples(false), rectifier(), 0);
        double[] perUnit = numbers.matrix("question.db1")[0];
        double ofTheQuestion = numbers.number("question.db1_of_the_question");

        assertThat(Arrays.stream(perUnit).sum()).isEqualTo(ofTheQuestion, within(1e-15));
        assertThat(Arrays.stream(perUnit)).noneMatch(value -> Math.abs(value - ofTheQuestion) < 0.01);
        for (int j = 0; j < perUnit.length; j++) {
            assertThat((double) gradient.hiddenBiases()[j]).isEqualTo(perUnit[j], ROUNDING);
        }
    }

    @Test
    void theQuestionsDataHasARowBelowAndARowExactlyAtTheThreshold() throws InterruptedException {
        assertThat(numbers.column("question.z2")).contains(0).contains(-0.9462890625);
        RowFigures result = Fixtures.loss(network(), samples(false), rectifier());
        assertThat(result.clamped()).isEqualTo(2);
        assertThat(result.stuck()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"masked", "towards", "leaky", "linear", "softplus_lower", "softplus_upper", "sigmoid"})
    void everyOutputHasThePredictionsLossAndGradientOfNumpy(String name) throws InterruptedException {
        Samples samples = samples(true);
        OutputActivation output = output(name);
        double[] predictions = numbers.column(name + ".y_hat");

        for (int row = 0; row < samples.size(); row++) {
            assertThat(output.forward(Fixtures.netInput(network(), samples.inputs(row))))
                    .isEqualTo(predictions[row], within(1e-15));
        }
        assertThat(Fixtures.loss(network(), samples, output).meanLoss())
                .isEqualTo(numbers.number(name + ".loss"), within(1e-15));
        assertParameters(name + ".d", gradient(network(), samples, output, DECAY));
    }

    @ParameterizedTest
    @EnumSource
    void threeStepsLeadToTheParametersOfNumpy(OptimizerKind kind) {
        Network network = network();
        Samples samples = samples(true);
        Optimizer optimizer =
                switch (kind) {
                    case ADAM -> new Adam(network);
                    case SGD -> new Sgd(network, MOMENTUM);
                };
        for (int step = 1; step <= 3; step++) {
            String prefix = kind + "." + step + ".";
            Network gradient = gradient(network, samples, output("masked"), DECAY);
            double norm = Fixtures.norm(gradient);
            assertThat(norm).isEqualTo(numbers.number(prefix + "norm"), ROUNDING);

            optimizer.step(network, gradient, (float) Math.min(1, MAX_NORM / norm), RATE);

            assertParameters(prefix, network);
        }
    }

    @Test
    void theScriptStillMakesTheCommittedNumbers() throws IOException, InterruptedException {
        assumeTrue(exitCode("-c", "import numpy") == 0, "python3 with numpy is not here");
        Process process = new ProcessBuilder("python3", "src/test/python/reference.py")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();

        ReferenceNumbers fresh = ReferenceNumbers.parse(printed);
        assertThat(fresh.matrices().keySet())
                .containsExactlyElementsOf(numbers.matrices().keySet());
        fresh.matrices().forEach((name, matrix) -> {
            double[][] committed = numbers.matrix(name);
            assertThat(matrix).as(name).hasDimensions(committed.length, committed[0].length);
            for (int i = 0; i < matrix.length; i++) {
                // NumPy with another linear algebra library may sum in another order
                assertThat(matrix[i]).as(name).containsExactly(committed[i], within(1e-12));
            }
        });
    }

    private static int exitCode(String... arguments) throws InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "python3";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1; // no python3
        }
    }

    private static Network gradient(Network network, Samples samples, OutputActivation output, double decay) {
        Network gradient = new Network(3, 4);
        int n = samples.size();
        WholeBatch.lossAndGradient(
                new Backprop(samples, 4, 1, n, new SquaredError(output), decay), network, n, gradient, Watch.fresh(n));
        return gradient;
    }

    private static void assertParameters(String prefix, Network actual) {
        double[][] inputWeights = numbers.matrix(prefix + "W1");
        for (int k = 0; k < inputWeights.length; k++) {
            assertRow(prefix + "W1 " + k, actual.inputWeights(k), inputWeights[k]);
        }
        assertRow(prefix + "b1", actual.hiddenBiases(), numbers.matrix(prefix + "b1")[0]);
        assertRow(prefix + "w2", actual.outputWeights(), numbers.matrix(prefix + "w2")[0]);
        assertThat((double) actual.outputBias()).as(prefix + "b2").isEqualTo(numbers.number(prefix + "b2"), ROUNDING);
    }

    private static void assertRow(String name, float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int j = 0; j < expected.length; j++) {
            assertThat((double) actual[j]).as("%s, unit %d", name, j).isEqualTo(expected[j], ROUNDING);
        }
    }

    private static ClampOutput rectifier() {
        return Fixtures.clamp(0, INF);
    }

    private static OutputActivation output(String name) {
        return switch (name) {
            case "linear" -> Fixtures.linear(GradientPolicy.MASKED);
            case "softplus_lower" -> new SoftplusOutput(new Bounds(-0.25, INF));
            case "softplus_upper" -> new SoftplusOutput(new Bounds(-INF, 0.75));
            case "sigmoid" -> new SigmoidOutput(new Bounds(-0.25, 0.75));
            default ->
                new ClampOutput(new Bounds(-0.25, 0.75), GradientPolicy.valueOf(name.toUpperCase(Locale.ROOT)), 0.125);
        };
    }

    private static Network network() {
        Network network = new Network(3, 4);
        for (int k = 0; k < 3; k++) {
            copy(numbers.matrix("question.W1")[k], network.inputWeights(k));
        }
        copy(numbers.matrix("question.b1")[0], network.hiddenBiases());
        copy(numbers.matrix("question.w2")[0], network.outputWeights());
        network.setOutputBias((float) numbers.number("question.b2"));
        return network;
    }

    private static Samples samples(boolean weighted) {
        double[][] inputs = numbers.matrix("question.X");
        float[][] rows = new float[inputs.length][inputs[0].length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            copy(inputs[i], rows[i]);
            weights[i] = weighted ? numbers.column("output.weights")[i] : 1;
        }
        return new Samples(rows, numbers.column("question.y"), weights, 3);
    }

    private static void copy(double[] from, float[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = (float) from[j];
        }
    }
}
