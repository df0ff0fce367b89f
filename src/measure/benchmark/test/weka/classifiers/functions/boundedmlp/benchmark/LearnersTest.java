package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.AbstractClassifier;

class LearnersTest {
    private static final Limits NOT_NEGATIVE = new Limits(0, Double.POSITIVE_INFINITY);

    private static AbstractClassifier create(String name) throws Exception {
        return new Learners(Map.of()).named(name).create(NOT_NEGATIVE, "1");
    }

    @ParameterizedTest
    @CsvSource({"no-bins, -bins 0", "bins-8, -bins 8", "bins-24, -bins 24", "one-member, -members 1"})
    void binsAndMembersAreVariantsThatDifferInNothingElse(String name, String options) throws Exception {
        assertThat(new Learners(Map.of()).select(List.of(Learners.VARIANTS)))
                .extracting(Learner::name)
                .contains(name, Learners.OURS);
        String option = options.substring(0, options.indexOf(' '));
        assertThat(Learner.describe(create(name)))
                .isEqualTo(Learner.describe(create(Learners.OURS)).replaceFirst(option + " \\S+", options))
                .contains(options)
                .contains("-lower-bound 0.0");
    }

    @Test
    void theTreeLearnersArePeersAndTheReportSaysWhatTheyAre() throws Exception {
        assertThat(new Learners(Map.of()).select(List.of(Learners.PEERS)))
                .extracting(Learner::name)
                .contains(Learners.RANDOM_FOREST, Learners.XGBOOST);
        AbstractClassifier boost = create(Learners.XGBOOST);
        assertThat(Learner.describe(boost))
                .isEqualTo("XGBoostRegressor objective=reg:squarederror eta=0.05 max_depth=6 subsample=0.8"
                        + " colsample_bytree=0.8 nthread=1 rounds=2000 patience=50");
        assertThat(new Versions("1").of(boost)).startsWith("xgboost4j");
    }
}
