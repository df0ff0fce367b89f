package weka.classifiers.functions.boundedmlp.data;

import java.io.Serializable;
import java.util.Optional;
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

    /** From this share of targets beyond a bound on, the bound is more likely an oversight than a choice. */
    private static final double MANY = 0.1;

    /**
     * {@return a sentence that warns of a bound that many targets lie beyond, such as the default bound of 0 for
     * temperatures; empty if there are few such targets}
     *
     * @param bounds the bounds of the predictions
     */
    public Optional<String> warning(Bounds bounds) {
        if (below > MANY * rows) {
            return Optional.of(warning(below, "below the lower bound " + bounds.lower(), "-lower-bound -Infinity"));
        }
        if (above > MANY * rows) {
            return Optional.of(warning(above, "above the upper bound " + bounds.upper(), "-upper-bound Infinity"));
        }
        return Optional.empty();
    }

    private String warning(int beyond, String where, String remedy) {
        return beyond + " of " + rows + " values of " + name + " lie " + where + ", which no prediction goes beyond; "
                + remedy + " takes the bound away.";
    }

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
