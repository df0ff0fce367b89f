package weka.classifiers.functions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.NumericPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.core.Instances;

/** Weka's own suite for classifiers, with this package's reference output. */
public class BoundedMLPRegressorSuiteTest extends AbstractClassifierTest {

    /** Called by JUnit with the name of a test method. */
    public BoundedMLPRegressorSuiteTest(String name) {
        super(name);
    }

    @Override
    public Classifier getClassifier() {
        return new BoundedMLPRegressor();
    }

    /** To two digits: the last ones depend on whether the processor multiplies and adds in one instruction. */
    @Override
    @SuppressWarnings("NonApiType") // the type is Weka's
    protected ArrayList<Prediction> useClassifier(Instances data) throws Exception {
        ArrayList<Prediction> rounded = new ArrayList<>();
        for (Prediction prediction : super.useClassifier(data)) {
            double predicted = new BigDecimal(prediction.predicted())
                    .round(new MathContext(2, RoundingMode.HALF_EVEN))
                    .doubleValue();
            rounded.add(new NumericPrediction(prediction.actual(), predicted, prediction.weight()));
        }
        return rounded;
    }

    /** Without its reference the suite would write a new one and pass. */
    @Override
    public void testRegression() throws Exception {
        Path root = Path.of(System.getProperty("weka.test.Regression.root", "missing"));
        Path reference = root.resolve(getClass().getName().replace('.', '/') + ".ref");
        assertTrue("The reference output " + reference + " is missing.", Files.exists(reference));
        super.testRegression();
    }
}
