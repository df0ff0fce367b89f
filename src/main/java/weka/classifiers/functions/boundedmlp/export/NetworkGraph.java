package weka.classifiers.functions.boundedmlp.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import weka.classifiers.functions.boundedmlp.data.AttributeEncoding;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;

/**
 * Writes a model as a graph in XMLBIF 0.3, which Weka's graph viewer draws in layers: inputs, hidden units, the output
 * unit's net input z, and the output activation that turns z into the prediction. The properties of the graph contain
 * the learning curve; the viewer ignores them.
 */
public final class NetworkGraph {

    /**
     * The number of nodes of a layer that are shown, the strongest ones. With more, the lines in the viewer merge into
     * a black bar.
     */
    static final int MOST_NODES = 6;

    /** The number of characters of a name that are shown. The viewer makes every node as wide as the widest. */
    static final int LONGEST_NAME = 16;

    private static final String PROPERTY = "<PROPERTY>";
    private static final String PROPERTY_END = "</PROPERTY>";

    private final Network network;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> names = new HashSet<>();

    private NetworkGraph(Network network) {
        this.network = network;
    }

    /** The graph of a model as a complete XML document. */
    public static String of(BoundedModel model) {
        NetworkGraph graph = new NetworkGraph(model.network());
        graph.write(model);
        return graph.text.toString();
    }

    /**
     * {@return the properties of a graph that {@link #of} wrote, one per line; for any other text, possibly none}
     *
     * @param graph any text
     */
    public static List<String> properties(String graph) {
        return graph.lines()
                .filter(line -> line.startsWith(PROPERTY) && line.endsWith(PROPERTY_END))
                .map(line -> line.substring(PROPERTY.length(), line.length() - PROPERTY_END.length()))
                .map(text -> text.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&"))
                .toList();
    }

    private void write(BoundedModel model) {
        text.append("<?xml version=\"1.0\"?>\n<BIF VERSION=\"0.3\">\n<NETWORK>\n<NAME>BoundedMLPRegressor</NAME>\n");
        for (String line : CurveData.of(model).lines()) {
            text.append(PROPERTY)
                    .append(escape(clean(line)))
                    .append(PROPERTY_END)
                    .append('\n');
        }
        List<String> inputNames = new ArrayList<>();
        for (AttributeEncoding attribute : model.encoder().attributes()) {
            IntStream.range(0, attribute.width()).mapToObj(attribute::inputName).forEach(inputNames::add);
        }
        List<String> hiddenNames = IntStream.rangeClosed(1, network.hiddenSize())
                .mapToObj(j -> "h" + j)
                .toList();
        double[] inputStrengths = new double[network.inputCount()];
        double[] hiddenStrengths = new double[network.hiddenSize()];
        addStrengths(inputStrengths, hiddenStrengths);
        List<String> inputs = layer(inputNames, inputStrengths, "inputs", List.of());
        List<String> hidden = layer(hiddenNames, hiddenStrengths, "units", inputs);
        String output = node("z", hidden);
        node(outputName(model.hyperparameters()), List.of(output));
        text.append("</NETWORK>\n</BIF>\n");
    }

    /**
     * Computes the strength of each input and hidden unit: the sum over all paths to the output through it of the
     * absolute product of the two weights.
     */
    private void addStrengths(double[] inputs, double[] hidden) {
        for (int k = 0; k < inputs.length; k++) {
            float[] weights = network.inputWeights(k);
            for (int j = 0; j < hidden.length; j++) {
                double strength = Math.abs((double) weights[j] * network.outputWeights()[j]);
                inputs[k] += strength;
                hidden[j] += strength;
            }
        }
    }

    /** Writes a layer in the given order: all nodes, or the strongest ones and one node for the rest. */
    private List<String> layer(List<String> wanted, double[] strengths, String plural, List<String> parents) {
        int[] shown = IntStream.range(0, strengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -strengths[i]))
                .limit(MOST_NODES)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
        List<String> nodes = new ArrayList<>();
        for (int i : shown) {
            nodes.add(node(cut(clean(wanted.get(i))), parents));
        }
        if (shown.length < strengths.length) {
            nodes.add(node("+ " + (strengths.length - shown.length) + " " + plural, parents));
        }
        return nodes;
    }

    /** The output activation with its bounds. */
    private static String outputName(Hyperparameters hyperparameters) {
        Bounds bounds = hyperparameters.bounds();
        String limits = bounds.hasLower() ? ">= " + bounds.lower() : "<= " + bounds.upper();
        return switch (hyperparameters.outputActivation()) {
            case CLAMP -> bounds.hasLower() || bounds.hasUpper() ? ModelText.clamp(bounds) : "no bounds";
            case SOFTPLUS -> "softplus(z) " + limits;
            case SIGMOID -> "sigmoid(z), " + bounds.lower() + " to " + bounds.upper();
        };
    }

    /**
     * Writes a node and the edges to it. Weka's parser expects a table with as many numbers as the product of the
     * numbers of outcomes, which is 1.
     *
     * @param wanted the name
     * @param parents names of nodes, as returned by this method
     * @return the name of the node, with a number added if another node has the wanted name
     */
    private String node(String wanted, List<String> parents) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + " (" + i + ")";
        }
        text.append("<VARIABLE TYPE=\"nature\"><NAME>").append(escape(name)).append("</NAME>");
        text.append("<OUTCOME>value</OUTCOME></VARIABLE>\n<DEFINITION><FOR>").append(escape(name));
        text.append("</FOR>");
        for (String parent : parents) {
            text.append("<GIVEN>").append(escape(parent)).append("</GIVEN>");
        }
        text.append("<TABLE>1</TABLE></DEFINITION>\n");
        return name;
    }

    /** Shortens a long name in the middle, because names often differ at their ends, where the value of a label is. */
    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST_NAME) {
            return name;
        }
        int head = name.offsetByCodePoints(0, LONGEST_NAME / 2);
        int tail = name.offsetByCodePoints(name.length(), 1 - LONGEST_NAME / 2);
        return name.substring(0, head) + "…" + name.substring(tail);
    }

    /**
     * Replaces characters that XML does not allow in any form: control characters, lone surrogates and non-characters.
     */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            boolean allowed = !Character.isISOControl(c) && !surrogate && c != 0xFFFE && c != 0xFFFF;
            clean.appendCodePoint(allowed ? c : 0xFFFD);
        });
        return clean.toString();
    }

    private static String escape(String clean) {
        return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
