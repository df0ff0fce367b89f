package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;

/** Which code a learner's results are the results of. */
final class Versions {
    private final String ours;

    /**
     * Versions.
     *
     * @param packageVersion our own; a digest of the classes goes with it, because the version stays while they change
     */
    Versions(String packageVersion) throws IOException {
        ours = packageVersion + "+" + digest(origin(BoundedMLPRegressor.class));
    }

    /** Our version and the digest for our learners, the jar's name without its ending for the others. */
    String of(Classifier classifier) {
        if (classifier instanceof BoundedMLPRegressor || classifier instanceof FitThenClip) {
            return ours;
        }
        return origin(classifier.getClass()).getFileName().toString().replaceFirst("\\.jar$", "");
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
