/**
 * The forward and the backward pass over a mini-batch, and the threads that share them.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.nn.backprop;

import org.jspecify.annotations.NullMarked;
