package weka.classifiers.functions.boundedmlp.data;

import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.output.Loss;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;

/**
 * Training data as the network sees it, and how it was converted from the data's own units.
 *
 * @param encoder converts instances to inputs
 * @param targetScale the scale of the targets
 * @param loss the loss with the output activation, in standard units
 * @param samples the usable rows, in standard units
 * @param targets how many targets lie beyond or at the bounds
 */
public record EncodedData(Encoder encoder, Scale targetScale, Loss loss, Samples samples, TargetSummary targets) {

    /**
     * Encodes training data.
     *
     * @param rows the rows
     * @param encoder the encoding of their inputs
     * @param targetScale the scale of their targets
     * @param hyperparameters consistent hyperparameters
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static EncodedData of(UsableRows rows, Encoder encoder, Scale targetScale, Hyperparameters hyperparameters)
            throws InterruptedException {
        return new EncodedData(
                encoder,
                targetScale,
                hyperparameters.loss(targetScale.center(), targetScale.unit()),
                new Samples(encoder.encode(rows), targetScale.toStandard(rows.targets()), rows.weights()),
                TargetSummary.of(rows.attribute(rows.classIndex()).name(), rows.targets(), hyperparameters.bounds()));
    }
}
