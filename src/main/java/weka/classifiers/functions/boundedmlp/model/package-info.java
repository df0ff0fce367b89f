/**
 * The fitted model, which predicts in the units of the data; its training, epoch by epoch; and the check that memory
 * suffices.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.model;

import org.jspecify.annotations.NullMarked;
