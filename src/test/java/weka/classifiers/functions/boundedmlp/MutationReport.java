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
 * Compares the mutants that no test notices with the list that explains them. A mutant is known by its class, its method and
 * its mutator, and by how many there are of these, so that code may move to other lines.
 */
final class MutationReport {

    /** As {@code - `Backprop.loss` ConditionalsBoundary x2: why nobody can tell}. */
    private static final Pattern EXPLANATION = Pattern.compile("- (?<kind>`[\\w.]+` \\w+)( x(?<count>\\d+))?: \\S.*");

    private MutationReport() {}

    /** Run by the profile "mutation" with PIT's report and the list. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(compare(Path.of(arguments[0]), Path.of(arguments[1])));
    }

    /** The outcome in words, if all is explained. */
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

    /** A lambda counts as part of its method, a constructor is called new. */
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

    /** What some have more of than others. */
    private static String surplus(Map<String, Integer> some, Map<String, Integer> others) {
        return some.entrySet().stream()
                .filter(kind -> kind.getValue() > others.getOrDefault(kind.getKey(), 0))
                .map(kind -> kind.getKey() + " x" + (kind.getValue() - others.getOrDefault(kind.getKey(), 0)))
                .collect(Collectors.joining(", "));
    }

    /** A reason for the build to fail, in one sentence, which Maven shows. */
    static final class UnexplainedSurvivors extends Exception {
        private static final long serialVersionUID = 1L;

        UnexplainedSurvivors(String kinds, Path list) {
            super("No test notices these mutants, and " + list.getFileName() + " does not explain them: " + kinds
                    + ".");
        }
    }
}
