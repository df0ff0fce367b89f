package weka.classifiers.functions.boundedmlp.nn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import weka.classifiers.functions.boundedmlp.nn.backprop.ReferenceNetwork;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SoftplusOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SquaredError;
import weka.classifiers.functions.boundedmlp.nn.rows.RowOrder;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * Networks and samples for tests. Their numbers are multiples of small powers of two, so that {@code float} represents
 * every net input exactly. A comparison with double precision then never disagrees about the side of a kink, and a row
 * can lie exactly on a kink.
 */
public final class Fixtures {

    private Fixtures() {}

    /** The network as an array of one shard. */
    public static Network[] alone(Network network) {
        return new Network[] {network};
    }

    /** The weighted mean of the targets, each first limited to the bounds. */
    public static double meanTarget(Samples samples, Bounds bounds) {
        double sum = 0;
        for (int row = 0; row < samples.size(); row++) {
            sum += samples.weight(row) * bounds.limit(samples.target(row));
        }
        return sum / samples.size();
    }

    /** The loss of one network on all rows. */
    public static RowFigures loss(Network network, Samples samples, OutputActivation activation)
            throws InterruptedException {
        return new RowEvaluation(samples, network.hiddenSize(), new SquaredError(activation)).loss(network);
    }

    /** Eighths from -1/2 to 1/2. */
    public static Network network(int inputCount, int hiddenSize, Random random) {
        Network network = new Network(inputCount, hiddenSize);
        for (float[] block : network.blocks()) {
            for (int j = 0; j < block.length; j++) {
                block[j] = (random.nextInt(9) - 4) / 8f;
            }
        }
        return network;
    }

    /** A {@link #network} whose hidden net inputs are at least 1/128 away from the kink of the rectifier. */
    public static Network networkOffTheKinks(int inputCount, int hiddenSize, Random random) {
        Network network = network(inputCount, hiddenSize, random);
        float[] biases = network.hiddenBiases();
        for (int j = 0; j < biases.length; j++) {
            biases[j] += 1 / 128f;
        }
        return network;
    }

    /** Inputs in eighths from -1 to 1, targets in eighths from -2 to 2, weights 1 to 3. */
    public static Samples samples(int size, int inputCount, Random random) {
        float[][] inputs = new float[size][inputCount];
        double[] targets = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < inputCount; k++) {
                inputs[i][k] = (random.nextInt(17) - 8) / 8f;
            }
            targets[i] = (random.nextInt(33) - 16) / 8.0;
            weights[i] = 1 + random.nextInt(3);
        }
        return new Samples(inputs, targets, weights, inputCount);
    }

    /** The clamp with every policy and with zero, one and two bounds; softplus with either bound; sigmoid. */
    public static List<OutputActivation> activations(double lower, double upper) {
        Bounds below = new Bounds(lower, Double.POSITIVE_INFINITY);
        Bounds above = new Bounds(Double.NEGATIVE_INFINITY, upper);
        Bounds both = new Bounds(lower, upper);
        List<OutputActivation> activations = new ArrayList<>();
        for (GradientPolicy policy : GradientPolicy.values()) {
            activations.add(new ClampOutput(below, policy, 0.125));
            activations.add(new ClampOutput(above, policy, 0.125));
            activations.add(new ClampOutput(both, policy, 0.125));
            activations.add(linear(policy));
        }
        activations.add(new SoftplusOutput(below));
        activations.add(new SoftplusOutput(above));
        activations.add(new SigmoidOutput(both));
        return activations;
    }

    public static ClampOutput linear(GradientPolicy policy) {
        return new ClampOutput(new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), policy, 0.125);
    }

    public static ClampOutput clamp(double lower, double upper) {
        return new ClampOutput(new Bounds(lower, upper), GradientPolicy.MASKED, 0.125);
    }

    /** All row numbers in a random order. */
    public static int[] shuffled(int size, Random random) {
        int[] rows = rows(size);
        RowOrder.shuffle(rows, random);
        return rows;
    }

    public static int[] rows(int size) {
        return IntStream.range(0, size).toArray();
    }

    /** All parameters in one array, in the order of the blocks. */
    public static double[] flat(Network network) {
        return Arrays.stream(network.blocks())
                .flatMapToDouble(block -> IntStream.range(0, block.length).mapToDouble(j -> block[j]))
                .toArray();
    }

    /** The net input of the output unit as predictions compute it, in a workspace that holds values from before. */
    public static double netInput(Network network, float... inputs) {
        SparseInputs active = new SparseInputs(inputs.length);
        for (int k = 0; k < inputs.length; k++) {
            active.set(k, k, inputs[k]);
        }
        active.setCount(inputs.length);
        float[] hidden = new float[network.hiddenSize() + 1];
        Arrays.fill(hidden, 9);
        return network.netInput(active, hidden);
    }

    /** The Euclidean norm over all parameters. */
    public static double norm(Network network) {
        return Math.sqrt(Arrays.stream(flat(network)).map(w -> w * w).sum());
    }

    /** Sets all parameters to 0. */
    public static void clear(Network network) {
        for (float[] block : network.blocks()) {
            Arrays.fill(block, 0);
        }
    }

    /** The net inputs of the output unit, in ascending order. */
    public static double[] sortedNetInputs(Network network, Samples samples) {
        ReferenceNetwork reference = ReferenceNetwork.of(network);
        return IntStream.range(0, samples.size())
                .mapToDouble(row -> reference.z2(samples.inputs(row)))
                .sorted()
                .toArray();
    }

    public static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** A rain-like target, zero for more than half of the rows, over two inputs. */
    public static Samples rain(int size) {
        Random random = new Random(7);
        float[][] inputs = new float[size][2];
        double[] targets = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            inputs[i][0] = (float) random.nextGaussian();
            inputs[i][1] = (float) random.nextGaussian();
            targets[i] = Math.max(0, inputs[i][0] * inputs[i][1] - 0.25 + 0.5 * random.nextGaussian());
            weights[i] = 1;
        }
        return new Samples(inputs, targets, weights, 2);
    }

    /** Hyperparameters for a short training of one network, without bins and without early stopping. */
    public static Hyperparameters quick() {
        return new Hyperparameters()
                .hiddenSize(8)
                .bins(0)
                .members(1)
                .learningRate(0.01)
                .maxEpochs(10)
                .validationSetSize(0);
    }

    /** Hyperparameters for a short training of one network with early stopping, without bins. */
    public static Hyperparameters stopping() {
        return quick().maxEpochs(200).validationSetSize(20).patience(10);
    }

    /** Hyperparameters for a short training of two networks with early stopping, where held-out rows choose the bins. */
    public static Hyperparameters choosing() {
        return stopping().bins(Hyperparameters.BINS_BY_HELD_OUT_ROWS).members(2);
    }

    /** An object, saved and read again. */
    public static Object savedAndRead(Object object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
