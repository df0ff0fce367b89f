package weka.classifiers.functions.boundedmlp.nn.rows;

import java.util.Arrays;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * Gives the inputs of a network bins, so that it need not find out where the target bends: the piecewise linear
 * encoding of Gorishniy, Rubachev and Babenko (2022), "On Embeddings for Numerical Features in Tabular Deep Learning".
 * Each column of the rows becomes an input of the same value, followed by one input for each of its bins, which rises
 * from 0 to 1 across the bin and stays there.
 *
 * <p>The bins of a column hold about equally many rows each. A value that many rows have, such as 0, has an edge of its
 * own, and the bins are shared out among the others. A column of two values gets no bins, since they would only repeat
 * it; so a nominal attribute, whose inputs are 0 or 1, has none.
 */
public final class Bins {

    /** So many rows show well enough how values are distributed. */
    private static final int MOST_ROWS = 1 << 16;

    private static final float[] NONE = {};

    /** For each column the edges of its bins in ascending order, one more than bins; empty without bins. */
    private final float[][] edges;

    /** For each column the number of its first input; behind them, how many inputs there are. */
    private final int[] firstInputs;

    private Bins(float[][] edges) {
        this.edges = edges;
        firstInputs = new int[edges.length + 1];
        for (int column = 0; column < edges.length; column++) {
            firstInputs[column + 1] = firstInputs[column] + 1 + Math.max(0, edges[column].length - 1);
        }
    }

    /**
     * {@return bins for the columns of some rows}
     *
     * @param inputs the rows
     * @param weights the weights of the rows, above 0
     * @param most the largest number of bins of a column; 0 or 1 for none
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static Bins of(InputRows inputs, double[] weights, int most) throws InterruptedException {
        int n = weights.length;
        int[] rows = new int[Math.min(n, MOST_ROWS)];
        Arrays.setAll(rows, i -> (int) ((long) n * i / rows.length));
        double[] chosenWeights =
                Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray();
        boolean[] binnable = most < 2 ? new boolean[inputs.inputCount()] : haveThreeValues(inputs, rows);
        float[][] edges = new float[binnable.length][];
        double[] values = new double[rows.length];
        for (int column = 0; column < edges.length; column++) {
            Interruption.check();
            if (binnable[column]) {
                for (int i = 0; i < rows.length; i++) {
                    values[i] = inputs.array(rows[i])[inputs.begin(rows[i]) + column];
                }
                edges[column] = edges(values, chosenWeights, most);
            } else {
                edges[column] = NONE;
            }
        }
        return new Bins(edges);
    }

    /** For each column whether it has three different values. Row by row, as they lie in memory. */
    private static boolean[] haveThreeValues(InputRows inputs, int[] rows) throws InterruptedException {
        boolean[] found = new boolean[inputs.inputCount()];
        float[] first = new float[found.length];
        float[] second = new float[found.length];
        for (int row : rows) {
            Interruption.check();
            float[] values = inputs.array(row);
            int begin = inputs.begin(row);
            for (int column = 0; column < found.length; column++) {
                float value = values[begin + column];
                if (row == rows[0]) {
                    first[column] = value;
                    second[column] = value;
                } else if (second[column] == first[column]) {
                    second[column] = value;
                } else {
                    found[column] |= value != first[column] && value != second[column];
                }
            }
        }
        return found;
    }

    /** The edges of the bins of a column of at least three values. */
    private static float[] edges(double[] values, double[] weights, int most) throws InterruptedException {
        int[] order = RowOrder.byValue(values);
        double highest = values[order[order.length - 1]];
        double rest = 0; // the weight of the values above the last edge
        for (double weight : weights) {
            rest += weight;
        }
        float[] edges = new float[most + 1];
        int count = 0;
        double weight = 0; // of the values since the last edge, up to this one
        for (int i = 0; i < order.length && count < most; i++) {
            double value = values[order[i]];
            weight += weights[order[i]];
            boolean last = i == order.length - 1 || values[order[i + 1]] != value;
            boolean full = count == 0 || weight >= rest / (most + 1 - count);
            if (last && full && value < highest) {
                edges[count++] = (float) value;
                rest -= weight;
                weight = 0;
            }
        }
        edges[count++] = (float) highest;
        return Arrays.copyOf(edges, count);
    }

    /** {@return the number of inputs of the network} */
    public int inputCount() {
        return firstInputs[edges.length];
    }

    /** {@return whether no column has bins} */
    public boolean isEmpty() {
        return inputCount() == edges.length;
    }

    /**
     * {@return the edges of the bins of a column in ascending order, one more than bins; empty without bins; a copy}
     *
     * @param column from 0 on
     */
    public float[] edges(int column) {
        return edges[column].clone();
    }

    /**
     * Computes the inputs of the network for a row.
     *
     * @param values holds one value for each column
     * @param begin where the first of them is
     * @param inputs the first {@link #inputCount} are overwritten
     */
    void expand(float[] values, int begin, float[] inputs) {
        for (int column = 0; column < edges.length; column++) {
            float value = values[begin + column];
            float[] ofColumn = edges[column];
            int at = firstInputs[column];
            inputs[at] = value;
            for (int bin = 1; bin < ofColumn.length; bin++) {
                inputs[at + bin] = rise(value, ofColumn[bin - 1], ofColumn[bin]);
            }
        }
    }

    /** {@return the input of a bin from one edge to another, in [0, 1]} */
    public static float rise(float value, float from, float to) {
        return value <= from ? 0 : value >= to ? 1 : (value - from) / (to - from);
    }
}
