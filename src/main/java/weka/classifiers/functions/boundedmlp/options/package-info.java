/**
 * The options of the scheme: the bean that Weka reads them from, strict parsing of the command line, and the editors of
 * the property sheet.
 *
 * <p>Internal: public only because the layers are packages. Names and signatures may change in any version.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.options;

import org.jspecify.annotations.NullMarked;
