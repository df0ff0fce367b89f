package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectStreamClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.core.SerializationHelper;

/** A model that one process has trained and saved predicts the same bits in another. */
class SavedModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-H 16 -N 30", "-H 16 -N 30 -lower-bound 1 -upper-bound 9 -output sigmoid"})
    void aModelPredictsTheSameBitsInAnotherProcess(String options) throws Exception {
        String file = folder.resolve("rain.model").toString();
        List<String> saved = process(file, options);
        List<String> loaded = process(file);
        assertThat(saved).hasSizeGreaterThan(330);
        assertThat(loaded).isEqualTo(saved);
        assertThat(SavedModel.predictionBits((Classifier) SerializationHelper.read(file)))
                .isEqualTo(saved);
    }

    @Test
    void theSerialVersionIsFixed() {
        assertThat(ObjectStreamClass.lookup(BoundedMLPRegressor.class).getSerialVersionUID())
                .isEqualTo(1L);
        assertThat(ObjectStreamClass.lookup(BoundedModel.class).getSerialVersionUID())
                .isEqualTo(1L);
    }

    private List<String> process(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SavedModel.class.getName()));
        command.addAll(List.of(arguments));
        Printed printed = JavaProcess.run(folder, List.of(), command.toArray(String[]::new));
        assertThat(printed.err()).doesNotContain("\tat ");
        return printed.out().lines().toList();
    }
}
