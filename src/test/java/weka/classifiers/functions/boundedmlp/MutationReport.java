package weka.classifiers.functions.boundedmlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Compares the mutants that no test detects with the list that explains them. The list names a mutant by its class,
 * method and mutator, with the number of such mutants. It names no lines, so code can move.
 */
final class MutationReport {

    /** A line like {@code - `Backprop.loss` ConditionalsBoundary x2: why no test can detect it}. */
    private static final Pattern EXPLANATION = Pattern.compile("- (?<kind>`[\\w.]+` \\w+)( x(?<count>\\d+))?: \\S.*");

    private MutationReport() {}

    /** The profile "mutation" runs this with PIT's report and the list. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(compare(Path.of(arguments[0]), Path.of(arguments[1])));
    }

    /** The result as text, if all survivors are explained. */
    static String compare(Path report, Path list)
            throws UnexplainedSurvivors, IOException, ParserConfigurationException, SAXException {
        Map<String, Integer> survivors = survivors(report);
        Map<String, Integer> explained = explained(list);
        String unexplained = surplus(survivors, explained);
        if (!unexplained.isEmpty()) {
            throw new UnexplainedSurvivors(unexplained, list);
        }
        int count = survivors.values().stream().mapToInt(Integer::intValue).sum();
        String killed = surplus(explained, survivors);
        return count + " mutants survived, and " + list.getFileName() + " explains all of them."
                + (killed.isEmpty() ? "" : " It also explains these, which were killed: " + killed + ".");
    }

    private static Map<String, Integer> survivors(Path report)
            throws IOException, ParserConfigurationException, SAXException {
        NodeList mutations = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("mutation");
        Map<String, Integer> survivors = new TreeMap<>();
        for (int i = 0; i < mutations.getLength(); i++) {
            Element mutation = (Element) mutations.item(i);
            if (mutation.getAttribute("detected").equals("false")) {
                survivors.merge(kind(mutation), 1, Integer::sum);
            }
        }
        return survivors;
    }

    /** A lambda counts as part of its method, and a constructor is named "new". */
    private static String kind(Element mutation) {
        String type = text(mutation, "mutatedClass").replaceFirst(".*\\.", "").replace('$', '.');
        String method = text(mutation, "mutatedMethod")
                .replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1")
                .replace("<init>", "new");
        String mutator = text(mutation, "mutator").replaceFirst(".*\\.", "").replace("Mutator", "");
        return "`" + type + "." + method + "` " + mutator;
    }

    private static String text(Element mutation, String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Map<String, Integer> explained(Path list) throws IOException {
        Map<String, Integer> explained = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            Matcher explanation = EXPLANATION.matcher(line);
            if (explanation.matches()) {
                String count = explanation.group("count");
                explained.merge(explanation.group("kind"), count == null ? 1 : Integer.parseInt(count), Integer::sum);
            }
        }
        return explained;
    }

    /** What the first map has more of than the second. */
    private static String surplus(Map<String, Integer> some, Map<String, Integer> others) {
        return some.entrySet().stream()
                .filter(kind -> kind.getValue() > others.getOrDefault(kind.getKey(), 0))
                .map(kind -> kind.getKey() + " x" + (kind.getValue() - others.getOrDefault(kind.getKey(), 0)))
                .collect(Collectors.joining(", "));
    }

    /** The reason why the build fails, as one sentence for Maven to show. */
    static final class UnexplainedSurvivors extends Exception {
        private static final long serialVersionUID = 1L;

        UnexplainedSurvivors(String kinds, Path list) {
            super("No test notices these mutants, and " + list.getFileName() + " does not explain them: " + kinds
                    + ".");
        }
    }
}
