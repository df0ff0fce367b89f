package weka.classifiers.functions.boundedmlp.nn.training;

import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.HeldOutPredictions;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.rows.Bins;

/**
 * The result of a training.
 *
 * @param network the final network, in standard units
 * @param bins the bins of its inputs; null if there are none
 * @param binsChoice how many bins there are, and why
 * @param curve how it got there
 * @param heldOut the held-out rows, predicted by networks that were not trained on them
 */
public record FittedNetwork(
        Network network, @Nullable Bins bins, BinsChoice binsChoice, LearningCurve curve, HeldOutPredictions heldOut) {}
