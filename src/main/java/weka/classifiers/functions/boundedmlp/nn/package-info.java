/**
 * The mathematics of the bounded network: a two-layer perceptron whose output cannot leave its bounds, its gradient,
 * and its training.
 *
 * <p>This package and those below it use the JDK alone and know nothing of Weka. Everything is in standard units:
 * inputs and targets have mean 0 and standard deviation 1, and bounds are scaled with the targets. Parameters are
 * stored and multiplied in {@code float}; losses are summed in {@code double}. The way of the data:
 *
 * <pre>
 * Samples -&gt; LearningTask -&gt; NetworkTraining -&gt; TrainingAttempt -&gt; Candidate (a number of Bins)
 *         -&gt; EpochSearch, then Members -&gt; MiniBatchTrainer (Backprop, Optimizer)
 *         -&gt; FittedNetwork (Network, Bins, LearningCurve)
 * </pre>
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.nn;

import org.jspecify.annotations.NullMarked;
