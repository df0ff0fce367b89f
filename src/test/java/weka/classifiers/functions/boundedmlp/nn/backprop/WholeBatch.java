package weka.classifiers.functions.boundedmlp.nn.backprop;

import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;

/** The passes over all rows at once, in their order, by a network that is not divided into shards. */
public final class WholeBatch {

    private WholeBatch() {}

    /**
     * {@return the loss of the rows, and how they lie relative to the bounds}
     *
     * @param gradient overwritten with the gradient
     * @param watch which rows get the gradient that brings them back
     */
    public static RowFigures lossAndGradient(
            Backprop backprop, Network network, int rows, Network gradient, StuckRows watch) {
        return backprop.lossAndGradient(
                Fixtures.alone(network), Fixtures.rows(rows), 0, rows, Fixtures.alone(gradient), watch, Workers.NONE);
    }
}
