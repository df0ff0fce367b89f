package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * All scores of a plan, and figures over its files.
 *
 * @param byFile for each file the scores by learner; a learner without a finished seed has no score
 * @param problems sentences that say what is missing, and why
 */
record Scores(Map<String, Map<String, Score>> byFile, List<String> problems) {

    static Scores of(Plan plan, ResultStore store) {
        Map<String, Map<String, Score>> byFile = new LinkedHashMap<>();
        Set<String> problems = new LinkedHashSet<>();
        plan.leftOut().forEach((file, reason) -> problems.add(file + " is left out: " + reason));
        int waiting = 0;
        for (List<Run> runs : plan.runs()) {
            List<List<FoldResult>> done = new ArrayList<>();
            for (Run run : runs) {
                Outcome outcome = store.find(run.key());
                if (outcome == null) {
                    waiting++;
                } else if (outcome.status() == Outcome.Status.DONE) {
                    done.add(outcome.folds());
                } else {
                    String verb = outcome.status() == Outcome.Status.FAILED ? "failed: " : "";
                    problems.add(run.key() + ": " + verb + outcome.message());
                }
            }
            RunKey key = runs.get(0).key();
            Map<String, Score> row = byFile.computeIfAbsent(key.file(), file -> new LinkedHashMap<>());
            if (!done.isEmpty()) {
                Score score = new Score(done);
                row.put(key.learner(), score);
                if (score.unpredicted() > 0) {
                    problems.add(key.file() + ", " + key.learner() + ": " + score.unpredicted()
                            + " rows got no prediction; the errors ignore them.");
                }
            }
        }
        if (waiting > 0) {
            problems.add(waiting + " runs have no result yet: the benchmark is still running, or was stopped.");
        }
        return new Scores(byFile, List.copyOf(problems));
    }

    @Nullable
    Score get(String file, String learner) {
        return byFile.getOrDefault(file, Map.of()).get(learner);
    }

    /** A figure of a score; NaN if there is no score. */
    double value(String file, String learner, ToDoubleFunction<Score> figure) {
        Score score = get(file, learner);
        return score == null ? Double.NaN : figure.applyAsDouble(score);
    }

    /** The files on which all given learners have a score. */
    List<String> complete(List<String> learners) {
        return byFile.keySet().stream()
                .filter(file -> byFile.getOrDefault(file, Map.of()).keySet().containsAll(learners))
                .toList();
    }

    /**
     * The learner's error divided by the smallest error of the others, for each file on which the learner and at least
     * one of the others have a score.
     */
    Map<String, Double> ratios(String learner, List<String> others, ToDoubleFunction<Score> error) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (String file : byFile.keySet()) {
            double best = others.stream()
                    .mapToDouble(other -> value(file, other, error))
                    .filter(value -> !Double.isNaN(value))
                    .min()
                    .orElse(Double.NaN);
            double ratio = value(file, learner, error) / best;
            if (!Double.isNaN(ratio)) {
                ratios.put(file, ratio);
            }
        }
        return ratios;
    }

    /** {@link Score#compare} with our learner; 0 if one of the two has no score. */
    int difference(String file, String learner) {
        Score score = get(file, learner);
        Score ours = get(file, Learners.OURS);
        return score == null || ours == null ? 0 : score.compare(ours);
    }

    static double geometricMean(Map<String, Double> ratios) {
        return Math.exp(
                ratios.values().stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    }

    /**
     * The mean rank of the learner's RMSE among those of the given learners, over the files on which all of them have a
     * score; 1 is the smallest.
     */
    double meanRank(String learner, List<String> learners) {
        return complete(learners).stream()
                .mapToDouble(file -> rank(
                        value(file, learner, Score::rmse),
                        learners.stream()
                                .mapToDouble(other -> value(file, other, Score::rmse))
                                .toArray()))
                .average()
                .orElse(Double.NaN);
    }

    /** The rank of a value, from 1; equal values have the mean of their ranks. */
    static double rank(double value, double[] all) {
        double lower = DoubleStream.of(all).filter(other -> other < value).count();
        double equal = DoubleStream.of(all).filter(other -> other == value).count();
        return lower + (equal + 1) / 2;
    }
}
