package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.boundedmlp.model.ModelTraining;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * With the exact mask, no model of real data has a dead output in the end. The data is the bundled rain data and, if
 * the folder {@code ../shared/data} exists next to the project, its ARFF files.
 */
class NeverDeadDataTest {

    /** Larger files would take minutes. */
    private static final int MOST_ROWS = 2000;

    private static final Pattern BOUND = Pattern.compile("% natural lower bound of the class: (\\S+)");

    @ParameterizedTest
    @MethodSource("files")
    void noModelOfRealDataEndsDead(Path file) throws Exception {
        Instances data = DataSource.read(file.toString());
        data.setClassIndex(data.numAttributes() - 1);
        if (data.numInstances() > MOST_ROWS) {
            data = new Instances(data, 0, MOST_ROWS);
        }
        Matcher bound = BOUND.matcher(Files.readString(file));
        assertThat(bound.find()).as("a comment that states the bound").isTrue();
        for (OptimizerKind optimizer : OptimizerKind.values()) {
            for (double learningRate : new double[] {0.001, 0.01, 0.1}) {
                Hyperparameters hyperparameters = new Hyperparameters()
                        .lowerBound(Double.parseDouble(bound.group(1)))
                        .optimizer(optimizer)
                        .learningRate(learningRate)
                        .hiddenSize(16)
                        .maxEpochs(30);
                RowFigures result =
                        ModelTraining.fit(data, hyperparameters).curve().finalResult();
                assertThat(result)
                        .as("%s with %s %s", file, optimizer, learningRate)
                        .matches(r -> !r.dead(), "lives");
            }
        }
    }

    static List<Path> files() throws IOException {
        Path beside = Path.of("..", "shared", "data");
        if (!Files.isDirectory(beside)) {
            return List.of(Path.of("src", "main", "data", "seattle_rain.arff"));
        }
        try (Stream<Path> files = Files.list(beside)) {
            return files.filter(file -> file.toString().endsWith(".arff"))
                    .sorted()
                    .toList();
        }
    }
}
