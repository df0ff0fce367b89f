/**
 * What stands between Weka and the bounded network of {@link weka.classifiers.functions.boundedmlp.nn}: options, the
 * encoding of instances as numbers, the fitted model and its text.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp;

import org.jspecify.annotations.NullMarked;
