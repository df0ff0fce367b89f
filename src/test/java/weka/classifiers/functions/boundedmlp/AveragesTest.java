package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Classifier;
import weka.classifiers.IteratedSingleClassifierEnhancer;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.RandomSubSpace;
import weka.classifiers.meta.Vote;
import weka.core.Instances;
import weka.core.SelectedTag;

/** Weka's averaging schemes: they add up the predictions, rounding each time, and divide by the number of models. */
class AveragesTest {

    @ParameterizedTest
    @CsvSource({"0, 6", "2.5, 10", "-3, 7", "0.7, 3.3", "-1.30103, 5.1", "0.1, 1e9", "1e-300, 9.99", "-1e12, 4.9"})
    void averagesOfNetworksKeepToTheBounds(double lower, double upper) throws Exception {
        // most targets lie at one of the bounds
        Instances data = Schemes.withTargets(Schemes.mixed(60, 1), y -> y < 4 ? lower : upper);
        String options = "-N 15 -L 0.02 -members 2 -lower-bound " + lower + " -upper-bound " + upper;
        for (IteratedSingleClassifierEnhancer ensemble :
                new IteratedSingleClassifierEnhancer[] {new Bagging(), new RandomSubSpace()}) {
            for (int count : new int[] {3, 10, 33}) {
                ensemble.setClassifier(Schemes.scheme(options));
                ensemble.setNumIterations(count);
                ensemble.buildClassifier(data);
                assertWithin(ensemble, data, lower, upper);
            }
        }
        Vote vote = new Vote();
        vote.setClassifiers(new Classifier[] {
            Schemes.scheme(options + " -H 8"), Schemes.scheme(options + " -H 8 -S 2"), Schemes.scheme(options + " -H 4")
        });
        for (int rule : new int[] {Vote.AVERAGE_RULE, Vote.MEDIAN_RULE, Vote.MIN_RULE, Vote.MAX_RULE}) {
            vote.setCombinationRule(new SelectedTag(rule, Vote.TAGS_RULES));
            vote.buildClassifier(data);
            assertWithin(vote, data, lower, upper);
        }
    }

    private static void assertWithin(Classifier ensemble, Instances data, double lower, double upper) throws Exception {
        assertThat(Arrays.stream(Schemes.predictions(ensemble, data)))
                .allSatisfy(p -> assertThat(p).isBetween(lower, upper));
    }

    /** Averages the prediction that a network makes at the bound as Bagging does. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, -1.30103, 0.1, 100.1, 1e-300, 1e300, 1e15 + 0.5, -0.3, 1.0 / 3})
    void theMeanOfUpToAThousandPredictionsAtABoundIsWithinIt(double bound) throws Exception {
        Instances data = Schemes.withTargets(Schemes.numeric(20, 2), y -> bound);
        double atLower = Schemes.fit(data, "-H 2 -N 0 -lower-bound " + bound).classifyInstance(data.instance(0));
        double atUpper = Schemes.fit(data, "-H 2 -N 0 -lower-bound -Infinity -upper-bound " + bound)
                .classifyInstance(data.instance(0));
        double lowerSum = 0;
        double upperSum = 0;
        for (int n = 1; n <= 1024; n++) {
            lowerSum += atLower;
            upperSum += atUpper;
            if (Double.isFinite(lowerSum)) {
                assertThat(lowerSum / n).as("mean of " + n).isGreaterThanOrEqualTo(bound);
                assertThat(upperSum / n).as("mean of " + n).isLessThanOrEqualTo(bound);
            }
        }
    }
}
