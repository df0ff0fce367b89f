package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** The model files of all versions predict the same bits as when they were saved, on every machine. */
class GoldenModelsTest {

    static List<Path> files() throws Exception {
        return GoldenModels.files();
    }

    static Stream<Path> resumableFiles() throws Exception {
        return files().stream().filter(file -> file.endsWith("resumable.model"));
    }

    @Test
    void thereAreSomeOfEachKind() throws Exception {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(resumableFiles()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aModelPredictsItsRecordedBits(Path file) throws Exception {
        Instances rows = GoldenModels.read("rows.arff");
        List<String> recorded = Files.readAllLines(GoldenModels.predictionsOf(file));
        assertThat(recorded).hasSize(rows.size());

        assertThat(GoldenModels.predictions(GoldenModels.load(file), rows)).isEqualTo(recorded);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theDataHasTheHeaderThatWekaSavedWithTheModel(Path file) throws Exception {
        Object[] saved = SerializationHelper.readAll(file.toString());
        assertThat(saved).hasSize(2);
        assertThat(GoldenModels.read("rows.arff").equalHeadersMsg((Instances) saved[1]))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aModelTellsItsTextItsOptionsAndItsMeasures(Path file) throws Exception {
        BoundedMLPRegressor scheme = GoldenModels.load(file);
        BoundedMLPRegressor other = new BoundedMLPRegressor();
        other.setOptions(scheme.getOptions());
        assertThat(other.getOptions()).containsExactly(scheme.getOptions());
        assertThat(scheme.toString()).contains("Bounded two-layer", "Hidden units");
        assertThat(scheme.getMeasure("measureEpochs")).isPositive();
    }

    @ParameterizedTest
    @MethodSource("resumableFiles")
    void aModelThatKeptItsStateIsTrainedFurther(Path file) throws Exception {
        Instances data = GoldenModels.read("train.arff");
        BoundedMLPRegressor scheme = GoldenModels.load(file);
        double epochs = scheme.getMeasure("measureEpochs");
        double loss = scheme.getMeasure("measureTrainingLoss");
        scheme.setMaxEpochs(20);
        scheme.initializeClassifier(data);
        while (scheme.next()) {}
        scheme.done();

        assertThat(scheme.getMeasure("measureEpochs")).isEqualTo(epochs + 20);
        assertThat(scheme.getMeasure("measureTrainingLoss")).isLessThan(0.8 * loss);
    }

    @ParameterizedTest
    @MethodSource("resumableFiles")
    void otherDataIsRefused(Path file) throws Exception {
        Instances data = GoldenModels.read("train.arff");
        data.instance(3).setValue(0, 0.125);
        BoundedMLPRegressor scheme = GoldenModels.load(file);
        assertThatThrownBy(() -> scheme.initializeClassifier(data)).hasMessageContaining("this data is different");
    }
}
