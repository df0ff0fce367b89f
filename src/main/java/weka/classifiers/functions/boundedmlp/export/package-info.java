/**
 * Presents the model to people and other programs: its text, its graph, its learning curve, its Java source, its
 * measures and its references.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.export;

import org.jspecify.annotations.NullMarked;
