package weka.classifiers.functions.boundedmlp.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** Compares the float kernels, with their blocks of four rows by two inputs, with plain loops in double precision. */
class BackpropTest {

    private static final double ROUNDING = 2e-6;
    private static final double DECAY = 0.0625;

    static Stream<Arguments> sizes() {
        Stream<Arguments> alongEachAxis = IntStream.rangeClosed(1, 70)
                .boxed()
                .flatMap(size ->
                        Stream.of(Arguments.of(size, 7, 6), Arguments.of(3, size, 5), Arguments.of(5, 9, size)));
        Stream<Arguments> odd = Stream.of(
                Arguments.of(0, 1, 1),
                Arguments.of(0, 5, 3),
                Arguments.of(1, 1, 1),
                Arguments.of(17, 31, 33),
                Arguments.of(64, 64, 64),
                Arguments.of(63, 65, 67),
                Arguments.of(70, 70, 70));
        return Stream.concat(alongEachAxis, odd);
    }

    @ParameterizedTest(name = "{0} inputs, {1} hidden units, {2} rows")
    @MethodSource("sizes")
    void gradientAndLossAreThoseOfTheReference(int inputCount, int hiddenSize, int batch) {
        Random random = new Random(1000 * inputCount + 100 * hiddenSize + batch);
        Network network = Fixtures.network(inputCount, hiddenSize, random);
        Samples samples = Fixtures.samples(batch + 3, inputCount, random);
        int[] order = Fixtures.shuffled(samples.size(), random);
        for (OutputActivation activation : activationsWithRowsAtTheBounds(network, samples)) {
            Backprop backprop = new Backprop(samples, hiddenSize, 1, batch, new SquaredError(activation), DECAY);
            // a full batch, then a shorter one in a workspace that still holds values of the first
            check(backprop, network, samples, order, 3, batch + 3, activation);
            check(backprop, network, samples, order, 0, (batch + 1) / 2, activation);
        }
    }

    @ParameterizedTest(name = "{0} shards")
    @ValueSource(ints = {2, 3, 5})
    void theGradientsOfShardsAreTogetherThatOfTheReference(int count) {
        Random random = new Random(count);
        HiddenShards shards = new HiddenShards(21, count);
        Network network = Fixtures.network(7, 21, random);
        Samples samples = Fixtures.samples(14, 7, random);
        int[] order = Fixtures.shuffled(14, random);
        Network[] gradients = shards.split(Fixtures.network(7, 21, random)); // its values are overwritten
        for (int i = 1; i < count; i++) {
            assertThat(gradients[i].outputBias())
                    .as("only the first shard has an output bias")
                    .isZero();
        }
        for (OutputActivation activation : activationsWithRowsAtTheBounds(network, samples)) {
            Backprop backprop = new Backprop(samples, shards.width(), count, 14, new SquaredError(activation), DECAY);
            RowFigures result = backprop.lossAndGradient(
                    shards.split(network), order, 0, 13, gradients, Watch.fresh(samples.size()), Workers.NONE);

            Network gradient = shards.join(gradients).withHiddenUnits(21);
            check(gradient, result, backprop, network, samples, Arrays.copyOf(order, 13), activation);
        }
    }

    @Test
    void rowsOfZerosAndOnesGiveTheReferencesGradient() {
        Random random = new Random(5);
        Network network = Fixtures.network(9, 6, random);
        float[][] oneHot = new float[9][9];
        for (int i = 0; i < 8; i++) {
            oneHot[i][i] = 1; // the last row stays all zeros
        }
        Samples samples = new Samples(oneHot, new double[] {1, 0, 2, 0, 1, 0, 2, 0, 1}, filled(9, 1), 9);
        for (OutputActivation activation : activationsWithRowsAtTheBounds(network, samples)) {
            Backprop backprop = new Backprop(samples, 6, 1, 9, new SquaredError(activation), DECAY);
            check(backprop, network, samples, Fixtures.rows(9), 0, 9, activation);
        }
    }

    @Test
    void aRowExactlyAtABoundHasNoMaskedGradientAndIsClamped() {
        Samples samples = oneRow(0.5, 3);
        Network network = constantNetwork(0.25f);

        for (ClampOutput clamp : List.of(Fixtures.clamp(0.25, 1), Fixtures.clamp(-1, 0.25))) {
            Network gradient = constantNetwork(99);
            RowFigures result = gradientOf(network, samples, clamp, gradient, Watch.fresh(samples.size()));

            assertThat(Fixtures.flat(gradient)).containsOnly(0);
            assertThat(result.clamped()).isEqualTo(1);
        }
    }

    @Test
    void aClampedRowIsStuckOnlyIfItsTargetLiesStrictlyBetweenTheBounds() {
        ClampOutput clamp = Fixtures.clamp(0, 1);

        assertThat(stuck(clamp, -1, 0.5)).isEqualTo(1);
        assertThat(stuck(clamp, 2, 0.5)).isEqualTo(1);
        assertThat(stuck(clamp, -1, 0)).isZero();
        assertThat(stuck(clamp, -1, 1)).isZero();
        assertThat(stuck(clamp, -1, -2)).isZero();
        assertThat(stuck(clamp, 0.5f, 0.75)).isZero();
    }

    @Test
    void aRowThatWasStuckGetsTheGradientTowardsTheInside() {
        Samples samples = oneRow(0.5, 0.75);
        Network gradient = constantNetwork(99);

        gradientOf(constantNetwork(-1), samples, Fixtures.clamp(0, 1), gradient, Watch.allStuck(1));
        assertThat(gradient.outputBias()).isEqualTo(-0.75f);
        gradientOf(constantNetwork(2), samples, Fixtures.clamp(0, 1), gradient, Watch.allStuck(1));
        assertThat(gradient.outputBias()).isEqualTo(0.25f);
        gradientOf(constantNetwork(-1), oneRow(0.5, -3), Fixtures.clamp(0, 1), gradient, Watch.allStuck(1));
        assertThat(gradient.outputBias()).as("a target beyond the bound").isZero();
    }

    @ParameterizedTest
    @MethodSource("activationsOfTheWatch")
    void theWatchReplacesThePolicyOfAClampAndLeavesSmoothOutputsAlone(OutputActivation activation) {
        Random random = new Random(11);
        Network network = Fixtures.network(3, 4, random);
        Samples samples = Fixtures.samples(10, 3, random);
        Network gradient = new Network(3, 4);
        WholeBatch.lossAndGradient(
                new Backprop(samples, 4, 1, 10, new SquaredError(activation), DECAY),
                network,
                10,
                gradient,
                Watch.allStuck(10));

        OutputActivation expected = activation instanceof ClampOutput clamp
                ? new ClampOutput(clamp.bounds(), GradientPolicy.TOWARDS, clamp.leak())
                : activation;
        assertSame(gradient, ReferenceNetwork.of(network).gradient(samples, Fixtures.rows(10), expected, DECAY), "");
    }

    static List<OutputActivation> activationsOfTheWatch() {
        return Fixtures.activations(-0.25, 0.25);
    }

    @Test
    void theLossOfManyRowsIsTheirSumWhateverTheBatchesItIsComputedIn() throws InterruptedException {
        Random random = new Random(13);
        Network network = Fixtures.network(3, 4, random);
        for (int size : new int[] {1, 63, 64, 65, 128, 131}) {
            Samples samples = Fixtures.samples(size, 3, random);
            OutputActivation activation = Fixtures.clamp(-0.25, 0.5);

            RowFigures result = Fixtures.loss(network, samples, activation);

            double cost = ReferenceNetwork.of(network).cost(samples, Fixtures.rows(size), activation, 0);
            assertThat(result.rows()).isEqualTo(size);
            assertThat(result.meanLoss()).isEqualTo(cost, within(1e-12));
            assertCounts(result, network, samples, Fixtures.rows(size), activation);
        }
    }

    @Test
    void theNetworkIsNotModified() {
        Random random = new Random(17);
        Network network = Fixtures.network(3, 4, random);
        Network before = network.copy();
        gradientOf(network, Fixtures.samples(5, 3, random), Fixtures.clamp(0, 1), new Network(3, 4), Watch.fresh(5));

        assertThat(network.blocks()).isDeepEqualTo(before.blocks());
    }

    private static void check(
            Backprop backprop,
            Network network,
            Samples samples,
            int[] order,
            int from,
            int to,
            OutputActivation activation) {
        Network gradient = network.copy(); // its values are overwritten
        RowFigures result = backprop.lossAndGradient(
                Fixtures.alone(network),
                order,
                from,
                to,
                Fixtures.alone(gradient),
                Watch.fresh(samples.size()),
                Workers.NONE);

        check(gradient, result, backprop, network, samples, Arrays.copyOfRange(order, from, to), activation);
    }

    private static void check(
            Network gradient,
            RowFigures result,
            Backprop backprop,
            Network network,
            Samples samples,
            int[] rows,
            OutputActivation activation) {
        ReferenceNetwork reference = ReferenceNetwork.of(network);
        assertSame(gradient, reference.gradient(samples, rows, activation, DECAY), activation.toString());
        assertThat(backprop.gradientNorm())
                .isEqualTo(Fixtures.norm(gradient), within(ROUNDING * Math.max(1, Fixtures.norm(gradient))));
        assertThat(result.rows()).isEqualTo(rows.length);
        assertThat(result.meanLoss()).isEqualTo(reference.cost(samples, rows, activation, 0), within(1e-12));
        assertCounts(result, network, samples, rows, activation);
    }

    /** Equal except for the rounding of float sums as large as the largest value. */
    private static void assertSame(Network gradient, double[] expected, String description) {
        double[] actual = Fixtures.flat(gradient);
        assertThat(actual).as(description).hasSameSizeAs(expected);
        double tolerance = ROUNDING * Math.max(1, Fixtures.largest(expected));
        for (int p = 0; p < expected.length; p++) {
            if (!(Math.abs(actual[p] - expected[p]) <= tolerance)) { // one assertion per parameter would take too long
                assertThat(actual[p]).as(description + ", parameter " + p).isEqualTo(expected[p], within(tolerance));
            }
        }
    }

    private static void assertCounts(
            RowFigures result, Network network, Samples samples, int[] rows, OutputActivation activation) {
        Bounds bounds = activation.bounds();
        if (!(activation instanceof ClampOutput)) {
            return; // a smooth output reaches its bound only by rounding
        }
        ReferenceNetwork reference = ReferenceNetwork.of(network);
        int[] clamped = Arrays.stream(rows)
                .filter(row -> reference.z2(samples.inputs(row)) <= bounds.lower()
                        || reference.z2(samples.inputs(row)) >= bounds.upper())
                .toArray();
        assertThat(result.clamped()).isEqualTo(clamped.length);
        assertThat(result.stuck()).isEqualTo((int) Arrays.stream(clamped)
                .filter(row -> samples.target(row) > bounds.lower() && samples.target(row) < bounds.upper())
                .count());
        assertThat(result.opposite()).isEqualTo((int) Arrays.stream(clamped)
                .filter(row -> reference.z2(samples.inputs(row)) <= bounds.lower()
                        ? samples.target(row) >= bounds.upper()
                        : samples.target(row) <= bounds.lower())
                .count());
    }

    /** The bounds are the net inputs of two of the rows, so these two rows lie exactly on the kinks. */
    private static List<OutputActivation> activationsWithRowsAtTheBounds(Network network, Samples samples) {
        double[] netInputs = Fixtures.sortedNetInputs(network, samples);
        double lower = netInputs[netInputs.length / 3];
        double upper = netInputs[netInputs.length * 2 / 3];
        return Fixtures.activations(lower, upper > lower ? upper : lower + 1);
    }

    private static int stuck(ClampOutput clamp, float netInput, double target) {
        Network network = constantNetwork(netInput);
        return gradientOf(network, oneRow(0, target), clamp, new Network(1, 1), Watch.fresh(1))
                .stuck();
    }

    private static RowFigures gradientOf(
            Network network, Samples samples, OutputActivation activation, Network gradient, StuckRows watch) {
        return WholeBatch.lossAndGradient(
                new Backprop(samples, network.hiddenSize(), 1, samples.size(), new SquaredError(activation), 0),
                network,
                samples.size(),
                gradient,
                watch);
    }

    /** A network of one input and one hidden unit whose output has the same net input for every row. */
    private static Network constantNetwork(float value) {
        Network network = new Network(1, 1);
        network.setOutputBias(value);
        return network;
    }

    private static Samples oneRow(double input, double target) {
        return new Samples(new float[][] {{(float) input}}, new double[] {target}, filled(1, 1), 1);
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
