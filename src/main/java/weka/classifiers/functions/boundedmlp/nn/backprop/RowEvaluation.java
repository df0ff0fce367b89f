package weka.classifiers.functions.boundedmlp.nn.backprop;

import java.util.Arrays;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.kernels.AlignedRows;
import weka.classifiers.functions.boundedmlp.nn.kernels.KernelWarmUp;
import weka.classifiers.functions.boundedmlp.nn.output.Loss;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.rows.RowOrder;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/** Evaluates networks of one shape on the same rows. Holds the workspace. */
public final class RowEvaluation {

    private static final int BATCH_SIZE = 64;
    /** From this number of rows on, finding a good place in memory is worth the time. */
    private static final int PLACED_ROWS = 2000;

    private final Samples samples;
    private final OutputActivation activation;
    private final Batch batch;
    private final HiddenPass hidden;
    private final OutputPass output;
    private final int[] order;
    /** z2; n. */
    private final float[] netInputs;

    /**
     * Prepares the evaluation of networks.
     *
     * @param samples the rows
     * @param hiddenSize the number of hidden units of the networks
     * @param loss the loss, with the output activation
     */
    public RowEvaluation(Samples samples, int hiddenSize, Loss loss) {
        this.samples = samples;
        activation = loss.activation();
        int n = samples.size();
        int batchSize = Math.min(n, BATCH_SIZE);
        batch = new Batch(samples, batchSize);
        hidden = new HiddenPass(samples.inputCount(), hiddenSize, batchSize, 0);
        output = new OutputPass(samples, loss, batchSize);
        order = RowOrder.all(n);
        netInputs = new float[n];
    }

    /** The approximate size of an evaluation in bytes. */
    public static double bytes(int rows, int inputCount, int hiddenSize) {
        int batchSize = Math.min(rows, BATCH_SIZE);
        return HiddenPass.bytes(inputCount, hiddenSize, batchSize)
                + Batch.bytes(inputCount, batchSize)
                + (double) (Integer.BYTES + Float.BYTES) * rows;
    }

    /**
     * {@return the loss of a network on all rows, without a penalty, and how they lie relative to the bounds}
     *
     * @param network the parameters, not modified
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public RowFigures loss(Network network) throws InterruptedException {
        int n = order.length;
        boolean constant = network.isConstant();
        if (!constant) {
            KernelWarmUp.await();
            if (n >= PLACED_ROWS) {
                AlignedRows.place(hidden.hidden());
            }
        }
        RowFigures total = RowFigures.NOTHING;
        for (int from = 0; from < n; from += BATCH_SIZE) {
            batch.take(order, from, Math.min(n, from + BATCH_SIZE));
            total = total.plus(batchLoss(network, constant));
            Interruption.check();
        }
        return total;
    }

    private RowFigures batchLoss(Network network, boolean constant) {
        if (constant) {
            Arrays.fill(hidden.outputs(), network.outputBias());
        } else {
            batch.load(0, 1);
            hidden.forward(network, batch, Workers.NONE);
        }
        RowFigures result = output.compare(batch, hidden.outputs());
        System.arraycopy(hidden.outputs(), 0, netInputs, batch.number(0), batch.rows());
        return result;
    }

    /** {@return the rows} */
    public Samples samples() {
        return samples;
    }

    /** {@return the prediction of the last network for a row} */
    public double prediction(int row) {
        return activation.forward(netInputs[row]);
    }

    /** {@return z2, the net input of the output unit, of the last network for each row; not a copy} */
    public float[] netInputs() {
        return netInputs;
    }
}
