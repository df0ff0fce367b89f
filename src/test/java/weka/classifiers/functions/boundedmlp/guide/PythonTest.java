package weka.classifiers.functions.boundedmlp.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.InheritanceUtils;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.WekaPackageManager;
import weka.core.converters.AbstractFileLoader;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * Runs the README's Python lines without Python: each is translated into the calls that python-weka-wrapper3 makes on
 * the JVM. A line that the translation does not know fails.
 */
class PythonTest {
    private static final String DATA = "src/main/data/";

    @Test
    void theReadmesLinesTrainAndPredict() throws Exception {
        Session session = new Session();
        session.run(GuideBlock.only(GuideBlock.README, "python").text());

        Instances fares = DataSource.read(DATA + "fares.arff");
        fares.setClassIndex(fares.numAttributes() - 1);
        BoundedMLPRegressor expected = new BoundedMLPRegressor();
        expected.setLowerBound(2.5);
        expected.buildClassifier(fares);
        assertThat(session.printed).containsExactly(expected.classifyInstance(fares.instance(0)));

        // what else the wrapper calls on a classifier
        Classifier regressor = (Classifier) session.variable("regressor");
        assertThat(((OptionHandler) regressor).getOptions()).contains("-lower-bound", "2.5");
        assertThat(regressor.distributionForInstance(fares.instance(0))).containsExactly(session.printed.get(0));
        Evaluation evaluation = new Evaluation(fares);
        evaluation.crossValidateModel(regressor, fares, 2, new Random(1), new Object[0]);
        assertThat(evaluation.rootMeanSquaredError()).isBetween(1.0, 6.0);
    }

    @Test
    void aLineThatIsNotUnderstoodIsSeen() {
        assertThatThrownBy(() -> new Session().run("regressor.train(fares)")).hasMessageContaining("regressor.train");
        assertThatThrownBy(
                        () -> new Session()
                                .run(
                                        "from weka.classifiers import Classifier\n"
                                                + "x = Classifier(classname=\"weka.classifiers.functions.BoundedMLP\", options=[\"-H\", \"2\"])"))
                .hasMessageContaining("BoundedMLP");
        assertThatThrownBy(
                        () -> new Session()
                                .run(
                                        "from weka.classifiers import Classifier\n"
                                                + "x = Classifier(classname=\"weka.classifiers.functions.BoundedMLPRegressor\", options=[\"-h\", \"2\"])"))
                .hasMessageContaining("Illegal options: -h 2");
        assertThatThrownBy(
                        () -> new Session()
                                .run(
                                        "x = Classifier(classname=\"weka.classifiers.functions.BoundedMLPRegressor\", options=[])"))
                .as("use without the import")
                .hasMessageContaining("Classifier");
    }

    /** Python's variables and printed numbers. */
    private static final class Session {
        private static final String NAME = "(\\w+)";
        private static final String TEXT = "\"([^\"]*)\"";

        private final Map<String, Object> variables = new HashMap<>();
        private final List<Double> printed = new ArrayList<>();
        private String imported = "";

        void run(String python) throws Exception {
            for (String line : python.lines().filter(text -> !text.isBlank()).toList()) {
                if (!imports(line) && !makesAnObject(line) && !calls(line)) {
                    throw new IllegalArgumentException("Not understood: " + line);
                }
            }
        }

        Object variable(String name) {
            Object value = variables.get(name);
            if (value == null) {
                throw new IllegalArgumentException("No variable " + name);
            }
            return value;
        }

        /** Whether the line is one of the known imports. */
        private boolean imports(String line) {
            imported += line;
            return List.of(
                            "import weka.core.jvm as jvm",
                            "from weka.classifiers import Classifier",
                            "from weka.core.converters import Loader")
                    .contains(line);
        }

        private boolean makesAnObject(String line) throws Exception {
            Matcher loader = Pattern.compile(NAME + " = Loader\\(classname=" + TEXT + "\\)\\.load_file\\(" + TEXT
                            + ", class_index=\"last\"\\)")
                    .matcher(line);
            Matcher classifier = Pattern.compile(
                            NAME + " = Classifier\\(classname=" + TEXT + ", options=\\[([^\\]]*)\\]\\)")
                    .matcher(line);
            if (loader.matches() && knows("Loader")) {
                AbstractFileLoader reader =
                        (AbstractFileLoader) newInstance(loader.group(2), "weka.core.converters.Loader");
                reader.reset();
                reader.setFile(new File(DATA, loader.group(3)));
                Instances data = reader.getDataSet();
                data.setClassIndex(data.numAttributes() - 1);
                variables.put(loader.group(1), data);
                return true;
            }
            if (classifier.matches() && knows("Classifier")) {
                Object scheme = newInstance(classifier.group(2), "weka.classifiers.Classifier");
                ((OptionHandler) scheme).setOptions(strings(classifier.group(3)));
                variables.put(classifier.group(1), scheme);
                return true;
            }
            return false;
        }

        private boolean calls(String line) throws Exception {
            Matcher build = Pattern.compile(NAME + "\\.build_classifier\\(" + NAME + "\\)")
                    .matcher(line);
            Matcher print = Pattern.compile(
                            "print\\(" + NAME + "\\.classify_instance\\(" + NAME + "\\.get_instance\\((\\d+)\\)\\)\\)")
                    .matcher(line);
            if (line.equals("jvm.start(packages=True)") && knows("jvm")) {
                WekaPackageManager.loadPackages(false);
                return true;
            }
            if (line.equals("jvm.stop()") && knows("jvm")) {
                return true; // ends the process
            }
            if (build.matches()) {
                Instances data = (Instances) variable(build.group(2));
                assertThat(new Instances(data, 0, 0))
                        .as("the header that the wrapper keeps")
                        .isEmpty();
                ((Classifier) variable(build.group(1))).buildClassifier(data);
                return true;
            }
            if (print.matches()) {
                Instance row = ((Instances) variable(print.group(2))).instance(Integer.parseInt(print.group(3)));
                printed.add(((Classifier) variable(print.group(1))).classifyInstance(row));
                return true;
            }
            return false;
        }

        private boolean knows(String name) {
            return Pattern.compile("(import|as) " + name).matcher(imported).find();
        }

        /** Makes an object and checks that it is of the required type, as the wrapper does. */
        private static Object newInstance(String className, String type) throws Exception {
            Object made = Utils.forName(Object.class, className, new String[0]);
            assertThat(InheritanceUtils.isSubclass(type, className) || InheritanceUtils.hasInterface(type, className))
                    .as("%s is a %s", className, type)
                    .isTrue();
            return made;
        }

        private static String[] strings(String list) {
            return Arrays.stream(list.split(", *"))
                    .map(text -> text.replaceAll("^\"|\"$", ""))
                    .filter(text -> !text.isEmpty())
                    .toArray(String[]::new);
        }
    }
}
