package weka.classifiers.functions.boundedmlp.nn.backprop;

import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.Loss;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * The output unit's part of both passes over a mini-batch: compares predictions with targets. Holds the workspace of a
 * batch. {@link HiddenPass} does the part of the hidden units.
 */
final class OutputPass {

    private final Samples samples;
    private final Loss loss;
    /** The loss whose gradient brings stuck rows back. */
    private final Loss towards;
    /** f(z2); batch size. */
    private final double[] predictions;

    /**
     * Creates a workspace.
     *
     * @param samples the data
     * @param loss the loss, with the output activation f
     * @param batchSize the largest number of rows in a batch
     */
    OutputPass(Samples samples, Loss loss, int batchSize) {
        this.samples = samples;
        this.loss = loss;
        towards = loss.withPolicy(GradientPolicy.TOWARDS);
        predictions = new double[batchSize];
    }

    /**
     * Compares predictions with targets.
     *
     * @param batch the rows
     * @param netInputs z2, row by row of the batch
     * @return the loss without a penalty, and how the rows lie relative to the bounds
     */
    RowFigures compare(Batch batch, float[] netInputs) {
        OutputActivation activation = loss.activation();
        int rows = batch.rows();
        Bounds bounds = activation.bounds();
        double lossSum = 0;
        int inside = 0;
        int clamped = 0;
        int stuck = 0;
        int opposite = 0;
        for (int r = 0; r < rows; r++) {
            int row = batch.number(r);
            double z = netInputs[r];
            double target = samples.target(row);
            double prediction = activation.forward(z);
            predictions[r] = prediction;
            lossSum += samples.weight(row) * loss.value(z, prediction, target);
            boolean targetInside = bounds.inside(target);
            boolean heldBack = isHeldBack(prediction, target, bounds);
            inside += targetInside ? 1 : 0;
            clamped += bounds.inside(prediction) ? 0 : 1;
            stuck += heldBack && targetInside ? 1 : 0;
            opposite += heldBack && !targetInside ? 1 : 0;
        }
        return new RowFigures(rows, lossSum, inside, clamped, stuck, opposite);
    }

    /**
     * Sets dz2 of the rows compared last.
     *
     * @param batch the rows, whose dz2 is overwritten
     * @param netInputs z2, row by row of the batch
     * @param stuckRows which rows get the gentler gradient; is told how each row was predicted
     */
    void differentiate(Batch batch, float[] netInputs, StuckRows stuckRows) {
        Bounds bounds = loss.activation().bounds();
        int rows = batch.rows();
        for (int r = 0; r < rows; r++) {
            int row = batch.number(r);
            double target = samples.target(row);
            double prediction = predictions[r];
            Loss gradient = stuckRows.contains(row) ? towards : loss;
            double weight = samples.weight(row);
            batch.setDelta(r, (float) gradient.derivative(netInputs[r], prediction, target, weight, rows));
            stuckRows.see(row, isHeldBack(prediction, target, bounds));
        }
    }

    /** Whether a prediction lies at a bound beyond which its target does not lie. */
    private static boolean isHeldBack(double prediction, double target, Bounds bounds) {
        return !bounds.inside(prediction) && bounds.limit(target) != prediction;
    }
}
