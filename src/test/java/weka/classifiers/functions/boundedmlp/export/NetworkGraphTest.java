package weka.classifiers.functions.boundedmlp.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weka.classifiers.functions.boundedmlp.Schemes.arff;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Drawable;
import weka.core.Instances;
import weka.gui.graphvisualizer.BIFParser;
import weka.gui.graphvisualizer.GraphEdge;
import weka.gui.graphvisualizer.GraphNode;

/** The network as Weka's graph viewer draws it. */
class NetworkGraphTest {

    private static final String QUICK = "-N 3 -H 4 ";

    /** The graph as Weka's own parser reads it. */
    private record Graph(List<String> nodes, List<String> edges) {}

    @Test
    void inputsLeadToHiddenUnitsTheseToZAndZToTheClamp() throws Exception {
        BoundedMLPRegressor scheme = fit(Schemes.numeric(40, 1), "-N 3 -H 2");
        assertThat(scheme.graphType()).isEqualTo(Drawable.BayesNet);
        Graph graph = parse(scheme.graph());
        assertThat(graph.nodes).containsExactly("a", "b", "h1", "h2", "z", "max(0.0, z)");
        assertThat(graph.edges)
                .containsExactlyInAnyOrder(
                        "a -> h1", "a -> h2", "b -> h1", "b -> h2", "h1 -> z", "h2 -> z", "z -> max(0.0, z)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-lower-bound 5 -upper-bound 300; min(300.0, max(5.0, z))",
                "-lower-bound -Infinity -upper-bound 7; min(7.0, z)",
                "-lower-bound -Infinity; no bounds",
                "-output softplus; softplus(z) >= 0.0",
                "-output softplus -lower-bound -Infinity -upper-bound 9; softplus(z) <= 9.0",
                "-output sigmoid -upper-bound 9; sigmoid(z), 0.0 to 9.0"
            })
    void theLastNodeIsTheFunctionThatKeepsTheBounds(String options, String node) throws Exception {
        Graph graph = parse(fit(Schemes.numeric(40, 1), QUICK + options).graph());
        assertThat(graph.nodes).last().isEqualTo(node);
        assertThat(graph.edges).contains("z -> " + node).noneMatch(edge -> edge.startsWith(node + " ->"));
    }

    @Test
    void aNominalAttributeHasAnInputForEachLabel() throws Exception {
        assertThat(parse(fit(Schemes.mixed(80, 3), QUICK).graph()).nodes)
                .startsWith("size", "colour=red", "colour=green", "colour=blue", "day", "depth");
    }

    @Test
    void aWideNetworkIsShownByItsStrongestNodesInTheirOrder() throws Exception {
        // the class depends on every second attribute, so the strongest are known
        int count = 2 * NetworkGraph.MOST_NODES;
        Graph graph = parse(fit(wide(count), "-N 60 -H 50 -bins 0 -members 1 -lower-bound -Infinity")
                .graph());
        List<String> speaking = IntStream.range(0, NetworkGraph.MOST_NODES)
                .mapToObj(k -> "x" + (2 * k + 1))
                .toList();
        assertThat(graph.nodes.subList(0, NetworkGraph.MOST_NODES)).isEqualTo(speaking);
        assertThat(graph.nodes)
                .contains("+ " + (count - NetworkGraph.MOST_NODES) + " inputs")
                .contains("+ " + (50 - NetworkGraph.MOST_NODES) + " units")
                .hasSize(2 * (NetworkGraph.MOST_NODES + 1) + 2);
        List<Integer> hidden = graph.nodes.stream()
                .filter(name -> name.matches("h\\d+"))
                .map(name -> Integer.parseInt(name.substring(1)))
                .toList();
        assertThat(hidden).hasSize(NetworkGraph.MOST_NODES).isSorted();
        assertThat(graph.edges)
                .contains(
                        "+ " + (count - NetworkGraph.MOST_NODES) + " inputs -> h" + hidden.get(0),
                        "+ " + (50 - NetworkGraph.MOST_NODES) + " units -> z");
    }

    @Test
    void aNetworkWithoutInputsIsDrawnToo() throws Exception {
        Graph graph =
                parse(fit(arff("@attribute y numeric\n@data\n1\n2\n6\n"), QUICK).graph());
        assertThat(graph.nodes).containsExactly("h1", "h2", "h3", "h4", "z", "max(0.0, z)");
    }

    @Test
    void namesOfAnyKindMakeAGraphThatCanBeRead() throws Exception {
        String longName = "x".repeat(10_000);
        List<String> names = List.of(
                "<b>\"R&D's\"</b>",
                "]]>",
                "a\u0001",
                "a\u0002",
                "\uD800 lone",
                "Größe \uD83C\uDF27",
                longName,
                longName + "y",
                " ",
                "z",
                "\uFFFF\r\n");
        List<Attribute> attributes =
                new ArrayList<>(names.stream().map(Attribute::new).toList());
        attributes.add(new Attribute("<&\">" + "\u0000" + longName));
        Instances data = new Instances("r", new ArrayList<>(attributes), 20);
        data.setClassIndex(names.size());
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            data.add(new DenseInstance(1, random.doubles(data.numAttributes()).toArray()));
        }
        for (int k = 0; k < names.size(); k++) { // one network per name, so that each name is among the few nodes shown
            Instances one = new Instances(data);
            for (int other = names.size() - 1; other >= 0; other--) {
                if (other != k && other != (k + 1) % names.size()) {
                    one.deleteAttributeAt(other);
                }
            }
            Graph graph = parse(fit(one, QUICK).graph());
            assertThat(graph.nodes)
                    .as(names.get(k))
                    .hasSize(2 + 4 + 2)
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(name.length()).isBetween(1, 30))
                    .allSatisfy(name -> assertThat(name).doesNotContainPattern("\\p{Cntrl}"));
            assertThat(graph.edges).hasSize(2 * 4 + 4 + 1).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLongNameIsCutInTheMiddle() throws Exception {
        Instances data = Schemes.numeric(30, 1);
        data.renameAttribute(0, "a rather long name=red");
        data.renameAttribute(1, "sixteen letters!");
        assertThat(parse(fit(data, QUICK).graph()).nodes).startsWith("a rather…ame=red", "sixteen letters!");
    }

    @Test
    void withoutAModelThereIsNoGraph() {
        assertThatThrownBy(() -> new BoundedMLPRegressor().graph())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("BoundedMLPRegressor: no model has been built yet.");
    }

    private static Graph parse(String xml) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("BIF");
        ArrayList<GraphNode> nodes = new ArrayList<>();
        ArrayList<GraphEdge> edges = new ArrayList<>();
        assertThat(new BIFParser(xml, nodes, edges).parse()).isEqualTo("BoundedMLPRegressor");
        return new Graph(
                nodes.stream().map(node -> node.ID).toList(),
                edges.stream()
                        .map(edge -> nodes.get(edge.src).ID + " -> " + nodes.get(edge.dest).ID)
                        .toList());
    }

    /** Attributes x1, x2, ...; the class depends on those with odd numbers. */
    private static Instances wide(int count) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        IntStream.rangeClosed(1, count).forEach(k -> attributes.add(new Attribute("x" + k)));
        attributes.add(new Attribute("y"));
        Instances data = new Instances("wide", attributes, 300);
        data.setClassIndex(count);
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            double[] row = random.doubles(count + 1).toArray();
            row[count] =
                    IntStream.range(0, count / 2).mapToDouble(k -> row[2 * k]).sum();
            data.add(new DenseInstance(1, row));
        }
        return data;
    }
}
