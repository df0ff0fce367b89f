package weka.classifiers.functions.boundedmlp;

import weka.classifiers.functions.boundedmlp.nn.Bounds;
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
        Instances rows = TrainingData.usable(data);
        int n = rows.numInstances();
        Encoder encoder = Encoder.fit(rows);
        Heap.requireRoom(n, encoder, hyperparameters);
        double[] values = TrainingData.column(rows, rows.classIndex());
        double[] weights = TrainingData.weights(rows);
        Scale targetScale = targetScale(values, weights, hyperparameters.bounds());
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            targets[i] = targetScale.toStandard(values[i]);
        }
        return new EncodedData(
                encoder,
                targetScale,
                hyperparameters.outputActivation(targetScale.center(), targetScale.unit()),
                new Samples(encoder.encode(rows), targets, weights, encoder.inputCount()),
                TargetSummary.of(rows.classAttribute().name(), values, hyperparameters.bounds()));
    }

    /**
     * The scale of the targets once they are limited to the bounds: so the start lies within the bounds, and these do not run
     * together in standard units.
     */
    private static Scale targetScale(double[] targets, double[] weights, Bounds bounds) {
        double[] limited = new double[targets.length];
        for (int i = 0; i < targets.length; i++) {
            limited[i] = bounds.limit(targets[i]);
        }
        return Scale.standard(limited, weights);
    }
}
