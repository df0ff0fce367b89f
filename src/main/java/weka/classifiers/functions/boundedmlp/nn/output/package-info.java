/**
 * The output unit: its bounds, its activation, what the gradient does where the output is clamped, and the loss.
 * Everything is in standard units.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.nn.output;

import org.jspecify.annotations.NullMarked;
