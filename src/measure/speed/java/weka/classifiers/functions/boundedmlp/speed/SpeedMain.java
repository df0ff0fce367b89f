package weka.classifiers.functions.boundedmlp.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weka.classifiers.functions.boundedmlp.benchmark.BenchmarkFailure;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;

/**
 * Compares the bounded network's speed with that of its peers; the Maven profile "speed" runs it. The guide's page
 * "Benchmarking" describes it, {@link SpeedSettings} lists the settings.
 */
final class SpeedMain {
    private static final List<Section> SECTIONS = List.of(
            new TrainingSection(),
            new SameAccuracySection(),
            new SteadinessSection(),
            new ThreadsSection(),
            new PredictionSection(),
            new ShortJobsSection(),
            new GrowthSection());

    private SpeedMain() {}

    /**
     * Runs the sections.
     *
     * @param arguments the package's version, the class path of the measuring processes, the folder to write to, and
     *     the folder of the Python scripts
     */
    public static void main(String[] arguments) throws Exception {
        SpeedSettings settings = SpeedSettings.read(
                System.getProperties(),
                SECTIONS.stream().map(Section::name).toList(),
                Runtime.getRuntime().availableProcessors());
        Path folder = Files.createDirectories(Path.of(arguments[2]).normalize());
        Pinning pinning = Pinning.to(Integer.toString(settings.core()));
        List<Python.Installed> pythons = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Python peer : List.of(Python.SCIKIT_LEARN, Python.PYTORCH)) {
            List<Python.Installed> found = peer.find();
            pythons.addAll(found);
            if (found.isEmpty()) {
                remarks.add(peer.missing());
            }
        }
        Harness harness = new Harness(
                settings,
                new Launcher(arguments[1], folder, settings.memory(), pinning),
                folder,
                Path.of(arguments[3]),
                pythons,
                line -> {
                    System.out.println(line);
                    System.out.flush();
                });
        String heading = heading(arguments[0], settings, pinning, pythons, remarks);
        System.out.println(heading);
        new SpeedMain().run(harness, heading, folder.resolve("report.md"));
    }

    private static String heading(
            String version,
            SpeedSettings settings,
            Pinning pinning,
            List<Python.Installed> pythons,
            List<String> remarks) {
        String peers = pythons.stream()
                .map(installed -> installed.peer().name() + " " + installed.version())
                .collect(Collectors.joining(", "));
        return "# Speed of boundedMLP " + version + "\n\n"
                + (settings.smoke() ? "This is a smoke run on very little data: its numbers mean nothing.\n\n" : "")
                + "Java " + System.getProperty("java.version") + (peers.isEmpty() ? "" : ", " + peers)
                + ". Every measurement runs in a separate process with one thread, " + pinning.words()
                + ". Figures are medians of at least " + settings.launches()
                + (settings.launches() == 1 ? " launch. " : " launches. ")
                + "Times differ between machines: compare the ratios."
                + remarks.stream().map(remark -> "\n\n" + remark).collect(Collectors.joining())
                + "\n";
    }

    private void run(Harness harness, String heading, Path file)
            throws IOException, InterruptedException, BenchmarkFailure {
        StringBuilder report = new StringBuilder(heading);
        List<Target> targets = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Section section : SECTIONS) {
            if (harness.settings().sections().contains(section.name())) {
                SectionReport part = new SectionReport(section.title());
                try {
                    section.run(harness, part);
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    part.paragraph("This section could not be finished: " + e.getMessage());
                    failures.add(section.name());
                }
                targets.addAll(part.targets());
                System.out.println("\n" + part.text());
                report.append("\n").append(part.text());
                Files.writeString(file, report + "\n" + summary(targets));
            }
        }
        System.out.println(summary(targets) + "\nThe whole report is in " + file + ".");
        if (!failures.isEmpty()) {
            throw new BenchmarkFailure("could not finish " + String.join(", ", failures) + "; see " + file + ".");
        }
    }

    private static String summary(List<Target> targets) {
        List<Target> missed = targets.stream()
                .filter(target -> !Double.isNaN(target.measured()) && !target.reached())
                .toList();
        long unknown = targets.stream()
                .filter(target -> Double.isNaN(target.measured()))
                .count();
        MarkdownTable table = SectionReport.table(missed);
        return "## Summary\n\n" + (targets.size() - missed.size() - unknown) + " of " + targets.size()
                + " targets were reached, " + missed.size() + " were missed, " + unknown + " were not measured.\n"
                + (missed.isEmpty() ? "" : "\n" + table);
    }
}
