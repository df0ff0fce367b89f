package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.misc.InputMappedClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** Rows of data whose header is not that of the training data. Predictions go by the position of the attributes. */
class OtherHeaderTest {

    private static final String HEADER =
            "@attribute size numeric\n@attribute sky {dry,fog,wet}\n@attribute y numeric\n";

    /** No row has the label fog. */
    private static final String DATA = HEADER + "@data\n1,dry,1\n2,wet,5\n3,dry,3\n4,wet,9\n5,dry,5\n6,wet,13\n";

    private static final String ROWS = "@data\n2,wet,5\n3,dry,3\n";

    private static final String MAPPED = "; weka.classifiers.misc.InputMappedClassifier maps such data.";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final Instances training;
    private final BoundedMLPRegressor scheme;

    OtherHeaderTest() throws Exception {
        training = Schemes.arff(DATA);
        scheme = Schemes.fit(training, "-H 4 -N 30 -V 0 -L 0.05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sky {dry,fog,wet} | size numeric | Attribute size is number 2 of the data, but the model was trained"
                        + " with it as number 1" + MAPPED,
                "size {1,2,3,4,5,6} | sky {dry,fog,wet} | Attribute size, number 1 of the data, is nominal, but the"
                        + " model was trained with the numeric attribute size there.",
                "size date yyyy | sky {dry,fog,wet} | Attribute size, number 1 of the data, is date, but the model was"
                        + " trained with the numeric attribute size there.",
                "size string | sky {dry,fog,wet} | Attribute size, number 1 of the data, is string, but the model was"
                        + " trained with the numeric attribute size there.",
                "size numeric | sky numeric | Attribute sky, number 2 of the data, is numeric, but the model was"
                        + " trained with the nominal attribute sky there.",
                "size numeric | sky string | Attribute sky, number 2 of the data, is string, but the model was"
                        + " trained with the nominal attribute sky there.",
                "size numeric | weather numeric | Attribute weather, number 2 of the data, is numeric, but the model"
                        + " was trained with the nominal attribute sky there.",
                "size numeric | sky {wet,fog,dry} | Attribute sky has the value dry as number 3, but the model was"
                        + " trained with it as number 1" + MAPPED,
                "size numeric | sky {dry,wet} | Attribute sky has the value wet as number 2, but the model was trained"
                        + " with it as number 3" + MAPPED,
                "size numeric | sky {arid,fog,wet} | Attribute sky has the value arid as number 1, but the model was"
                        + " trained with dry there" + MAPPED
            })
    void whatWouldBePredictedWronglyInSilenceIsRefusedInOneSentence(String first, String second, String sentence)
            throws Exception {
        Instances other = Schemes.arff(
                "@attribute " + first + "\n@attribute " + second + "\n@attribute y numeric\n" + "@data\n?,?,5\n");
        for (int attempt = 0; attempt < 2; attempt++) { // what is refused is not remembered as allowed
            assertThatThrownBy(() -> scheme.classifyInstance(other.instance(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sentence);
            assertThatThrownBy(() -> scheme.predictIntervals(other.instance(0), 0.9))
                    .hasMessage(sentence);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size numeric | sky {dry,fog,wet}",
                "length numeric | weather {dry,fog,wet}",
                "size numeric | sky {dry,fog,wet,snow,hail}",
                "size numeric | sky {dry,mist,wet}"
            })
    void otherNamesAndLabelsThatTrainingDidNotSeeChangeNothing(String first, String second) throws Exception {
        Instances other =
                Schemes.arff("@attribute " + first + "\n@attribute " + second + "\n@attribute target numeric\n" + ROWS);
        assertThat(Schemes.predictions(scheme, other))
                .containsExactly(
                        scheme.classifyInstance(training.instance(1)), scheme.classifyInstance(training.instance(2)));
    }

    @Test
    void fewerLabelsAreAllowedIfTheOthersKeepTheirPlaces() throws Exception {
        Instances other = Schemes.arff(HEADER.replace("{dry,fog,wet}", "{dry}") + "@data\n3,dry,3\n");
        assertThat(scheme.classifyInstance(other.instance(0))).isEqualTo(scheme.classifyInstance(training.instance(2)));
    }

    @Test
    void anAttributeThatTrainingDidNotUseMayBeAnything() throws Exception {
        String constant = "@attribute one numeric\n" + HEADER + "@data\n1,1,dry,1\n1,2,wet,5\n1,3,dry,3\n";
        BoundedMLPRegressor other = Schemes.fit(Schemes.arff(constant), "-H 4 -N 5 -V 0");
        Instances rows = Schemes.arff("@attribute two {a,b}\n" + HEADER + "@data\nb,2,wet,5\n");
        assertThat(other.classifyInstance(rows.instance(0))).isFinite();
    }

    @Test
    void aRowWithoutDataIsTakenAsItIs() throws Exception {
        Instance row = (Instance) training.instance(1).copy();
        row.setDataset(null);
        assertThat(scheme.classifyInstance(row)).isEqualTo(scheme.classifyInstance(training.instance(1)));
    }

    @Test
    void dataThatIsChangedAfterAPredictionIsLookedAtAgain() throws Exception {
        Instances data = Schemes.arff(HEADER + "@attribute more numeric\n@data\n2,wet,5,7\n");
        scheme.classifyInstance(data.instance(0));
        data.setClassIndex(-1);
        data.deleteAttributeAt(0);
        assertThatThrownBy(() -> scheme.classifyInstance(data.instance(0)))
                .hasMessageStartingWith("Attribute sky, number 1 of the data, is nominal");
    }

    @Test
    void aSavedModelRemembersItsHeader() throws Exception {
        Classifier read = AbstractClassifier.makeCopy(scheme);
        Instances other = Schemes.arff(HEADER.replace("dry,fog,wet", "wet,fog,dry") + ROWS);
        assertThatThrownBy(() -> read.classifyInstance(other.instance(0)))
                .hasMessageStartingWith("Attribute sky has the value dry as number 3");
        assertThatThrownBy(() -> new Evaluation(other).evaluateModel(read, other))
                .hasMessageStartingWith("Attribute sky has the value dry as number 3");
    }

    @Test
    void theCommandLineSaysSoForAModelThatWasSavedWithoutAHeader() throws Exception {
        Path model = folder.resolve("java.model");
        SerializationHelper.write(model.toString(), scheme);
        Path test = Files.writeString(
                folder.resolve("test.arff"), "@relation t\n" + HEADER.replace("dry,fog,wet", "wet,fog,dry") + ROWS);
        Printed printed = Printed.by(
                () -> BoundedMLPRegressor.main(new String[] {"-l", model.toString(), "-T", test.toString()}));
        assertThat(printed.err())
                .startsWith("Attribute sky has the value dry as number 3")
                .doesNotContain("\tat ");
        assertThat(printed.out()).isEmpty();
    }

    @Test
    void theMappingThatTheSentenceNamesPredictsAsForTheTrainingData() throws Exception {
        InputMappedClassifier mapped = new InputMappedClassifier();
        mapped.setSuppressMappingReport(true);
        mapped.setClassifier(scheme);
        mapped.setModelHeader(new Instances(training, 0));
        Instances other = Schemes.arff("""
                @attribute sky {wet,fog,dry,snow}
                @attribute size numeric
                @attribute y numeric
                @data
                wet,2,5
                dry,3,3
                """);
        assertThat(Schemes.predictions(mapped, other))
                .containsExactly(
                        scheme.classifyInstance(training.instance(1)), scheme.classifyInstance(training.instance(2)));
    }

    @Test
    void threadsWithDataOfTheirOwnShareAModel() throws Exception {
        Instances bad = Schemes.arff(HEADER.replace("dry,fog,wet", "wet,fog,dry") + ROWS);
        double expected = scheme.classifyInstance(training.instance(1));
        Callable<Integer> work = () -> {
            int refused = 0;
            for (int i = 0; i < 2000; i++) {
                Instances own = new Instances(training, 1, 1);
                assertThat(scheme.classifyInstance(own.instance(0))).isEqualTo(expected);
                try {
                    scheme.classifyInstance(bad.instance(0));
                } catch (IllegalArgumentException e) {
                    refused++;
                }
            }
            return refused;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> result : threads.invokeAll(List.of(work, work, work, work))) {
                assertThat(result.get()).isEqualTo(2000);
            }
        } finally {
            threads.shutdown();
        }
    }
}
