package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;

import org.junit.jupiter.api.Test;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;

/** Fitting depends only on the data and the options, and changes neither. */
class FittingTest {

    @Test
    void theTrainingDataIsNotModified() throws Exception {
        Instances data = Schemes.mixed(60, 1);
        data.instance(3).setClassMissing();
        data.instance(4).setWeight(0);
        data.instance(5).setWeight(2.5);
        Instances before = new Instances(data);
        fit(data, "-H 8 -N 5");
        assertThat(data.toString()).isEqualTo(before.toString());
        assertThat(data.equalHeaders(before)).isTrue();
        assertThat(data.classIndex()).isEqualTo(2);
        for (int i = 0; i < data.size(); i++) {
            assertThat(data.instance(i).toDoubleArray())
                    .containsExactly(before.instance(i).toDoubleArray());
            assertThat(data.instance(i).weight()).isEqualTo(before.instance(i).weight());
        }
    }

    @Test
    void theOptionsAreNotModified() throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 8 -N 5 -V 30 -E 2");
        String[] before = scheme.getOptions();
        scheme.buildClassifier(Schemes.mixed(60, 1));
        assertThat(scheme.getOptions()).containsExactly(before);
    }

    @Test
    void aModelDoesNotFollowOptionsThatChangeLater() throws Exception {
        Instances data = Schemes.mixed(60, 1);
        BoundedMLPRegressor scheme = fit(data, "-H 8 -N 5");
        long[] before = predictedBits(scheme, data);
        String text = scheme.toString();
        scheme.setLowerBound(100);
        scheme.setHiddenSize(2);
        assertThat(predictedBits(scheme, data)).containsExactly(before);
        assertThat(scheme.toString()).isEqualTo(text);
    }

    @Test
    void fittingTwiceIsFittingOnce() throws Exception {
        Instances data = Schemes.mixed(60, 1);
        BoundedMLPRegressor scheme = fit(data, "-H 8 -N 15");
        long[] once = predictedBits(scheme, data);
        String text = scheme.toString();
        scheme.buildClassifier(Schemes.numeric(30, 2));
        scheme.buildClassifier(data);
        assertThat(predictedBits(scheme, data)).containsExactly(once);
        assertThat(scheme.toString()).isEqualTo(text);
        assertThat(predictedBits(fit(data, "-H 8 -N 15"), data)).containsExactly(once);
    }

    @Test
    void theSeedMatters() throws Exception {
        Instances data = Schemes.mixed(60, 1);
        assertThat(predictedBits(fit(data, "-H 8 -N 15 -S 2"), data))
                .isNotEqualTo(predictedBits(fit(data, "-H 8 -N 15 -S 3"), data));
    }

    @Test
    void aCopyPredictsTheSameBits() throws Exception {
        Instances data = Schemes.mixed(60, 1);
        BoundedMLPRegressor scheme = fit(data, "-H 8 -N 15");
        assertThat(predictedBits(AbstractClassifier.makeCopy(scheme), data))
                .containsExactly(predictedBits(scheme, data));
    }
}
