/**
 * From Weka's instances to the rows of inputs that the network takes: which rows can be trained on, statistics of their
 * columns, the limits and scales of numbers, and the encodings of attributes.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.data;

import org.jspecify.annotations.NullMarked;
