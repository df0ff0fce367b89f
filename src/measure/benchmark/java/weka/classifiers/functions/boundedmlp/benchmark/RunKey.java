package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.List;

/**
 * What a result depends on. If any part of it changes, the learner runs again.
 *
 * @param file the name of the data file
 * @param checksum the checksum of the data file
 * @param learner the learner's name in the report
 * @param options the learner's class and options
 * @param version the version of the learner's code
 * @param seed a number or {@link Learner#NO_SEED}
 * @param folds the number of folds
 */
record RunKey(String file, String checksum, String learner, String options, String version, String seed, int folds) {

    static final List<String> COLUMNS = List.of("File", "Checksum", "Learner", "Options", "Version", "Seed", "Folds");

    List<String> cells() {
        return List.of(file, checksum, learner, options, version, seed, Integer.toString(folds));
    }

    static RunKey of(List<String> cells) {
        return new RunKey(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                Integer.parseInt(cells.get(6)));
    }

    /** File, learner and seed, for people. */
    @Override
    public String toString() {
        return file + ", " + learner + (seed.equals(Learner.NO_SEED) ? "" : ", seed " + seed);
    }
}
