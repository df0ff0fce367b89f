/**
 * Saves and reads models: with a checksum, and through one stream that admits only classes that models hold and finds
 * classes that were renamed.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.saved;

import org.jspecify.annotations.NullMarked;
