/**
 * The mathematics of the bounded network: a two-layer perceptron whose output cannot leave its
 * bounds, its gradient, and its training.
 *
 * <p>This package uses the JDK alone and knows nothing of Weka. Everything in it works in scaled
 * units: inputs of mean 0 and standard deviation 1, targets likewise, bounds scaled with the targets.
 * The data goes {@code Samples -> Training -> Trainer{Backprop, Optimizer} -> Network}; the parameters
 * are held and multiplied in {@code float}, losses are summed in {@code double}.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.nn;

import org.jspecify.annotations.NullMarked;
