/**
 * What works around the Explorer, which tells schemes and plugins less than they need.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.explorer;

import org.jspecify.annotations.NullMarked;
