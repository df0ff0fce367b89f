package weka.classifiers.functions.boundedmlp.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weka.core.Instance;
import weka.core.Instances;

/** Computes predictions only from the text of a model, as somebody with the printout and a calculator would. */
public final class PrintedModel {

    private static final String NUMBER = "(-?(?:[0-9.]+(?:[eE][-+]?\\d+)?|Infinity))";

    private final String text;
    private final List<Input> inputs = new ArrayList<>();
    private final List<double[]> units = new ArrayList<>();

    /** How an input follows from the values of a row. */
    private interface Input {
        double of(Instance row, Instances header);
    }

    /** An input of a bin, which rises from 0 to 1 between two values of another input. */
    private record Bin(Input value, double from, double to) implements Input {

        @Override
        public double of(Instance row, Instances header) {
            return Math.max(0, Math.min(1, (value.of(row, header) - from) / (to - from)));
        }
    }

    /** An input of a numeric attribute or, if {@code label} is not empty, of a label of a nominal one. */
    private record Value(String attribute, String label, double lowest, double highest, double missing)
            implements Input {

        @Override
        public double of(Instance row, Instances header) {
            double value = row.value(header.attribute(attribute));
            if (!label.isEmpty()) {
                return !Double.isNaN(value)
                                && header.attribute(attribute)
                                        .value((int) value)
                                        .equals(label)
                        ? 1
                        : 0;
            }
            return Double.isNaN(value) ? missing : Math.max(lowest, Math.min(highest, value));
        }
    }

    public PrintedModel(String text) {
        this.text = text;
        Pattern numeric = Pattern.compile(" +\\d+  (\\S+): limited to " + NUMBER + " \\.\\. " + NUMBER
                + ", missing becomes " + NUMBER + ", standard deviation " + NUMBER + "(; from \\S.* to \\S.*)?");
        Pattern nominal = Pattern.compile(" +\\d+  (\\S+)=(\\S+): 1 for this value, else 0");
        Pattern bins = Pattern.compile(
                " +\\d+-\\d+  \\S+ in bins: each rises from 0 to 1 between one of these values and the next: (.*)");
        for (String line : section("Inputs, in the units of the data\n")) {
            Matcher n = numeric.matcher(line);
            Matcher c = nominal.matcher(line);
            Matcher b = bins.matcher(line);
            if (n.matches()) {
                inputs.add(new Value(n.group(1), "", number(n, 2), number(n, 3), number(n, 4)));
            } else if (c.matches()) {
                inputs.add(new Value(c.group(1), c.group(2), 0, 0, 0));
            } else if (b.matches()) {
                addBins(b.group(1).split(", "));
            } else if (!line.equals("  none: no attribute varies")) {
                throw new IllegalArgumentException("Not an input: " + line);
            }
        }
        for (String line : section("Hidden units: weight, bias, weight of each input, in the units of the data\n")) {
            if (!line.contains("left out")) {
                units.add(Arrays.stream(line.strip().split("\\s+"))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
    }

    /** Adds the bins of the last input. */
    private void addBins(String[] edges) {
        Input value = inputs.get(inputs.size() - 1);
        for (int bin = 1; bin < edges.length; bin++) {
            inputs.add(new Bin(value, Double.parseDouble(edges[bin - 1]), Double.parseDouble(edges[bin])));
        }
    }

    /** The lines after a heading, up to the next empty line. */
    private List<String> section(String heading) {
        int at = text.indexOf(heading);
        if (at < 0) {
            throw new IllegalArgumentException("No line " + heading);
        }
        return text.substring(at + heading.length())
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    int inputCount() {
        return inputs.size();
    }

    /** The number of hidden units printed. */
    int unitCount() {
        return units.size();
    }

    double predict(Instance row, Instances header) {
        double z = find("  z = " + NUMBER + " \\+ sum over hidden units of weight \\* max\\(0, bias \\+ sum over inputs"
                + " of weight \\* input\\)\n")[0];
        for (double[] unit : units) {
            double net = unit[1];
            for (int k = 0; k < inputs.size(); k++) {
                net += unit[2 + k] * inputs.get(k).of(row, header);
            }
            z += unit[0] * Math.max(0, net);
        }
        return output(z);
    }

    private double output(double z) {
        if (text.contains(" = z\n")) {
            return z;
        }
        if (text.contains(", z)\n") && text.contains(" = min(")) {
            return Math.min(find(" = min\\(" + NUMBER + ", z\\)\n")[0], z);
        }
        if (text.contains(" = min(")) {
            double[] bounds = find(" = min\\(" + NUMBER + ", max\\(" + NUMBER + ", z\\)\\)\n");
            return Math.min(bounds[0], Math.max(bounds[1], z));
        }
        if (text.contains(" = max(")) {
            return Math.max(find(" = max\\(" + NUMBER + ", z\\)\n")[0], z);
        }
        if (text.contains(" log(1 + exp((z - ")) {
            double[] n = find(" = " + NUMBER + " \\+ " + NUMBER + " \\* log\\(1 \\+ exp\\(\\(z - " + NUMBER + "\\) / "
                    + NUMBER + "\\)\\)\n");
            return n[0] + n[1] * Math.log1p(Math.exp((z - n[2]) / n[3]));
        }
        if (text.contains(" log(1 + exp((")) {
            double[] n = find(" = " + NUMBER + " - " + NUMBER + " \\* log\\(1 \\+ exp\\(\\(" + NUMBER + " - z\\) / "
                    + NUMBER + "\\)\\)\n");
            return n[0] - n[1] * Math.log1p(Math.exp((n[2] - z) / n[3]));
        }
        double[] n = find(" = L \\+ \\(U - L\\) / \\(1 \\+ (\\S+) \\* exp\\(\\((\\S+) - z\\) / (\\S+)\\)\\)"
                + " with L = " + NUMBER + ", U = " + NUMBER + "\n");
        return n[3] + (n[4] - n[3]) / (1 + n[0] * Math.exp((n[1] - z) / n[2]));
    }

    /** The number that follows a label. */
    double figure(String label) {
        return find("\n *" + Pattern.quote(label) + " +" + NUMBER + "\\b")[0];
    }

    /** The numbers in the groups of the pattern, which must match exactly one place. */
    public double[] find(String regex) {
        List<MatchResult> places =
                Pattern.compile(regex).matcher(text).results().toList();
        if (places.size() != 1) {
            throw new IllegalArgumentException(places.size() + " places match " + regex + " in\n" + text);
        }
        MatchResult place = places.get(0);
        double[] numbers = new double[place.groupCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(place, i + 1);
        }
        return numbers;
    }

    private static double number(MatchResult place, int group) {
        return Double.parseDouble(place.group(group));
    }
}
