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
        predictions = new double[batchSize];
    }

    /**
     * Compares predictions with targets, and sets dz2 in the batch.
     *
     * @param batch the rows, whose dz2 is overwritten
     * @param netInputs z2, row by row of the batch
     * @param rescue whether clamped rows get the gradient of {@link GradientPolicy#TOWARDS} instead of that of the
     *     policy
     * @return the loss without a penalty, and how the rows lie relative to the bounds
     */
    RowFigures compare(Batch batch, float[] netInputs, boolean rescue) {
        OutputActivation activation = loss.activation();
        Loss gentler = rescue ? loss.withPolicy(GradientPolicy.TOWARDS) : loss;
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
            double weight = samples.weight(row);
            lossSum += weight * loss.value(z, prediction, target);
            batch.setDelta(r, (float) gentler.derivative(z, prediction, target, weight, rows));
            boolean atBound = !bounds.inside(prediction);
            boolean targetInside = bounds.inside(target);
            inside += targetInside ? 1 : 0;
            clamped += atBound ? 1 : 0;
            stuck += atBound && targetInside ? 1 : 0;
            opposite += atBound && !targetInside && bounds.limit(target) != prediction ? 1 : 0;
        }
        return new RowFigures(rows, lossSum, inside, clamped, stuck, opposite);
    }

    /** {@return f(z2) of a row of the batch compared last} */
    double prediction(int row) {
        return predictions[row];
    }
}
