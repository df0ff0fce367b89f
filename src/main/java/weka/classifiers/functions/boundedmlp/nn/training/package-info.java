/**
 * Training: optimisers, passes over mini-batches, the search for the number of epochs, and restarts where the output
 * died.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.nn.training;

import org.jspecify.annotations.NullMarked;
