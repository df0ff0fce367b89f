package weka.classifiers.functions.boundedmlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uses the package for its main purpose, as a user would: installs the zip with Weka's package manager into a private
 * Weka home, cross-validates on the rain data that comes with it, and compares with Weka's own MultilayerPerceptron.
 */
final class RainDemo {
    private static final String OURS = "BoundedMLPRegressor";
    private static final String THEIRS = "MultilayerPerceptron";

    private RainDemo() {}

    /** The profile "demo" runs this with the zip, the folder of Weka's jars and a folder to work in. */
    public static void main(String[] arguments) throws Exception {
        demonstrate(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    private static void demonstrate(Path zip, Path jars, Path work)
            throws DemoFailed, IOException, InterruptedException {
        WekaProcess weka = new WekaProcess(Path.of(System.getProperty("java.home")), jars, work);
        String printed = weka.packageManager("-install-package", zip.toString());
        Path data = weka.installed("boundedMLP").resolve("data").resolve("seattle_rain.arff");
        if (!Files.exists(data)) {
            System.out.println(printed.strip());
            throw new DemoFailed("Weka's package manager did not install " + zip + ", see above what it said.");
        }
        System.out.println("Installed " + zip.getFileName() + " with Weka's package manager into " + work + ".");

        Scores ours = crossValidate(weka, OURS, data);
        Scores theirs = crossValidate(weka, THEIRS, data);
        print(ours, theirs);

        if (ours.smallest() < 0) {
            throw new DemoFailed("the smallest prediction of " + OURS + " is " + ours.smallest() + ", below 0.");
        }
        if (!(ours.rmse() < theirs.rmse())) {
            throw new DemoFailed("the RMSE of " + OURS + ", " + ours.rmse() + ", is not lower than " + theirs.rmse()
                    + " of " + THEIRS + ".");
        }
    }

    private static Scores crossValidate(WekaProcess weka, String scheme, Path data)
            throws DemoFailed, IOException, InterruptedException {
        // Weka prints either its evaluation or the predictions, so the same folds run twice, side by side.
        Path file = data.resolveSibling(scheme + ".csv");
        CompletableFuture<String> predicting = CompletableFuture.supplyAsync(() -> {
            try {
                String csv = "weka.classifiers.evaluation.output.prediction.CSV -decimals 12 -file \"" + file + "\"";
                return weka.run(scheme, "-t", data.toString(), "-x", "10", "-s", "1", "-classifications", csv);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        });
        long start = System.nanoTime();
        String evaluation = weka.run(scheme, "-t", data.toString(), "-x", "10", "-s", "1", "-o", "-v");
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%n%s, 10-fold cross-validation, seed 1%n%s%n", scheme, evaluation.strip());

        List<double[]> rows = readPredictions(scheme, file, predicting);
        Scores scores = new Scores(
                number(scheme, evaluation, "Root mean squared error"),
                number(scheme, evaluation, "Mean absolute error"),
                number(scheme, evaluation, "Correlation coefficient"),
                rows.stream().mapToDouble(r -> r[1]).min().orElse(Double.NaN),
                rows.stream().filter(r -> r[1] < 0).count(),
                seconds);
        double rmse = Math.sqrt(rows.stream()
                .mapToDouble(r -> (r[1] - r[0]) * (r[1] - r[0]))
                .average()
                .orElse(Double.NaN));
        if (!(Math.abs(rmse - scores.rmse()) < 1e-3)) {
            throw new DemoFailed("the predictions of " + scheme + " have an RMSE of " + rmse
                    + ", but Weka's evaluation says " + scores.rmse() + ": they are not those of the same models.");
        }
        return scores;
    }

    /** The actual and the predicted value of every row. */
    private static List<double[]> readPredictions(String scheme, Path file, CompletableFuture<String> predicting)
            throws DemoFailed, IOException, InterruptedException {
        String printed;
        try {
            printed = predicting.get();
        } catch (ExecutionException e) {
            throw new DemoFailed("Weka could not be run for the predictions of " + scheme + ": " + e.getCause());
        }
        if (!Files.exists(file)) {
            System.out.println(printed.strip());
            throw new DemoFailed("Weka wrote no predictions of " + scheme + ", see above what it said.");
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.matches("\\d+,.*"))
                .map(line -> line.split(",", -1))
                .map(cells -> new double[] {Double.parseDouble(cells[1]), WekaProcess.prediction(cells[2])})
                .toList();
    }

    private static double number(String scheme, String evaluation, String label) throws DemoFailed {
        Matcher matcher = Pattern.compile(Pattern.quote(label) + "\\s+(\\S+)").matcher(evaluation);
        if (!matcher.find()) {
            throw new DemoFailed("Weka's evaluation of " + scheme + " has no line \"" + label + "\".");
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static void print(Scores ours, Scores theirs) {
        System.out.printf("%n%-22s%22s%22s%n", "Daily rain, mm", OURS, THEIRS);
        row("RMSE", "%.4f", Scores::rmse, ours, theirs);
        row("Mean absolute error", "%.4f", Scores::mae, ours, theirs);
        row("Correlation", "%.4f", Scores::correlation, ours, theirs);
        row("Smallest prediction", "%.4f", Scores::smallest, ours, theirs);
        row("Predictions below 0", "%d", Scores::belowZero, ours, theirs);
        row("Seconds", "%.1f", Scores::seconds, ours, theirs);
    }

    private static void row(String label, String format, Function<Scores, Object> value, Scores ours, Scores theirs) {
        System.out.printf(
                "%-22s%22s%22s%n",
                label,
                String.format(Locale.ROOT, format, value.apply(ours)),
                String.format(Locale.ROOT, format, value.apply(theirs)));
    }

    /** What the table shows about one scheme. */
    private record Scores(
            double rmse, double mae, double correlation, double smallest, long belowZero, double seconds) {}

    /** The reason why the demo stops, as one sentence for Maven to show. */
    private static final class DemoFailed extends Exception {
        private static final long serialVersionUID = 1L;

        DemoFailed(String message) {
            super("Demo failed: " + message);
        }
    }
}
