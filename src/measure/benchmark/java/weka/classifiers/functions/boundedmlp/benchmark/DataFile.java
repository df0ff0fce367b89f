package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import weka.core.Instance;
import weka.core.Instances;

/**
 * What the benchmark knows about an ARFF file, whose last attribute is the class.
 *
 * @param name the file's name without {@code .arff}
 * @param checksum the checksum of the file's bytes, so that results of an earlier content are not reused
 * @param atBound the share of the rows whose class is at or beyond a bound, in [0, 1]
 */
record DataFile(
        String name, Path path, String checksum, int rows, int inputs, Limits limits, double atBound, int folds) {

    /** With more rows than this, three folds are precise enough and ten would take hours. */
    private static final int LARGE = 5_000;

    private static final String ENDING = ".arff";

    /** The names of the ARFF files in a folder, without {@code .arff}, sorted. */
    static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if the file cannot be cross-validated; the message continues a sentence that
     *     starts with the file's name
     */
    static DataFile read(Path folder, String name, Settings settings) throws IOException {
        Path path = folder.resolve(name + ENDING);
        Instances data = load(path);
        if (!data.classAttribute().isNumeric()) {
            throw new IllegalArgumentException("the last attribute, which is the class, is not numeric.");
        }
        int rows = data.numInstances();
        int folds = settings.folds().orElse(rows > LARGE ? 3 : 10);
        if (rows < folds) {
            throw new IllegalArgumentException("there are " + rows + " rows for " + folds + " folds.");
        }
        Limits fromComments = Limits.fromComments(comments(path));
        Limits limits = settings.limits().getOrDefault(name, fromComments);
        long atBound = data.stream()
                .mapToDouble(Instance::classValue)
                .filter(y -> y <= limits.lower() || y >= limits.upper())
                .count();
        double share = (double) atBound / rows;
        return new DataFile(name, path, checksum(path), rows, data.numAttributes() - 1, limits, share, folds);
    }

    boolean bounded() {
        return !limits.equals(Limits.NONE);
    }

    /** Reads the rows and sets the class index. */
    static Instances load(Path path) throws IOException {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            Instances data = new Instances(reader);
            data.setClassIndex(data.numAttributes() - 1);
            return data;
        }
    }

    private static List<String> comments(Path path) throws IOException {
        try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
            return lines.map(String::strip)
                    .takeWhile(line -> line.isEmpty() || line.startsWith("%"))
                    .toList();
        }
    }

    private static String checksum(Path path) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(path));
        return Long.toHexString(crc.getValue());
    }
}
