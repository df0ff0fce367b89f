package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The RMSE to reach on each file. */
final class Targets {
    private Targets() {}

    /**
     * Reads a CSV of {@code file,rmse}, with or without a header.
     *
     * @param path the CSV; null for no targets
     * @return the RMSE by name of the file
     * @throws BenchmarkFailure if a line after the first is not {@code file,rmse}
     */
    static Map<String, Double> read(@Nullable Path path) throws IOException, BenchmarkFailure {
        Map<String, Double> targets = new LinkedHashMap<>();
        List<String> lines = path == null ? List.of() : Files.readAllLines(path);
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = Csv.cells(lines.get(i));
            try {
                targets.put(cells.get(0).strip(), Double.valueOf(cells.get(1).strip()));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                if (i > 0 && !lines.get(i).isBlank()) {
                    throw new BenchmarkFailure(
                            "line " + (i + 1) + " of " + path + " must be \"file,rmse\", but is " + lines.get(i) + ".");
                }
            }
        }
        return targets;
    }
}
