/**
 * Windows that the Explorer opens from its result list for results of the bounded network: the learning curve, and
 * predicted against actual values. Weka finds their plugins through {@code PluginManager.props}. Nothing else uses this
 * package, so training and predicting load neither it nor the drawing library.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.plot;

import org.jspecify.annotations.NullMarked;
