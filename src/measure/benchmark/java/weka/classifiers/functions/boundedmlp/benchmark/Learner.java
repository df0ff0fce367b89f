package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.AbstractClassifier;
import weka.core.Randomizable;
import weka.core.Utils;

/**
 * A learner under its name in the report.
 *
 * @param name unique in a benchmark
 * @param factory makes it, untrained, for a file with these bounds
 */
record Learner(String name, Factory factory) {

    /** The seed of a learner that draws no random numbers. */
    static final String NO_SEED = "none";

    /** Makes a learner, untrained. */
    interface Factory {
        /**
         * Makes a learner.
         *
         * @param limits the bounds of the file
         * @throws Exception if options are not allowed
         */
        AbstractClassifier create(Limits limits) throws Exception;
    }

    /** The learner with one of its {@link #seeds}. */
    AbstractClassifier create(Limits limits, String seed) throws Exception {
        AbstractClassifier classifier = factory.create(limits);
        if (!seed.equals(NO_SEED)) {
            ((Randomizable) classifier).setSeed(Integer.parseInt(seed));
        }
        return classifier;
    }

    /** The seed it has by default and the following ones, so that the first run is that of its defaults. */
    static List<String> seeds(AbstractClassifier classifier, int howMany) {
        if (!(classifier instanceof Randomizable randomizable)) {
            return List.of(NO_SEED);
        }
        int first = randomizable.getSeed();
        return IntStream.range(first, first + howMany)
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Class and options, which say exactly what is run, but for the seed. */
    static String describe(AbstractClassifier classifier) {
        return (classifier.getClass().getSimpleName() + " " + Utils.joinOptions(classifier.getOptions())).strip();
    }
}
