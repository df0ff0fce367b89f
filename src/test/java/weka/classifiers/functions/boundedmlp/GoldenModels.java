package weka.classifiers.functions.boundedmlp;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/**
 * The model files that each version saved in {@code src/test/resources/golden/VERSION}, and their predictions bit by
 * bit. All were trained on {@code train.arff} and predict {@code rows.arff}, whose rows hold missing, huge and unseen
 * values. {@code mvn -q -B -Pgolden process-test-classes} writes the files of the current version again. Once that
 * version is released, they do not change any more.
 */
final class GoldenModels {

    static final Path FOLDER = Path.of("src/test/resources/golden");

    /** The level of the intervals. */
    private static final double LEVEL = 0.9;

    /** The options with which each model is trained, by its name. */
    private static final Map<String, String> OPTIONS = new TreeMap<>(Map.of(
            "clamp", "-H 6 -N 40",
            "sigmoid", "-H 6 -N 40 -lower-bound 0.7 -upper-bound 12.3 -output sigmoid",
            "softplus", "-H 6 -N 40 -lower-bound -Infinity -upper-bound 20 -output softplus",
            "unbounded", "-H 6 -N 40 -lower-bound -Infinity -optimizer sgd -V 0",
            "resumable", "-H 4 -N 5 -E 1000 -upper-bound 15 -resume"));

    private GoldenModels() {}

    /** Writes the files of the current version, which is the argument. */
    public static void main(String[] arguments) throws Exception {
        Path folder = FOLDER.resolve(arguments[0]);
        Files.createDirectories(folder);
        for (Map.Entry<String, String> model : OPTIONS.entrySet()) {
            Path file = folder.resolve(model.getKey() + ".model");
            List<String> line = new ArrayList<>(List.of(model.getValue().split(" ")));
            line.addAll(List.of(
                    "-v", "-t", FOLDER.resolve("train.arff").toString(), "-no-cv", "-o", "-d", file.toString()));
            BoundedMLPRegressor.main(line.toArray(String[]::new));
            Files.write(predictionsOf(file), predictions(load(file), read("rows.arff")));
        }
    }

    /** The files of all versions. */
    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(FOLDER, Files::isDirectory)) {
            for (Path version : versions) {
                try (DirectoryStream<Path> models = Files.newDirectoryStream(version, "*.model")) {
                    models.forEach(files::add);
                }
            }
        }
        return files.stream().sorted().toList();
    }

    /** The file with the predictions of a model file. */
    static Path predictionsOf(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".model", ".txt"));
    }

    static BoundedMLPRegressor load(Path file) throws Exception {
        return (BoundedMLPRegressor) SerializationHelper.read(file.toString());
    }

    static Instances read(String name) throws IOException {
        Instances data = new Instances(Files.newBufferedReader(FOLDER.resolve(name)));
        data.setClassIndex(data.numAttributes() - 1);
        return data;
    }

    /** A line per row with the prediction and the two ends of its interval, to the last bit. */
    static List<String> predictions(BoundedMLPRegressor scheme, Instances rows) {
        List<String> lines = new ArrayList<>();
        for (Instance row : rows) {
            double[] interval = scheme.predictIntervals(row, LEVEL)[0];
            lines.add(Double.toHexString(scheme.classifyInstance(row)) + " " + Double.toHexString(interval[0]) + " "
                    + Double.toHexString(interval[1]));
        }
        return lines;
    }
}
