package weka.classifiers.functions.boundedmlp;

import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Utils;

/** The options as specified, independently of the code under test. */
final class OptionTable {

    /**
     * One option.
     *
     * @param flag without its hyphen
     * @param property the bean property
     * @param byDefault the default as {@code getOptions} writes it
     * @param good values that are allowed, including both ends of the range
     * @param outOfRange values of the right type that are not allowed
     * @param unreadable values of the wrong type
     */
    record Row(
            String flag,
            String property,
            String byDefault,
            List<String> good,
            List<String> outOfRange,
            List<String> unreadable) {

        /** The property's getter or setter. */
        String method(String prefix) {
            return prefix + property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        }

        /** Whether the option has no value. */
        boolean isFlag() {
            return byDefault.equals("false");
        }

        /** How the help writes the option: with a value in angle brackets unless it is a flag. */
        String synopsisStart() {
            return "-" + flag + (isFlag() ? "" : " <");
        }

        /** The value of the property. */
        Object valueIn(BoundedMLPRegressor scheme) throws ReflectiveOperationException {
            return BoundedMLPRegressor.class.getMethod(method("get")).invoke(scheme);
        }
    }

    private static final List<String> NOT_WHOLE =
            List.of("abc", "1.5", "1e3", "NaN", "Infinity", "", "2147483648", "-2147483649", "-C");
    private static final List<String> NOT_A_NUMBER = List.of("abc", "1,5", "", "-C", "- 1");
    private static final List<String> NOT_AN_OUTPUT = List.of("CLAMP", "Clamp", "clamped", "relu", "", "0");

    /** The options in display order. */
    static final List<Row> ROWS = List.of(
            new Row("H", "hiddenSize", "128", List.of("1", "7", "2147483647"), List.of("0", "-1"), NOT_WHOLE),
            new Row(
                    "L",
                    "learningRate",
                    "0.001",
                    List.of("4.9E-324", "0.5", "1e3", "1.7976931348623157E308"),
                    List.of("0", "-0.0", "-0.1", "NaN", "Infinity"),
                    NOT_A_NUMBER),
            new Row(
                    "lower-bound",
                    "lowerBound",
                    "0.0",
                    List.of("-5", "-1e3", "-.5", "-Infinity", "-0.0", "7", "1e300", "1e-300"),
                    List.of("Infinity", "NaN"),
                    NOT_A_NUMBER),
            new Row(
                    "upper-bound",
                    "upperBound",
                    "Infinity",
                    List.of("4.9E-324", "1e300", "Infinity", "2.5"),
                    List.of("-Infinity", "NaN"),
                    NOT_A_NUMBER),
            new Row("output", "outputActivation", "clamp", List.of("clamp", "softplus"), List.of(), NOT_AN_OUTPUT),
            new Row(
                    "gradient",
                    "gradientPolicy",
                    "masked",
                    List.of("masked", "towards", "leaky"),
                    List.of(),
                    List.of("MASKED", "toward", "", "1")),
            new Row(
                    "leak",
                    "leakSlope",
                    "0.01",
                    List.of("4.9E-324", "0.5", "0.9999999999999999"),
                    List.of("0", "1", "-0.1", "NaN", "Infinity"),
                    NOT_A_NUMBER),
            new Row("N", "maxEpochs", "500", List.of("0", "1", "2147483647"), List.of("-1"), NOT_WHOLE),
            new Row("mini-batch", "miniBatchSize", "0", List.of("0", "1", "2147483647"), List.of("-1"), NOT_WHOLE),
            new Row("V", "validationSetSize", "20", List.of("0", "1", "90"), List.of("-1", "91"), NOT_WHOLE),
            new Row(
                    "held-out-rows",
                    "heldOutRows",
                    "random",
                    List.of("random", "last"),
                    List.of(),
                    List.of("LAST", "first", "", "0")),
            new Row("E", "patience", "30", List.of("1", "2147483647"), List.of("0", "-1"), NOT_WHOLE),
            new Row("bins", "bins", "-1", List.of("-1", "0", "1", "1000"), List.of("-2", "1001"), NOT_WHOLE),
            new Row("members", "members", "5", List.of("1", "1000"), List.of("0", "-1", "1001"), NOT_WHOLE),
            new Row(
                    "optimizer",
                    "optimizer",
                    "adam",
                    List.of("adam", "sgd"),
                    List.of(),
                    List.of("ADAM", "rmsprop", "", "1")),
            new Row(
                    "M",
                    "momentum",
                    "0.9",
                    List.of("0", "0.9999999999999999"),
                    List.of("1", "-0.1", "NaN", "Infinity"),
                    NOT_A_NUMBER),
            new Row(
                    "weight-decay",
                    "weightDecay",
                    "0.3",
                    List.of("0", "1e300"),
                    List.of("-1e-300", "NaN", "Infinity"),
                    NOT_A_NUMBER),
            new Row(
                    "clip-norm",
                    "maxGradientNorm",
                    "3.0",
                    List.of("4.9E-324", "0.3", "Infinity"),
                    List.of("0", "-1", "NaN", "-Infinity"),
                    NOT_A_NUMBER),
            new Row("S", "seed", "1", List.of("0", "-7", "2147483647", "-2147483648"), List.of(), NOT_WHOLE),
            new Row("num-threads", "numThreads", "1", List.of("0", "2", "2147483647"), List.of("-1"), NOT_WHOLE),
            new Row("resume", "resume", "false", List.of(), List.of(), List.of()));

    private OptionTable() {}

    /** A command line in which no option has its default value, including inherited options. */
    static String[] nothingByDefault() throws Exception {
        return Utils.splitOptions(
                "-H 3 -L 0.25 -lower-bound -2 -upper-bound 9 -output sigmoid -gradient leaky -leak 0.5"
                        + " -N 4 -mini-batch 6 -V 11 -held-out-rows last -E 8 -bins 7 -members 2 -optimizer sgd -M 0.75 -weight-decay 0.125 -clip-norm 2.0 -S 5 -num-threads 2 -resume"
                        + " -output-debug-info -do-not-check-capabilities -num-decimal-places 7 -batch-size 33");
    }
}
