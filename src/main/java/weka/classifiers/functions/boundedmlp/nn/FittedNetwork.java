package weka.classifiers.functions.boundedmlp.nn;

/**
 * The outcome of a training.
 *
 * @param network the final network, in scaled units
 * @param curve how it got there
 */
public record FittedNetwork(Network network, LearningCurve curve) {}
