package weka.classifiers.functions.boundedmlp;

import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.Samples;
import weka.core.Instances;

/**
 * Training data as the network sees it, and how it came from the data's own units.
 *
 * @param encoder instances to inputs
 * @param targetScale the scale of the targets
 * @param activation the output activation, in standard units
 * @param samples the rows that can be trained on, in standard units
 * @param targets where their targets lie
 */
record EncodedData(
        Encoder encoder, Scale targetScale, OutputActivation activation, Samples samples, TargetSummary targets) {

    /**
     * Encodes training data.
     *
     * @param data the training data, its class numeric; not modified
     * @param hyperparameters consistent settings
     * @throws IllegalArgumentException if the data cannot be trained on, or needs more memory than there is
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static EncodedData of(Instances data, Hyperparameters hyperparameters) throws InterruptedException {
        TrainingData rows = TrainingData.of(data);
        NumericScales scales = NumericScales.of(rows, hyperparameters.bounds());
        Encoder encoder = Encoder.fit(rows, scales);
        Heap.requireRoom(rows.size(), encoder, hyperparameters);
        Scale targetScale = scales.targetScale();
        return new EncodedData(
                encoder,
                targetScale,
                hyperparameters.outputActivation(targetScale.center(), targetScale.unit()),
                new Samples(encoder.encode(rows), targetScale.toStandard(rows.targets()), rows.weights()),
                TargetSummary.of(data.classAttribute().name(), rows.targets(), hyperparameters.bounds()));
    }
}
