/**
 * Encoded rows: samples with targets and weights, their order, and their splits into rows to train on and rows held
 * out.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.nn.rows;

import org.jspecify.annotations.NullMarked;
