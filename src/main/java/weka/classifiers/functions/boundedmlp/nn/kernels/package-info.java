/**
 * The inner loops over the hidden units, and what makes them fast: where rows lie in memory, and when HotSpot
 * compiles the loops.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.nn.kernels;

import org.jspecify.annotations.NullMarked;
