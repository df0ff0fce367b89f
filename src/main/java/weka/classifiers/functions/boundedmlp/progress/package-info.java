/**
 * Reports the progress of training to the status bar, the log and the console.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.progress;

import org.jspecify.annotations.NullMarked;
