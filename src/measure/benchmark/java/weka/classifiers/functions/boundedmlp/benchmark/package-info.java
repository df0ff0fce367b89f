/**
 * The benchmark of accuracy: it cross-validates learners on a folder of ARFF files. The guide's page "Benchmarking"
 * describes it; {@link BenchmarkMain} starts it.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.benchmark;

import org.jspecify.annotations.NullMarked;
