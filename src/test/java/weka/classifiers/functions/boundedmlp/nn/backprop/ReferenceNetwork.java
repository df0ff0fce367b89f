package weka.classifiers.functions.boundedmlp.nn.backprop;

import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.ReferenceOutput;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * The two-layer network and its gradient in double precision, with one plain loop for each sum in the formulas. Tests
 * compare {@link Backprop} with it; the two share no code.
 */
public final class ReferenceNetwork {

    private final int inputCount;
    private final int hiddenSize;
    /** W1 input by input, then b1, w2 and b2: the order of {@link Network#blocks}. */
    private final double[] parameters;

    public ReferenceNetwork(int inputCount, int hiddenSize, double[] parameters) {
        this.inputCount = inputCount;
        this.hiddenSize = hiddenSize;
        this.parameters = parameters;
    }

    public static ReferenceNetwork of(Network network) {
        return new ReferenceNetwork(network.inputCount(), network.hiddenSize(), Fixtures.flat(network));
    }

    /** A copy of this network with one parameter changed. */
    ReferenceNetwork with(int index, double value) {
        double[] changed = parameters.clone();
        changed[index] = value;
        return new ReferenceNetwork(inputCount, hiddenSize, changed);
    }

    double[] parameters() {
        return parameters;
    }

    private int w1(int k, int j) {
        return k * hiddenSize + j;
    }

    private int b1(int j) {
        return inputCount * hiddenSize + j;
    }

    private int w2(int j) {
        return (inputCount + 1) * hiddenSize + j;
    }

    private int b2() {
        return (inputCount + 2) * hiddenSize;
    }

    private double z1(float[] x, int j) {
        double z1 = parameters[b1(j)];
        for (int k = 0; k < inputCount; k++) {
            z1 += x[k] * parameters[w1(k, j)];
        }
        return z1;
    }

    public double z2(float[] x) {
        double z2 = parameters[b2()];
        for (int j = 0; j < hiddenSize; j++) {
            z2 += Math.max(0, z1(x, j)) * parameters[w2(j)];
        }
        return z2;
    }

    /** Half the weighted mean squared error over some rows, plus the penalty. */
    public double cost(Samples samples, int[] rows, OutputActivation output, double decay) {
        double cost = 0;
        for (int row : rows) {
            double error = ReferenceOutput.forward(output, z2(samples.inputs(row))) - samples.target(row);
            cost += samples.weight(row) * error * error / 2 / rows.length;
        }
        return cost + penalty(decay);
    }

    /** The penalty on W1 and w2; biases have none. */
    double penalty(double decay) {
        double squares = 0;
        for (int j = 0; j < hiddenSize; j++) {
            squares += parameters[w2(j)] * parameters[w2(j)];
            for (int k = 0; k < inputCount; k++) {
                squares += parameters[w1(k, j)] * parameters[w1(k, j)];
            }
        }
        return decay / 2 * squares;
    }

    /** dz2 of each row, after the backward pass of the output activation. */
    double[] outputDeltas(Samples samples, int[] rows, OutputActivation output) {
        double[] deltas = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double z2 = z2(samples.inputs(rows[i]));
            double error = ReferenceOutput.forward(output, z2) - samples.target(rows[i]);
            double dcost = samples.weight(rows[i]) * error / rows.length;
            deltas[i] = ReferenceOutput.backward(output, z2, dcost);
        }
        return deltas;
    }

    /** The gradient, in the order of the parameters. */
    public double[] gradient(Samples samples, int[] rows, OutputActivation output, double decay) {
        double[] deltas = outputDeltas(samples, rows, output);
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < rows.length; i++) {
            float[] x = samples.inputs(rows[i]);
            double dz2 = deltas[i];
            gradient[b2()] += dz2;
            for (int j = 0; j < hiddenSize; j++) {
                double z1 = z1(x, j);
                gradient[w2(j)] += Math.max(0, z1) * dz2;
                double dz1 = z1 > 0 ? parameters[w2(j)] * dz2 : 0;
                gradient[b1(j)] += dz1;
                for (int k = 0; k < inputCount; k++) {
                    gradient[w1(k, j)] += x[k] * dz1;
                }
            }
        }
        for (int j = 0; j < hiddenSize; j++) {
            gradient[w2(j)] += decay * parameters[w2(j)];
            for (int k = 0; k < inputCount; k++) {
                gradient[w1(k, j)] += decay * parameters[w1(k, j)];
            }
        }
        return gradient;
    }
}
