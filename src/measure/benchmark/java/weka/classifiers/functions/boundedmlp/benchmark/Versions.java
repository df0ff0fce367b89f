package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import ml.dmlc.xgboost4j.java.Booster;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;

/** The versions of the learners' code, so that results of other code are not reused. */
final class Versions {
    private final String ours;

    /**
     * Computes our version.
     *
     * @param packageVersion the package's version; a checksum of the classes is appended, because they change within a
     *     version
     */
    Versions(String packageVersion) throws IOException {
        ours = packageVersion + "+" + digest(origin(BoundedMLPRegressor.class));
    }

    /** Our version and checksum for our learners; for others the name of their jar without {@code .jar}. */
    String of(Classifier classifier) {
        if (classifier instanceof BoundedMLPRegressor || classifier instanceof FitThenClip) {
            return ours;
        }
        Class<?> code = classifier instanceof XGBoostRegressor ? Booster.class : classifier.getClass();
        return origin(code).getFileName().toString().replaceFirst("\\.jar$", "");
    }

    String ours() {
        return ours;
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Java does not know where " + type + " comes from.", e);
        }
    }

    private static String digest(Path classes) throws IOException {
        CRC32 crc = new CRC32();
        try (Stream<Path> paths = Files.walk(classes)) {
            List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                crc.update(Files.readAllBytes(file));
            }
        }
        return Long.toHexString(crc.getValue());
    }
}
