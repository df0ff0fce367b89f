package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.Classifier;
import weka.classifiers.IteratedSingleClassifierEnhancer;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.RandomSubSpace;
import weka.classifiers.meta.Vote;
import weka.core.Instances;
import weka.core.SelectedTag;

/**
 * Weka's schemes that average: they add the predictions up, rounding each time, and divide by their number. Sums only grow
 * with what is added, so an average of n predictions within the bounds lies between the averages of n times either bound.
 */
class AveragesTest {

    /** Sums of up to 1,024 of these are exact: they have at most 43 binary digits. */
    @ParameterizedTest
    @CsvSource({"0, 6", "2.5, 10", "-3.125, 7", "-1e12, 4e12", "0.0001220703125, 1"})
    void averagesKeepToBoundsOfFewDigitsExactly(double lower, double upper) throws Exception {
        assertAverages(lower, upper, 0);
    }

    /** Others are left by roundings: each of the additions may lose half a unit in the last place. */
    @ParameterizedTest
    @CsvSource({"0.7, 3.3", "-1.30103, 5.1", "0.1, 1e9", "1e-300, 9.99"})
    void averagesKeepToOtherBoundsButForRoundings(double lower, double upper) throws Exception {
        assertAverages(lower, upper, 40 * 0x1p-53);
    }

    @Test
    void theMeanOfThreeTimesSevenTenthsIsSmaller() {
        assertThat((0.7 + 0.7 + 0.7) / 3).isEqualTo(Math.nextDown(0.7));
    }

    /** Three kinds of ensembles on targets that lie at one of the bounds nearly all. */
    private static void assertAverages(double lower, double upper, double rounding) throws Exception {
        Instances data = Schemes.withTargets(Schemes.mixed(60, 1), y -> y < 4 ? lower : upper);
        String options = "-N 15 -L 0.02 -lower-bound " + lower + " -upper-bound " + upper;
        for (IteratedSingleClassifierEnhancer ensemble : List.of(new Bagging(), new RandomSubSpace())) {
            for (int count : new int[] {3, 10, 33}) {
                ensemble.setClassifier(Schemes.scheme(options + " -H 4"));
                ensemble.setNumIterations(count);
                ensemble.buildClassifier(data);
                assertWithin(ensemble, data, lower, upper, rounding);
            }
        }
        Vote vote = new Vote();
        vote.setClassifiers(new Classifier[] {
            Schemes.scheme(options + " -H 8"), Schemes.scheme(options + " -H 8 -S 2"), Schemes.scheme(options + " -H 4")
        });
        vote.buildClassifier(data);
        assertWithin(vote, data, lower, upper, rounding);
        for (int rule : new int[] {Vote.MEDIAN_RULE, Vote.MIN_RULE, Vote.MAX_RULE}) { // which do not calculate
            vote.setCombinationRule(new SelectedTag(rule, Vote.TAGS_RULES));
            assertWithin(vote, data, lower, upper, 0);
        }
    }

    private static void assertWithin(Classifier ensemble, Instances data, double lower, double upper, double rounding)
            throws Exception {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double p : Schemes.predictions(ensemble, data)) {
            least = Math.min(least, p);
            most = Math.max(most, p);
        }
        double size = upper - lower;
        assertThat(least).isBetween(lower - rounding * Math.abs(lower), lower + size / 2);
        assertThat(most).isBetween(lower + size / 4, upper + rounding * Math.abs(upper));
    }
}
