package weka.classifiers.functions.boundedmlp.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weka.classifiers.functions.boundedmlp.data.AttributeEncoding;
import weka.classifiers.functions.boundedmlp.data.NominalEncoding;
import weka.classifiers.functions.boundedmlp.data.NumericEncoding;
import weka.classifiers.functions.boundedmlp.data.Scale;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;

/**
 * Writes a model as a Java class that needs neither Weka nor this package and makes the same predictions bit for bit:
 * it does the same operations in the same order and writes weights by their bits. The weights are in strings, because
 * the code that fills an array is limited to 64 KB.
 */
public final class JavaSource {

    /** The number of weights in one string. Each has eight digits, and a class file limits a string to 65,535 bytes. */
    private static final int FLOATS_PER_STRING = 8_000;

    /** Two limits, a centre and a unit. */
    private static final int CONSTANTS_OF_NUMBER = 4;
    /** The number of labels that one call looks for. */
    private static final int LABELS_PER_CALL = 500;
    /** The number of characters in one string of a label; each may take three bytes. */
    private static final int CHARACTERS_PER_STRING = 20_000;

    private final BoundedModel model;
    private final StringBuilder text = new StringBuilder();

    private JavaSource(BoundedModel model) {
        this.model = model;
    }

    /**
     * {@return the source of a class with the method {@code static double classify(Object[] i)}; its argument holds a
     * row's values as Weka's generated wrapper passes them: nominal ones as String, others as Double, missing ones and
     * the class as null}
     *
     * @param model the model
     * @param className the name of the class
     */
    public static String of(BoundedModel model, String className) {
        JavaSource code = new JavaSource(model);
        code.write(className);
        return code.text.toString();
    }

    private void write(String className) {
        Network network = model.network();
        SourceParts weights = new SourceParts("Weights", "float[][] w");
        for (int k = 0; k < network.inputCount(); k++) {
            weights.add(
                    "w[" + k + "] = " + floats(network.inputWeights(k)), network.hiddenSize() / FLOATS_PER_STRING + 1);
        }
        SourceParts edges = new SourceParts("Edges", "float[][] e");
        SourceParts inputs = encoding(edges);
        line("class %s {", className);
        line("");
        line("  private static final float[][] W1 = new float[%d][];", network.inputCount());
        line("  static {");
        weights.calls("W1").forEach(call -> line("    %s", call));
        line("  }");
        line(
                "  private static final float[][] EDGES = new float[%d][];",
                model.encoder().attributes().size());
        line("  static {");
        edges.calls("EDGES").forEach(call -> line("    %s", call));
        line("  }");
        line("  private static final float[] B1 = %s;", floats(network.hiddenBiases()));
        line("  private static final float[] W2 = %s;", floats(network.outputWeights()));
        line(
                "  private static final float B2 = Float.intBitsToFloat(0x%08x);",
                Float.floatToRawIntBits(network.outputBias()));
        line("");
        line("  public static double classify(Object[] i) {");
        line("    float[] x = new float[%d];", network.inputCount());
        inputs.calls("x, i, EDGES").forEach(call -> line("    %s", call));
        line("    float[] hidden = B1.clone();");
        line("    for (int k = 0; k < x.length; k++) {");
        line("      if (x[k] != 0) {");
        line("        for (int j = 0; j < hidden.length; j++) {");
        line("          hidden[j] += x[k] * W1[k][j];");
        line("        }");
        line("      }");
        line("    }");
        line("    for (int j = 0; j < hidden.length; j++) {");
        line("      hidden[j] = Math.max(0, hidden[j]) * W2[j];");
        line("    }");
        line("    double z = B2 + sum(hidden);");
        writeOutput();
        line("  }");
        writeHelpers();
        text.append(inputs.classes()).append(edges.classes()).append(weights.classes());
        line("}");
    }

    /** The calls of the helpers that encode the attributes; the edges of their bins are added to the given parts. */
    private SourceParts encoding(SourceParts edges) {
        SourceParts parts = new SourceParts("Inputs", "float[] x, Object[] i, float[][] e");
        int at = 0;
        int number = 0;
        for (AttributeEncoding attribute : model.encoder().attributes()) {
            String value = "i[" + attribute.attributeIndex() + "]";
            if (attribute instanceof NumericEncoding numeric) {
                parts.add(number(numeric, value, at), CONSTANTS_OF_NUMBER);
                if (numeric.binCount() > 0) {
                    edges.add("e[" + number + "] = " + floats(numeric.edgeArray()), 1);
                    parts.add("bins(x, " + at + ", e[" + number + "])", 1);
                }
            } else {
                addLabels(parts, ((NominalEncoding) attribute).labels(), value, at);
            }
            at += attribute.width();
            number++;
        }
        return parts;
    }

    private static String number(NumericEncoding numeric, String value, int at) {
        return "number(x, " + at + ", " + value + ", "
                + literal(numeric.limits().lowest()) + ", "
                + literal(numeric.limits().highest()) + ", "
                + literal(numeric.scale().center()) + ", "
                + literal(numeric.scale().unit()) + ")";
    }

    /** Each call looks for some of the labels. */
    private static void addLabels(SourceParts parts, List<String> labels, String value, int at) {
        for (int from = 0; from < labels.size(); from += LABELS_PER_CALL) {
            List<String> some = labels.subList(from, Math.min(labels.size(), from + LABELS_PER_CALL));
            String literals = some.stream().map(JavaSource::literal).collect(Collectors.joining(", "));
            parts.add("label(x, " + (at + from) + ", " + value + ", " + literals + ")", some.size());
        }
    }

    private void writeOutput() {
        Hyperparameters hyperparameters = model.hyperparameters();
        Scale scale = model.targetScale();
        Bounds scaled = model.activation().bounds();
        Bounds last = hyperparameters.bounds().forAverages();
        String lower = literal(scaled.lower());
        String upper = literal(scaled.upper());
        String forward =
                switch (hyperparameters.outputActivation()) {
                    case CLAMP -> "z";
                    case SOFTPLUS ->
                        scaled.hasLower() ? "smoothMaximum(" + lower + ", z)" : "-smoothMaximum(-" + upper + ", -z)";
                    case SIGMOID -> {
                        SigmoidOutput sigmoid = (SigmoidOutput) model.activation();
                        yield sigmoid.isNarrow()
                                ? lower
                                : "sigmoid(z, " + lower + ", " + upper + ", " + literal(sigmoid.start()) + ", "
                                        + literal(sigmoid.scale()) + ")";
                    }
                };
        line("    double y = %s;", forward);
        if (last.hasLower()) {
            line("    if (y <= %s) {", lower);
            line("      return %s;", literal(last.lower()));
            line("    }");
        }
        if (last.hasUpper()) {
            line("    if (y >= %s) {", upper);
            line("      return %s;", literal(last.upper()));
            line("    }");
        }
        line(
                "    y = limit(%s + y * %s, -Double.MAX_VALUE, Double.MAX_VALUE);",
                literal(scale.center()), literal(scale.unit()));
        line("    return limit(y, %s, %s);", literal(last.lower()), literal(last.upper()));
    }

    private void writeHelpers() {
        text.append("""

                  private static double limit(double value, double lower, double upper) {
                    return Math.min(upper, Math.max(lower, value));
                  }

                  private static double smoothMaximum(double lower, double z) {
                    return Math.max(lower, z) + StrictMath.log1p(StrictMath.exp(-Math.abs(z - lower)));
                  }

                  private static double sigmoid(double z, double lower, double upper, double start, double scale) {
                    double toLower = (start - lower) / (upper - lower);
                    double toUpper = (upper - start) / (upper - lower);
                    double steps = -Math.abs((z - start) / scale);
                    double ahead = z > start ? toUpper : toLower;
                    double behind = z > start ? toLower : toUpper;
                    double move = toUpper * (start - lower) * -StrictMath.expm1(steps)
                        / (behind + ahead * StrictMath.exp(steps));
                    return z > start ? start + move : start - move;
                  }

                  private static double sum(float[] v) {
                    double sum = 0;
                    int j = 0;
                    for (; j + 7 < v.length; j += 8) {
                      sum += ((v[j] + v[j + 1]) + (v[j + 2] + v[j + 3]))
                          + ((v[j + 4] + v[j + 5]) + (v[j + 6] + v[j + 7]));
                    }
                    for (; j < v.length; j++) {
                      sum += v[j];
                    }
                    return sum;
                  }

                  private static void number(
                      float[] x, int at, Object value, double lowest, double highest, double center, double unit) {
                    if (value instanceof Double && !((Double) value).isNaN() && !((Double) value).isInfinite()) {
                      double limited = Math.max(lowest, Math.min(highest, (Double) value));
                      x[at] = (float) ((limited / 2 - center / 2) / unit * 2);
                    }
                  }

                  private static void bins(float[] x, int at, float[] edges) {
                    for (int bin = 1; bin < edges.length; bin++) {
                      float from = edges[bin - 1];
                      float to = edges[bin];
                      x[at + bin] = x[at] <= from ? 0 : x[at] >= to ? 1 : (x[at] - from) / (to - from);
                    }
                  }

                  private static void label(float[] x, int at, Object value, String... labels) {
                    for (int l = 0; l < labels.length; l++) {
                      if (labels[l].equals(value)) {
                        x[at + l] = 1;
                      }
                    }
                  }

                  private static float[] floats(int count, String... digits) {
                    String all = String.join("", digits);
                    float[] values = new float[count];
                    for (int k = 0; k < count; k++) {
                      values[k] = Float.intBitsToFloat(Integer.parseUnsignedInt(all.substring(8 * k, 8 * k + 8), 16));
                    }
                    return values;
                  }
                """);
    }

    private static String floats(float[] values) {
        List<String> strings = new ArrayList<>();
        for (int from = 0; from < values.length; from += FLOATS_PER_STRING) {
            StringBuilder digits = new StringBuilder();
            for (int i = from; i < Math.min(values.length, from + FLOATS_PER_STRING); i++) {
                digits.append(String.format(Locale.ROOT, "%08x", Float.floatToRawIntBits(values[i])));
            }
            strings.add("\"" + digits + "\"");
        }
        return "floats(" + values.length + ", " + String.join(", ", strings) + ")";
    }

    /** A double as a Java literal, exact to the last bit. */
    static String literal(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        return "(" + value + ")";
    }

    /** A string as a Java expression in ASCII: a literal, or several for a long one. */
    static String literal(String value) {
        if (value.length() <= CHARACTERS_PER_STRING) {
            return shortLiteral(value);
        }
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < value.length(); from += CHARACTERS_PER_STRING) {
            pieces.add(shortLiteral(value.substring(from, Math.min(value.length(), from + CHARACTERS_PER_STRING))));
        }
        return "String.join(\"\", " + String.join(", ", pieces) + ")"; // javac would join literals to one
    }

    private static String shortLiteral(String value) {
        StringBuilder escaped = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            // octal, because Java reads a Unicode escape of a line break as the line break itself
            String format = plain ? "%c" : c < 256 ? "\\%03o" : "\\u%04x";
            escaped.append(String.format(Locale.ROOT, format, plain ? (Object) c : (Object) (int) c));
        }
        return escaped.append('"').toString();
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
