/**
 * The speed comparison that the README's section "How fast it is" describes: the bounded network and its peers side by side,
 * every measurement in a process of its own. {@link SpeedMain} is where it starts, a {@link Section} is what it measures, and the
 * classes named "Worker" are what it starts.
 */
@NullMarked
package weka.classifiers.functions.boundedmlp.speed;

import org.jspecify.annotations.NullMarked;
