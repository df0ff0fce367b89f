/**
 * Prediction intervals from the residuals of held-out rows.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.nn.intervals;

import org.jspecify.annotations.NullMarked;
