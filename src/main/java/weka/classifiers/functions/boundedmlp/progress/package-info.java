/**
 * What the status bar, the log and the console are told while a network is trained.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.progress;

import org.jspecify.annotations.NullMarked;
