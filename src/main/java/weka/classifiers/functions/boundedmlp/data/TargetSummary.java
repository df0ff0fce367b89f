package weka.classifiers.functions.boundedmlp.data;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;

/**
 * How many training targets lie beyond or at the bounds.
 *
 * @param name the name of the class attribute
 * @param rows the number of training rows
 * @param below the number of targets below the lower bound
 * @param above the number of targets above the upper bound
 * @param atBound the number of targets exactly at a bound
 */
public record TargetSummary(String name, int rows, int below, int above, int atBound) implements Serializable {

    private static final long serialVersionUID = 1L;

    static TargetSummary of(String name, double[] targets, Bounds bounds) {
        int below = 0;
        int above = 0;
        int atBound = 0;
        for (double target : targets) {
            below += target < bounds.lower() ? 1 : 0;
            above += target > bounds.upper() ? 1 : 0;
            atBound += target == bounds.lower() || target == bounds.upper() ? 1 : 0;
        }
        return new TargetSummary(name, targets.length, below, above, atBound);
    }
}
