package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.AbstractClassifier;
import weka.core.Randomizable;
import weka.core.Utils;

/**
 * A learner and its name in the report.
 *
 * @param name the name, unique in a benchmark
 * @param factory creates the learner, untrained
 */
record Learner(String name, Factory factory) {

    /** Stands for the seed of a learner that draws no random numbers. */
    static final String NO_SEED = "none";

    /** Creates untrained learners. */
    interface Factory {
        /**
         * Creates a learner.
         *
         * @param limits the bounds of the file
         * @throws Exception if the learner refuses its options
         */
        AbstractClassifier create(Limits limits) throws Exception;
    }

    /** Creates the learner with one of its {@link #seeds}, ready to run. */
    AbstractClassifier create(Limits limits, String seed) throws Exception {
        AbstractClassifier classifier = factory.create(limits);
        if (!seed.equals(NO_SEED)) {
            ((Randomizable) classifier).setSeed(Integer.parseInt(seed));
        }
        if (classifier instanceof XGBoostRegressor) {
            XGBoostRegressor.load();
        }
        return classifier;
    }

    /** The learner's default seed and the ones after it, so that the first run is with all defaults. */
    static List<String> seeds(AbstractClassifier classifier, int howMany) {
        if (!(classifier instanceof Randomizable randomizable)) {
            return List.of(NO_SEED);
        }
        int first = randomizable.getSeed();
        return IntStream.range(first, first + howMany)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Class and options: together with the seed they say exactly what is run. */
    static String describe(AbstractClassifier classifier) {
        return (classifier.getClass().getSimpleName() + " " + Utils.joinOptions(classifier.getOptions())).strip();
    }
}
