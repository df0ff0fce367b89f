/**
 * The benchmark that the README's section "Measure it yourself" describes: which learner predicts how well on a folder of ARFF
 * files. {@link BenchmarkMain} is where it starts.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.benchmark;

import org.jspecify.annotations.NullMarked;
