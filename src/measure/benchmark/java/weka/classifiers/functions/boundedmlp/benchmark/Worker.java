package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The process that runs one learner on one file with one seed. It writes the results of the folds to a file, or the
 * reason why there are none.
 */
final class Worker {
    /** The exit code if the file holds a reason instead of results. */
    static final int FAILED = 1;

    private Worker() {}

    /** The arguments for {@link #main}. */
    static List<String> arguments(Run run, Map<String, String> extra, Path result) {
        Limits limits = run.file().limits();
        String name = run.learner().name();
        List<String> arguments = new ArrayList<>(List.of(
                run.file().path().toString(),
                Integer.toString(run.file().folds()),
                Double.toString(limits.lower()),
                Double.toString(limits.upper()),
                name,
                run.key().seed(),
                result.toString()));
        if (extra.containsKey(name)) {
            arguments.add(extra.getOrDefault(name, ""));
        }
        return arguments;
    }

    /** Runs the learner. */
    @SuppressWarnings("CatchAndPrintStackTrace") // this process's output is a log file
    public static void main(String[] arguments) throws IOException {
        Path result = Path.of(arguments[6]);
        try {
            Files.write(result, run(arguments));
        } catch (Throwable e) { // an OutOfMemoryError is a result, too
            e.printStackTrace();
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            Files.writeString(result, e instanceof Error ? e.toString() : message);
            System.exit(FAILED);
        }
        // a learner may have left threads running
        System.exit(0);
    }

    private static List<String> run(String[] arguments) throws Exception {
        int folds = Integer.parseInt(arguments[1]);
        Limits limits = new Limits(Double.parseDouble(arguments[2]), Double.parseDouble(arguments[3]));
        String name = arguments[4];
        Map<String, String> extra = arguments.length > 7 ? Map.of(name, arguments[7]) : Map.of();
        Learner learner = new Learners(extra).named(name);
        return CrossValidation.run(
                        learner.create(limits, arguments[5]), DataFile.load(Path.of(arguments[0])), folds, limits)
                .stream()
                .map(fold -> Csv.line(fold.cells()))
                .toList();
    }
}
