package weka.classifiers.functions.boundedmlp.nn;

/**
 * The result of a training.
 *
 * @param network the final network, in scaled units
 * @param curve how it got there
 * @param heldOut the held-out rows, predicted by networks that were not trained on them
 */
public record FittedNetwork(Network network, LearningCurve curve, HeldOutPredictions heldOut) {}
