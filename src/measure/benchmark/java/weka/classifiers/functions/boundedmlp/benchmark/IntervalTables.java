package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.GaussianProcesses;
import weka.core.Instances;

/**
 * How often the prediction intervals of the bounded network cover the target, and how wide they are compared with those
 * of Gaussian processes.
 */
final class IntervalTables {
    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95, 0.99};

    /** The index of Weka's default level. */
    private static final int DEFAULT = 3;

    /** The time of Gaussian processes grows with the cube of the number of rows. */
    private static final int MOST_ROWS_OF_PEER = 1500;

    private final List<DataFile> files = new ArrayList<>();

    IntervalTables(Settings settings) throws IOException {
        List<String> names = settings.files().isEmpty() ? DataFile.namesIn(settings.data()) : settings.files();
        for (String name : names) {
            files.add(DataFile.read(settings.data(), name, settings));
        }
    }

    /** Prints both tables. */
    void print(PrintStream out) throws Exception {
        out.printf(
                "Coverage in %%; in brackets the mean width in %% of the range of the training targets; *: the coverage"
                        + " differs from the level by more than three standard deviations%n%n%s%n",
                coverage());
        out.printf(
                "Mean width divided by that of GaussianProcesses (with defaults, its intervals stretched to cover as"
                        + " many rows as ours), on at most %d rows of each file%n%n%s",
                MOST_ROWS_OF_PEER, beside());
    }

    private MarkdownTable coverage() throws Exception {
        MarkdownTable table = new MarkdownTable(header("File", "rows"));
        for (DataFile file : files) {
            Instances data = DataFile.load(file.path());
            IntervalRun run = ours(file, data);
            List<String> cells = new ArrayList<>(List.of(file.name(), "" + run.rows()));
            for (int i = 0; i < LEVELS.length; i++) {
                cells.add(String.format(
                        Locale.ROOT,
                        "%.1f%s (%s)",
                        100 * run.coverages().get(i),
                        run.offNominal(i, LEVELS[i]) ? "*" : "",
                        width(100 * run.sizes().get(i))));
            }
            table.row(cells);
        }
        return table;
    }

    private MarkdownTable beside() throws Exception {
        MarkdownTable table = new MarkdownTable(header("File", "rows", "its 95 % interval covers"));
        int[] narrower = new int[LEVELS.length];
        for (DataFile file : files) {
            Instances part = DataFile.load(file.path());
            if (part.numInstances() > MOST_ROWS_OF_PEER) {
                part.randomize(new Random(1));
                part = new Instances(part, 0, MOST_ROWS_OF_PEER);
            }
            IntervalRun ours = ours(file, part);
            IntervalRun peer = IntervalRun.of(new GaussianProcesses(), c -> 1, part, file.folds(), LEVELS[DEFAULT]);
            List<String> cells = new ArrayList<>(List.of(
                    file.name(),
                    "" + part.numInstances(),
                    Numbers.percent(peer.coverages().get(0))));
            for (int i = 0; i < LEVELS.length; i++) {
                double ratio = ours.sizes().get(i)
                        / (peer.sizes().get(0) * peer.stretch(ours.coverages().get(i)));
                narrower[i] += ratio < 1 ? 1 : 0;
                cells.add(Numbers.cents(ratio));
            }
            table.row(cells);
        }
        List<String> cells = new ArrayList<>(List.of("narrower", "", ""));
        for (int count : narrower) {
            cells.add(count + " of " + files.size());
        }
        table.row(cells);
        return table;
    }

    private IntervalRun ours(DataFile file, Instances data) throws Exception {
        BoundedMLPRegressor regressor = new BoundedMLPRegressor();
        regressor.setLowerBound(file.limits().lower());
        regressor.setUpperBound(file.limits().upper());
        return IntervalRun.of(regressor, IntervalTables::heldOutRows, data, file.folds(), LEVELS);
    }

    private static int heldOutRows(Classifier trained) {
        return (int) ((BoundedMLPRegressor) trained).getMeasure("measureHeldOutRows");
    }

    private static String width(double percent) {
        return String.format(Locale.ROOT, percent < 1 ? "%.2f" : "%.1f", percent);
    }

    private static List<String> header(String... first) {
        List<String> cells = new ArrayList<>(List.of(first));
        DoubleStream.of(LEVELS).forEach(level -> cells.add(String.format(Locale.ROOT, "%.0f %%", 100 * level)));
        return cells;
    }
}
