package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/** How well the defaults do on the data in the package. */
class RainTest {

    /** The error of Weka's MultilayerPerceptron with its defaults on the same folds. The demo measures it again. */
    private static final double MULTILAYER_PERCEPTRON = 7.15;

    @Test
    void theDefaultsPredictRainWellAndNeverBelowZero() throws Exception {
        Instances data = DataSource.read("src/main/data/seattle_rain.arff");
        data.setClassIndex(data.numAttributes() - 1);
        Evaluation evaluation = new Evaluation(data);
        evaluation.crossValidateModel(new BoundedMLPRegressor(), data, 10, new Random(1));
        assertThat(evaluation.numInstances()).isEqualTo(1460);
        assertThat(evaluation.rootMeanSquaredError()).isLessThanOrEqualTo(6.0).isLessThan(MULTILAYER_PERCEPTRON);
        assertThat(evaluation.predictions().stream()
                        .mapToDouble(Prediction::predicted)
                        .min())
                .hasValue(0.0);
    }
}
