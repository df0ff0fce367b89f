package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The natural bounds of a file's class.
 *
 * @param lower the smallest possible value, {@code -Infinity} if there is no lower bound
 * @param upper the largest possible value, {@code Infinity} if there is no upper bound
 */
record Limits(double lower, double upper) {
    static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final Pattern COMMENT =
            Pattern.compile("%\\s*natural (lower|upper) bound of the class:\\s*(\\S+)\\s*", Pattern.CASE_INSENSITIVE);

    Limits {
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "the lower bound " + lower + " is not below the upper bound " + upper + ".");
        }
    }

    /** Reads the bounds from the comments at the top of an ARFF file; a bound that is not there is infinite. */
    static Limits fromComments(List<String> comments) {
        double lower = NONE.lower;
        double upper = NONE.upper;
        for (String comment : comments) {
            Matcher matcher = COMMENT.matcher(comment.strip());
            if (matcher.matches()) {
                double bound = Double.parseDouble(matcher.group(2));
                if (matcher.group(1).equalsIgnoreCase("lower")) {
                    lower = bound;
                } else {
                    upper = bound;
                }
            }
        }
        return new Limits(lower, upper);
    }

    /** The distance of a prediction beyond the bounds; 0 if it lies between them. */
    double violation(double prediction) {
        return Math.max(0, Math.max(lower - prediction, prediction - upper));
    }
}
