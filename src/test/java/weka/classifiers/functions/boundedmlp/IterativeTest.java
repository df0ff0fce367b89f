package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.meta.IterativeClassifierOptimizer;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.gui.explorer.CleanUp;

/** Training epoch by epoch, and further training of a model, as Weka requests them. */
class IterativeTest {

    private static final String OTHER_DATA = "Training can go on only with the data that it began with,"
            + " all rows in the same order, but this data is different.";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-H 5 -E 1000",
                "-H 5 -E 1000 -V 0 -optimizer sgd -L 0.01",
                "-H 5 -E 1000 -V 50 -lower-bound 1 -upper-bound 9 -output sigmoid"
            })
    void moreEpochsOnASavedModelAreThatManyInOneGo(String options) throws Exception {
        Instances data = Schemes.mixed(90, 1);
        String file = folder.resolve("half.model").toString();
        SerializationHelper.write(file, Schemes.fit(data, options + " -N 20 -resume"));

        BoundedMLPRegressor further = (BoundedMLPRegressor) SerializationHelper.read(file);
        iterate(further, Schemes.mixed(90, 1));

        assertThat(SavedModel.predictionBits(further))
                .isEqualTo(SavedModel.predictionBits(Schemes.fit(data, options + " -N 40")));
        iterate(further, data);
        assertThat(SavedModel.predictionBits(further))
                .isEqualTo(SavedModel.predictionBits(Schemes.fit(data, options + " -N 60")));
    }

    @Test
    void stepsByHandAreABuild() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor steps = Schemes.scheme("-H 5 -N 10");
        steps.initializeClassifier(data);
        for (int epoch = 0; epoch <= 10; epoch++) {
            List<String> built = SavedModel.predictionBits(Schemes.fit(data, "-H 5 -N " + epoch));
            assertThat(SavedModel.predictionBits(steps)).as("epoch " + epoch).isEqualTo(built);
            assertThat(steps.next()).isEqualTo(epoch < 10);
        }
        steps.done();
        assertThat(SavedModel.predictionBits(steps))
                .isEqualTo(SavedModel.predictionBits(Schemes.fit(data, "-H 5 -N 10")));
        assertThatThrownBy(steps::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No training is in progress: call initializeClassifier first.");
    }

    @Test
    void whileTrainingGoesOnAndIfItFailsTheOldModelPredicts() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 5 -N 10 -E 1000 -resume");
        List<String> old = SavedModel.predictionBits(scheme);

        scheme.initializeClassifier(data);
        scheme.next();
        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(old);
        Thread.currentThread().interrupt();
        assertThatThrownBy(scheme::next).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(old);

        scheme.initializeClassifier(data);
        Thread.currentThread().interrupt();
        assertThatThrownBy(scheme::done).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(old);

        assertThatThrownBy(() -> scheme.initializeClassifier(Schemes.mixed(91, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(OTHER_DATA);
        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(old);

        iterate(scheme, data);
        assertThat(SavedModel.predictionBits(scheme))
                .isEqualTo(SavedModel.predictionBits(Schemes.fit(data, "-H 5 -N 20 -E 1000")));
    }

    @Test
    void aNewTrainingThatFailsLeavesNoModel() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor scheme = Schemes.scheme("-H 5 -N 10");
        scheme.initializeClassifier(data);
        scheme.next();
        Thread.currentThread().interrupt();
        assertThatThrownBy(scheme::next).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> scheme.classifyInstance(data.instance(0))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherDataIsRefusedHoweverItDiffers() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 5 -N 3 -resume");
        Instances renamed = new Instances(data);
        renamed.renameAttribute(0, "length");
        Instances scaled = new Instances(data); // the same in standard units
        scaled.forEach(row -> row.setValue(0, row.value(0) * 2));
        Instances scaledClass = Schemes.withTargets(data, y -> y * 2);
        Instances reversed = new Instances(data, 0);
        for (int i = data.numInstances() - 1; i >= 0; i--) {
            reversed.add(data.instance(i));
        }
        Instances weighted = new Instances(data);
        weighted.instance(7).setWeight(1.5);
        Instances fewer = new Instances(data);
        fewer.deleteAttributeAt(4);
        Instances more = new Instances(data);
        more.insertAttributeAt(new Attribute("more"), 0);
        more.forEach(row -> row.setValue(0, row.classValue()));
        for (Instances other : List.of(renamed, scaled, scaledClass, reversed, weighted, fewer, more)) {
            assertThatThrownBy(() -> scheme.initializeClassifier(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(OTHER_DATA);
        }
        iterate(scheme, data);
    }

    @ParameterizedTest
    @CsvSource({
        "-H 6, 'hiddenSize must stay 5 when training is resumed, but is now 6.'",
        "-H 5 -S 2, 'seed must stay 1 when training is resumed, but is now 2.'",
        "-H 5 -upper-bound 50, 'upperBound must stay Infinity when training is resumed, but is now 50.0.'"
    })
    void otherOptionsThatShapeTheTrainingAreRefused(String options, String sentence) throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 5 -N 3 -resume");
        scheme.setOptions(Utils.splitOptions(options + " -resume"));
        assertThatThrownBy(() -> scheme.initializeClassifier(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void aModelBuiltWithoutResumeIsNotTrainedFurtherButAnew() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 5 -N 3");
        scheme.setResume(true); // as Weka's option -continue-iterating does
        List<String> old = SavedModel.predictionBits(scheme);
        assertThatThrownBy(() -> scheme.initializeClassifier(data))
                .hasMessage("This model cannot be trained further:"
                        + " it was built without the option -resume, or has been cleaned up.");
        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(old);

        scheme.setResume(false); // as IterativeClassifierOptimizer does with a model that it built before
        iterate(scheme, data);
        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(old);
    }

    @Test
    void aBuildStartsAnewWhateverWasKept() throws Exception {
        BoundedMLPRegressor scheme = Schemes.fit(Schemes.mixed(90, 1), "-H 5 -N 3 -resume");
        scheme.buildClassifier(Schemes.mixed(80, 2));
        assertThat(SavedModel.predictionBits(scheme))
                .isEqualTo(SavedModel.predictionBits(Schemes.fit(Schemes.mixed(80, 2), "-H 5 -N 3")));
    }

    @Test
    void cleaningUpMakesTheModelCompactAndKeepsItsPredictions() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 5 -N 10 -resume");
        BoundedMLPRegressor compact = Schemes.fit(data, "-H 5 -N 10");
        assertThat(size(scheme)).isGreaterThan(2 * size(compact));

        scheme.setResume(false);
        scheme.done();

        assertThat(size(scheme)).isEqualTo(size(compact));
        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(SavedModel.predictionBits(compact));
    }

    /** The Explorer's Stop can come between two epochs; the scheme is then not informed that training is over. */
    @Test
    void cleaningUpAfterAStopDoesNotTakeOverTheEpochsBeforeIt() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 5 -N 10 -E 1000 -resume");
        List<String> old = SavedModel.predictionBits(scheme);
        List<Exception> failures = new ArrayList<>();
        Thread stopped = new Thread(() -> {
            try {
                scheme.initializeClassifier(data);
                scheme.next();
            } catch (Exception e) {
                failures.add(e);
            }
        });
        stopped.start();
        stopped.join();
        assertThat(failures).isEmpty();

        scheme.setResume(false);
        CleanUp.calling(() -> {
            scheme.done();
            return true;
        });

        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(old);
    }

    @Test
    void aProgramMayTrainAndEndOnDifferentThreads() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor expected = Schemes.fit(data, "-H 5 -N 10 -E 1000 -resume");
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 5 -N 10 -E 1000 -resume");
        train(expected, data);
        expected.done();

        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            other.submit(() -> {
                        train(scheme, data);
                        return true;
                    })
                    .get();
        } finally {
            other.shutdown();
        }
        scheme.done();

        assertThat(SavedModel.predictionBits(scheme)).isEqualTo(SavedModel.predictionBits(expected));
        assertThat(scheme.getMeasure("measureEpochs")).isEqualTo(20);
    }

    private static void train(BoundedMLPRegressor scheme, Instances data) throws Exception {
        scheme.initializeClassifier(data);
        while (scheme.next()) {}
    }

    @ParameterizedTest
    @CsvSource({
        "50, 2, -H 1 -N 500",
        "50, 2, -H 128 -N 500",
        "50, 60, -H 1 -N 500",
        "50, 60, -H 400 -N 500",
        "50, 60, -H 128 -V 0 -N 500",
        "1500, 2, -H 1 -N 1500 -mini-batch 300"
    })
    void aModelThatIsNotTrainedFurtherIsCompact(int rows, int inputs, String options) throws Exception {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int k = 0; k <= inputs; k++) {
            attributes.add(new Attribute("attribute" + k));
        }
        Random random = new Random(1);
        Instances data = new Instances("wide", attributes, rows);
        data.setClassIndex(inputs);
        for (int i = 0; i < rows; i++) {
            data.add(new DenseInstance(1, random.doubles(inputs + 1).toArray()));
        }
        BoundedMLPRegressor scheme = Schemes.fit(data, options + " -E 5000 -bins 0 -members 2");
        double weights = scheme.getMeasure("measureParameters");
        assertThat((double) size(scheme)).isLessThan(8 * weights + 20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " -resume"})
    void theOptimizerOfIterationsFindsAModel(String resume) throws Exception {
        Instances data = Schemes.mixed(90, 1);
        IterativeClassifierOptimizer optimizer = new IterativeClassifierOptimizer();
        optimizer.setOptions(new String[] {
            "-F",
            "3",
            "-L",
            "4",
            "-P",
            "2",
            "-E",
            "2",
            "-metric",
            "rmse",
            "-W",
            BoundedMLPRegressor.class.getName(),
            "--",
            "-H",
            "5",
            "-N",
            "15",
            "-L",
            "0.01"
        });
        BoundedMLPRegressor inner = (BoundedMLPRegressor) optimizer.getIterativeClassifier();
        inner.setResume(!resume.isEmpty());
        Printed printed = Printed.by(() -> optimizer.buildClassifier(data));

        assertThat(printed.err() + printed.out()).doesNotContain("xception");
        int epochs = (int) optimizer.measureBestNumIts();
        assertThat(epochs).isBetween(1, 15);
        assertThat(Schemes.predictedBits(optimizer, data))
                .isEqualTo(Schemes.predictedBits(Schemes.fit(data, "-H 5 -L 0.01 -N " + epochs), data));
    }

    @Test
    void aCopyMadeBetweenTwoEpochsPredictsTheSame() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        BoundedMLPRegressor scheme = Schemes.scheme("-H 5 -N 10");
        scheme.initializeClassifier(data);
        scheme.next();
        Classifier copy = AbstractClassifier.makeCopy(scheme);
        assertThat(SavedModel.predictionBits(copy)).isEqualTo(SavedModel.predictionBits(scheme));
    }

    @Test
    void aFailureIsToldToTheLogToo() throws Exception {
        Instances data = Schemes.mixed(90, 1);
        RecordingLog log = new RecordingLog();
        BoundedMLPRegressor scheme = Schemes.scheme("-H 5 -N 3 -resume");
        scheme.setLog(log);
        scheme.buildClassifier(data);
        // the Explorer trains a copy, and does not give it a log
        BoundedMLPRegressor copy = (BoundedMLPRegressor) AbstractClassifier.makeCopy(scheme);
        assertThat(copy.getLog()).isNull();
        assertThatThrownBy(() -> copy.initializeClassifier(Schemes.mixed(80, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.messages()).contains("BoundedMLPRegressor: " + OTHER_DATA);

        log.messages().clear();
        iterate(copy, data);
        assertThat(log.messages()).anyMatch(message -> message.contains("training resumes after epoch 3: 90 rows"));
    }

    private static void iterate(BoundedMLPRegressor scheme, Instances data) throws Exception {
        scheme.initializeClassifier(data);
        while (scheme.next()) {}
        scheme.done();
    }

    private static long size(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SerializationHelper.write(bytes, object);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return bytes.size();
    }
}
