/**
 * How models are saved and read: with a checksum, through one stream that admits only classes that models hold, and
 * finds those that have been renamed since.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.saved;

import org.jspecify.annotations.NullMarked;
