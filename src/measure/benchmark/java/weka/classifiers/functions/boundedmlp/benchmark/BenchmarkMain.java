package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Compares learners on a folder of ARFF files; the Maven profile "benchmark" runs it. The guide's page "Benchmarking"
 * describes it, {@link Settings} lists the settings.
 */
final class BenchmarkMain {
    private final Settings settings;
    private final Versions versions;
    private final Path folder;
    private final Plan plan;
    private final Map<String, Double> targets;

    private BenchmarkMain(Settings settings, String packageVersion, Path folder) throws IOException, BenchmarkFailure {
        this.settings = settings;
        this.folder = folder;
        versions = new Versions(packageVersion);
        plan = Plan.of(settings, versions);
        targets = Targets.read(settings.targets());
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the package's version, the class path of the learners, the folder to write to, and the default
     *     folder of data
     */
    public static void main(String[] arguments) throws Exception {
        Settings settings =
                Settings.read(System.getProperties(), Path.of(arguments[3]).normalize());
        if (System.getProperty("benchmark.intervals") != null) {
            new IntervalTables(settings).print(System.out);
        } else {
            new BenchmarkMain(settings, arguments[0], Path.of(arguments[2]).normalize()).run(arguments[1]);
        }
    }

    private void run(String classPath) throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        try (ResultStore store = ResultStore.open(folder.resolve("results.csv"))) {
            List<Run> runs = plan.runs().stream().flatMap(List::stream).toList();
            int there = (int) runs.stream()
                    .map(run -> store.find(run.key()))
                    .filter(outcome -> outcome != null && Benchmark.settled(outcome, settings.minutes()))
                    .count();
            announce(runs.size(), there);
            Workers workers = new Workers(classPath, work, settings);
            Progress progress = new Progress(System.out, runs.size(), there);
            new Benchmark(store, workers, progress, settings.minutes())
                    .carryOut(plan, settings.processes(), () -> write(store));
            write(store);
            Report report = report(store);
            System.out.printf(
                    "%nRoot mean squared error (in brackets the seconds for training)%n%s%s%n%nSummary%n%s%n%s"
                            + "The whole report is in %s, the figures are in summary.csv beside it.%n",
                    report.rmse(),
                    report.arrows(),
                    report.summary().table(),
                    trees(report.trees()),
                    folder.resolve("report.md"));
        }
    }

    private static String trees(TreesTable trees) {
        return trees.isEmpty() ? "" : "Against tree learners\n" + trees.table() + "\n";
    }

    private void announce(int runs, int there) {
        System.out.println(setting());
        plan.leftOut().forEach((file, reason) -> System.out.println(file + " is left out: " + reason));
        plan.files().stream()
                .filter(file -> !file.bounded())
                .forEach(file -> System.out.println(file.name()
                        + ": no bound is used, because none is known (give it by a comment at the top"
                        + " of the file or by -Dbenchmark.bounds)."));
        System.out.printf("%d runs, of which %d already have a result in %s.%n", runs, there, folder);
        System.out.flush();
    }

    private Report report(ResultStore store) {
        return new Report(plan, Scores.of(plan, store), targets);
    }

    private synchronized void write(ResultStore store) {
        Scores scores = Scores.of(plan, store);
        try {
            Files.writeString(
                    folder.resolve("report.md"),
                    new Report(plan, scores, targets).text("Benchmark of boundedMLP " + versions.ours(), setting()));
            Files.writeString(folder.resolve("summary.csv"), Exports.summary(plan, scores));
            Files.writeString(folder.resolve("experimenter.csv"), Exports.experimenter(plan, scores));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String setting() {
        return plan.learners().size() + " learners on " + plan.files().size() + " files of "
                + settings.data().toAbsolutePath().normalize()
                + ", on the folds of Weka's cross-validation with seed 1."
                + " Learners that draw random numbers run with "
                + (settings.seeds() == 1
                        ? "their default seed."
                        : settings.seeds() + " seeds, starting at their default; figures are means over the seeds.")
                + " A learner may take " + Numbers.shown(settings.minutes()) + " minutes per file."
                + " Times: Java " + System.getProperty("java.version") + ", " + settings.processes() + " of "
                + Runtime.getRuntime().availableProcessors() + " processors.";
    }
}
