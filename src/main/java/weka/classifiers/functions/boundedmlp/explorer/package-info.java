/**
 * Workarounds for the Explorer, which gives schemes and plugins less information than they need.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.explorer;

import org.jspecify.annotations.NullMarked;
