package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import weka.classifiers.AbstractClassifier;

/**
 * The runs of a benchmark.
 *
 * @param files the files, sorted by their number of rows
 * @param leftOut for each file that cannot be cross-validated the reason
 * @param learners the learners, in the order of the report
 * @param runs one list for each learner on each file, with a run per seed; the seeds share the time limit
 */
record Plan(List<DataFile> files, Map<String, String> leftOut, List<Learner> learners, List<List<Run>> runs) {

    static Plan of(Settings settings, Versions versions) throws BenchmarkFailure, IOException {
        List<Learner> learners = new Learners(settings.extra()).select(settings.learners());
        Map<String, String> leftOut = new LinkedHashMap<>();
        List<DataFile> files = new ArrayList<>();
        for (String name : names(settings)) {
            try {
                files.add(DataFile.read(settings.data(), name, settings));
            } catch (IOException | IllegalArgumentException e) {
                leftOut.put(name, String.valueOf(e.getMessage()));
            }
        }
        if (files.isEmpty()) {
            throw new BenchmarkFailure(
                    leftOut.isEmpty()
                            ? "there are no ARFF files in " + settings.data().toAbsolutePath() + "."
                            : "no file can be cross-validated: " + leftOut + ".");
        }
        files.sort(Comparator.comparingInt(DataFile::rows));
        List<List<Run>> runs = new ArrayList<>();
        for (DataFile file : files) {
            for (Learner learner : learners) {
                runs.add(runs(file, learner, settings.seeds(), versions));
            }
        }
        return new Plan(List.copyOf(files), leftOut, learners, runs);
    }

    private static List<String> names(Settings settings) throws IOException, BenchmarkFailure {
        List<String> there = DataFile.namesIn(settings.data());
        TreeSet<String> missing = new TreeSet<>(settings.files());
        missing.addAll(settings.limits().keySet());
        there.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new BenchmarkFailure("there is no " + String.join(".arff, ", missing) + ".arff in "
                    + settings.data().toAbsolutePath() + ".");
        }
        return settings.files().isEmpty() ? there : settings.files();
    }

    private static List<Run> runs(DataFile file, Learner learner, int seeds, Versions versions) {
        String options;
        String version;
        List<String> drawn;
        try {
            AbstractClassifier classifier = learner.factory().create(file.limits());
            options = Learner.describe(classifier);
            version = versions.of(classifier);
            drawn = Learner.seeds(classifier, seeds);
        } catch (Exception e) {
            // the worker will fail in the same way, and report it as the result
            options = "refused: " + e.getMessage();
            version = versions.ours();
            drawn = List.of(Learner.NO_SEED);
        }
        List<Run> runs = new ArrayList<>();
        for (String seed : drawn) {
            runs.add(new Run(
                    file,
                    learner,
                    new RunKey(file.name(), file.checksum(), learner.name(), options, version, seed, file.folds())));
        }
        return runs;
    }
}
