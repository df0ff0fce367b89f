/**
 * Saves objects so that damage is noticed, and reads them so that no foreign class is loaded.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.saved;

import org.jspecify.annotations.NullMarked;
