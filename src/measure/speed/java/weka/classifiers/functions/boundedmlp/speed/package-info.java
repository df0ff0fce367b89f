/**
 * The comparison of speed between the bounded network and its peers. The guide's page "Benchmarking" describes it;
 * {@link SpeedMain} starts it and runs its {@link Section}s, which start a process for every measurement, the main
 * methods of the classes named "Worker".
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.speed;

import org.jspecify.annotations.NullMarked;
