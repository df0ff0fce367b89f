/**
 * Converts Weka's instances to rows of inputs for the network: which rows can be used for training, the statistics of
 * their columns, the limits and scales of numbers, and the encodings of attributes.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.data;

import org.jspecify.annotations.NullMarked;
