package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.predictions;

import java.io.StringReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.meta.AdditiveRegression;
import weka.classifiers.meta.AttributeSelectedClassifier;
import weka.classifiers.meta.CVParameterSelection;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.RandomSubSpace;
import weka.classifiers.misc.InputMappedClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.NominalToBinary;
import weka.filters.unsupervised.attribute.Remove;
import weka.filters.unsupervised.attribute.Reorder;
import weka.filters.unsupervised.attribute.ReplaceMissingValues;
import weka.filters.unsupervised.attribute.Standardize;

/** The scheme inside Weka's schemes that wrap others. */
class MetaSchemesTest {

    private static final String QUICK = "-H 8 -N 20 -L 0.01 ";

    @Test
    void aSearchTriesLearningRatesAndSizesAndTakesTheBest() throws Exception {
        Instances data = Schemes.numeric(80, 1);
        CVParameterSelection search = around(new CVParameterSelection(), QUICK + "-V 0");
        search.setNumFolds(3);
        search.setCVParameters(new String[] {"L 0.00001 0.01 2", "H 2 16 2"});
        search.buildClassifier(data);

        String[] best = search.getBestClassifierOptions();
        assertThat(Double.parseDouble(Utils.getOption('L', best.clone()))).isEqualTo(0.01);
        assertThat(Integer.parseInt(Utils.getOption('H', best.clone()))).isIn(2, 16);
        assertThat(search.toString()).contains("Bounded two-layer perceptron", "learning rate 0.01\n");
        BoundedMLPRegressor alone = new BoundedMLPRegressor();
        alone.setOptions(best);
        alone.buildClassifier(data);
        assertThat(predictedBits(search, data)).containsExactly(predictedBits(alone, data));
    }

    @Test
    void filtersBeforeTheSchemeChangeLittle() throws Exception {
        Instances data = Schemes.mixed(200, 2);
        MultiFilter filters = new MultiFilter();
        filters.setFilters(new Filter[] {new ReplaceMissingValues(), new NominalToBinary(), new Standardize()});
        FilteredClassifier filtered = around(new FilteredClassifier(), "-H 16");
        filtered.setFilter(filters);
        filtered.buildClassifier(data);
        assertThat(filtered.toString()).contains("colour=red: ", "Bounded two-layer perceptron for y");
        Instances others = Schemes.mixed(200, 3);
        double alone = error(fit(data, "-H 16"), others);
        assertThat(error(filtered, others)).isCloseTo(alone, within(0.3 * alone));
        assertThat(alone).isLessThan(0.6 * Schemes.targetDeviation(others));
        assertThat(Arrays.stream(predictions(filtered, others)))
                .allMatch(p -> p >= 0)
                .contains(0.0);
    }

    @Test
    void otherColumnsInOtherOrderAreMappedToThoseOfTheTraining() throws Exception {
        Instances data = Schemes.mixed(120, 4);
        InputMappedClassifier mapped = around(new InputMappedClassifier(), QUICK);
        mapped.setSuppressMappingReport(true);
        mapped.buildClassifier(data);
        Classifier alone = fit(data, QUICK);

        Instances moved = filtered(new Reorder(), "-R 5,3,1,2,4", data);
        moved.setClass(moved.attribute("y"));
        assertThat(predictedBits(mapped, moved)).containsExactly(predictedBits(alone, data));

        // the column "size" is absent, which is treated like missing values
        Instances fewer = filtered(new Remove(), "-R 1", data);
        fewer.setClass(fewer.attribute("y"));
        Instances missing = new Instances(data);
        missing.forEach(row -> row.setMissing(0));
        assertThat(predictedBits(mapped, fewer)).containsExactly(predictedBits(alone, missing));

        // a label that the training data did not declare is treated like a missing value
        String header = new Instances(data, 0).toString();
        Instances relabelled = new Instances(new StringReader(header.replace("green", "violet")));
        relabelled.setClassIndex(2);
        relabelled.addAll(data);
        Instances unlabelled = new Instances(data);
        unlabelled.stream()
                .filter(row -> !row.isMissing(1) && row.value(1) == 2)
                .forEach(row -> row.setMissing(1));
        assertThat(unlabelled.attributeStats(1).missingCount).isGreaterThan(30);
        assertThat(predictedBits(mapped, relabelled)).containsExactly(predictedBits(alone, unlabelled));
    }

    @Test
    void attributesAreSelectedAndTheMeasuresStillTold() throws Exception {
        Instances data = Schemes.mixed(150, 5);
        AttributeSelectedClassifier selected = around(new AttributeSelectedClassifier(), QUICK);
        selected.buildClassifier(data);
        assertThat(selected.getMeasure("measureEpochs")).isPositive();
        assertThat(selected.getMeasure("measureNumAttributesSelected")).isBetween(1.0, 4.0);
        assertThat(error(selected, data)).isLessThan(0.9 * Schemes.targetDeviation(data));
        assertThat(Arrays.stream(predictions(selected, data))).allMatch(p -> p >= 0);
    }

    @Test
    void partsOfTheAttributesKeepToTheBound() throws Exception {
        Instances data = Schemes.mixed(150, 6);
        RandomSubSpace parts = around(new RandomSubSpace(), QUICK);
        parts.setNumIterations(5);
        parts.buildClassifier(data);
        assertThat(error(parts, data)).isLessThan(0.9 * Schemes.targetDeviation(data));
        assertThat(Arrays.stream(predictions(parts, data))).allMatch(p -> p >= 0);
    }

    @Test
    void residualsAreBoostedByAnUnboundedNetworkOnly() throws Exception {
        Instances data = Schemes.numeric(120, 7);
        AdditiveRegression unbounded = around(new AdditiveRegression(), QUICK + "-lower-bound -Infinity");
        unbounded.setNumIterations(3);
        unbounded.buildClassifier(data);
        assertThat(error(unbounded, data)).isLessThan(0.3 * Schemes.targetDeviation(data));
        // residuals lie on both sides of 0, and no bound holds for a sum of networks
        assertThat(Arrays.stream(predictions(unbounded, data))).anyMatch(p -> p < 0);
    }

    private static <T extends SingleClassifierEnhancer> T around(T wrapper, String options) throws Exception {
        wrapper.setClassifier(Schemes.scheme(options));
        return wrapper;
    }

    private static <F extends Filter & OptionHandler> Instances filtered(F filter, String options, Instances data)
            throws Exception {
        filter.setOptions(Utils.splitOptions(options));
        filter.setInputFormat(data);
        return Filter.useFilter(data, filter);
    }

    /** The root mean squared error. */
    private static double error(Classifier scheme, Instances rows) throws Exception {
        double sum = 0;
        for (Instance row : rows) {
            sum += Math.pow(scheme.classifyInstance(row) - row.classValue(), 2);
        }
        return Math.sqrt(sum / rows.size());
    }
}
