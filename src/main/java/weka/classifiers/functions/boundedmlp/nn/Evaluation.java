package weka.classifiers.functions.boundedmlp.nn;

/** How networks of one shape predict the same rows, one network after the other. Holds the workspace. */
final class Evaluation {

    private static final int BATCH_SIZE = 64;
    /** From so many rows on it is worth the time to look for a good place in memory. */
    private static final int PLACED_ROWS = 2000;

    private final Backprop backprop;
    private final int[] order;
    private final double[] predictions;

    /**
     * Prepares the evaluation of networks.
     *
     * @param samples the rows
     * @param hiddenSize the number of hidden units of the networks
     * @param activation the output activation
     */
    Evaluation(Samples samples, int hiddenSize, OutputActivation activation) {
        int n = samples.size();
        backprop = new Backprop(samples, hiddenSize, 1, Math.min(n, BATCH_SIZE), activation, 0);
        order = SortedRows.all(n);
        predictions = new double[n];
    }

    /** About how many bytes an evaluation takes. */
    static double bytes(int rows, int inputCount, int hiddenSize) {
        return Backprop.bytes(inputCount, hiddenSize, 1, Math.min(rows, BATCH_SIZE))
                + (double) (Integer.BYTES + Double.BYTES) * rows;
    }

    /**
     * {@return the loss of a network on all rows, without a penalty, and how many of them live}
     *
     * @param network the parameters, not modified
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    BatchResult loss(Network network) throws InterruptedException {
        int n = order.length;
        if (!network.isConstant()) {
            WideVectors.await();
            if (n >= PLACED_ROWS) {
                VectorRows.place(backprop.hidden(0));
            }
        }
        Network[] networks = {network};
        BatchResult total = BatchResult.NOTHING;
        for (int from = 0; from < n; from += BATCH_SIZE) {
            total = total.plus(backprop.loss(networks, order, from, Math.min(n, from + BATCH_SIZE), predictions));
            Interruption.check();
        }
        return total;
    }

    /** {@return what the last network predicted for each row; not a copy} */
    double[] predictions() {
        return predictions;
    }
}
