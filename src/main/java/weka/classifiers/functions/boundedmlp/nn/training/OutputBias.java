package weka.classifiers.functions.boundedmlp.nn.training;

import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.backprop.RowEvaluation;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.Loss;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * Trains the output bias of a finished network to its end, by which totals come out right. Early stopping, averaged
 * weights, cut gradients and stuck rows all leave predictions that add up to less than the targets, by up to a third
 * where most targets lie at the bound.
 *
 * <p>The bias is moved to where its gradient over all rows is 0, with the gradient of {@link GradientPolicy#TOWARDS}.
 * For squared error and the clamp, the predictions of the training rows then add up to their targets if these lie
 * within the bounds: the balance property (Wüthrich 2020, "Bias regularization in neural network models for general
 * insurance pricing").
 */
final class OutputBias {

    /** The bias moves by at most this much, in standard deviations of the target. */
    private static final double FURTHEST = 1;
    /**
     * Leaves an interval of a hundred-thousandth. No more, because the gradient jumps where a row with a target beyond
     * a bound gets there: so near to it, rounding would decide whether the row lies at the bound.
     */
    private static final int HALVINGS = 17;

    private OutputBias() {}

    /**
     * Moves the output bias of a network, unless its output is constant or dead.
     *
     * @param network the network, of which only the output bias changes
     * @param task what it was trained on
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static void settle(Network network, LearningTask task) throws InterruptedException {
        RowEvaluation evaluation = new RowEvaluation(task.samples(), network.hiddenSize(), task.loss());
        RowFigures figures = evaluation.loss(network);
        if (network.isConstant() || figures.dead()) {
            return;
        }
        Loss loss = task.loss().withPolicy(GradientPolicy.TOWARDS);
        double low = -FURTHEST;
        double high = FURTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (gradient(loss, task.samples(), evaluation.netInputs(), middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        network.setOutputBias((float) (network.outputBias() + (low + high) / 2));
    }

    /** The gradient with respect to the output bias after it has moved. */
    private static double gradient(Loss loss, Samples samples, float[] netInputs, double move) {
        int n = samples.size();
        double sum = 0;
        for (int row = 0; row < n; row++) {
            double z = netInputs[row] + move;
            double prediction = loss.activation().forward(z);
            sum += loss.derivative(z, prediction, samples.target(row), samples.weight(row), n);
        }
        return sum;
    }
}
