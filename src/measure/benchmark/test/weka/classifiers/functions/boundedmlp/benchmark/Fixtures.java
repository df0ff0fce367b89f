package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;

/** Data, settings and results for the benchmark's tests. */
final class Fixtures {
    private Fixtures() {}

    /** Writes {@code NAME.arff} with two inputs; the class is their noisy sum, or 0 if that is negative. */
    static Path data(Path folder, String name, int rows, String... comments) throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (String comment : comments) {
            text.append("% ").append(comment).append("\n");
        }
        text.append("@relation r\n@attribute a numeric\n@attribute b numeric\n@attribute y numeric\n@data\n");
        for (int row = 0; row < rows; row++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double y = Math.max(0, a + b + random.nextGaussian() / 2);
            text.append(String.format(Locale.ROOT, "%s,%s,%s%n", a, b, y));
        }
        return Files.writeString(folder.resolve(name + ".arff"), text);
    }

    /** Settings from alternating names, without their prefix, and values. */
    static Settings settings(Path data, String... namesAndValues) throws BenchmarkFailure {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty("benchmark." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.read(properties, data);
    }

    static RunKey key(String learner, String seed, int folds) {
        return new RunKey("data", "c0ffee", learner, learner + " -S, \"x\"", "1.0", seed, folds);
    }

    /** Folds with the given RMSE and training time, otherwise equal. */
    static List<FoldResult> folds(double seconds, double... rmse) {
        return IntStream.range(0, rmse.length)
                .mapToObj(i -> new FoldResult(90, 10, 10, rmse[i], rmse[i] / 2, 2, 0, 3, 0.3, 0.25, seconds, 0))
                .toList();
    }
}
