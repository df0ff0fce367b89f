package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InvalidObjectException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stranger.Stranger;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.data.Scale;
import weka.classifiers.functions.boundedmlp.model.TrainableModel;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.saved.SavedState;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** A model file whose checksum fits, but which holds what no model holds, is refused in one sentence that names it. */
class ForeignClassTest {

    private static final String SENTENCE = "The model holds an object of class stranger.Stranger,"
            + " which no model of this package holds; it was not read.";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final Instances data;

    ForeignClassTest() throws Exception {
        data = new Instances(new StringReader(Schemes.mixed(60, 1).toString())); // as a file has it, with fewer digits
        data.setClassIndex(2);
    }

    @BeforeEach
    void noneHasBeenRead() {
        Stranger.READ.set(0);
    }

    @Test
    void inTheModel() throws Exception {
        byte[] file = Schemes.serialised(withStrangerInTheModel());
        assertThatThrownBy(() -> SerializationHelper.read(new ByteArrayInputStream(file)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage(SENTENCE);
        assertThat(Stranger.READ).hasValue(0);
    }

    @Test
    void inTheState() throws Exception {
        byte[] file = Schemes.serialised(withStrangerAsState());
        BoundedMLPRegressor loaded = (BoundedMLPRegressor) SerializationHelper.read(new ByteArrayInputStream(file));
        double predicted = loaded.classifyInstance(data.get(0));
        assertThatThrownBy(() -> loaded.initializeClassifier(data))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage(SENTENCE);
        assertThat(Stranger.READ).hasValue(0);
        assertThat(loaded.classifyInstance(data.get(0))).isEqualTo(predicted);
    }

    @Test
    void onTheCommandLine() throws Exception {
        Path arff = Files.writeString(folder.resolve("data.arff"), data.toString());
        Path model = folder.resolve("some.model");

        SerializationHelper.writeAll(model.toString(), new Object[] {withStrangerInTheModel(), new Instances(data, 0)});
        Printed loaded =
                Printed.by(() -> BoundedMLPRegressor.main(new String[] {"-l", "" + model, "-T", "" + arff, "-c", "3"}));
        assertTold(loaded, "Weka exception: " + SENTENCE); // and Weka's help behind it

        SerializationHelper.writeAll(model.toString(), new Object[] {withStrangerAsState(), new Instances(data, 0)});
        Printed further = Printed.by(() -> BoundedMLPRegressor.main(
                ("-continue-iterating -c 3 -H 4 -l " + model + " -t " + arff + " -T " + arff).split(" ")));
        assertTold(further, "A file could not be read or written: " + SENTENCE);
        assertThat(Stranger.READ).hasValue(0);
    }

    private static void assertTold(Printed printed, String sentence) {
        assertThat(printed.err().strip().lines().findFirst()).hasValue(sentence);
        assertThat(printed.err()).doesNotContain("\tat ");
        assertThat(printed.out()).doesNotContain("error");
    }

    /** What the whole program may not read, its models may not hold either. */
    @Test
    void theFilterOfTheVirtualMachineIsRespected() throws Exception {
        String model = folder.resolve("some.model").toString();
        assertThat(program("*", model, "-H 3 -N 2").err()).isEmpty();
        assertThat(program("*", model).out()).isNotBlank();
        assertThat(program("!" + Network.class.getName(), model).err())
                .contains("The deserialization filter of this program rejects class " + Network.class.getName()
                        + " in the model; it was not read.");
    }

    @Test
    void theFilterOfTheVirtualMachineIsRespectedInAStateThatWasNeverInAFile() throws Exception {
        String forbidden = Scale.class.getName();
        List<String> options = List.of("-Djdk.serialFilter=!" + forbidden);
        assertThat(JavaProcess.run(folder, options, ForeignClassTest.class.getName())
                        .err())
                .contains("The deserialization filter of this program rejects class " + forbidden);
    }

    /** Run in a process of its own. */
    public static void main(String[] arguments) throws Exception {
        SavedState.of(new Scale(1, 2)).read(Scale.class);
    }

    private Printed program(String filter, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = SavedModel.class.getName();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return JavaProcess.run(folder, List.of("-Djdk.serialFilter=" + filter), command);
    }

    private BoundedMLPRegressor withStrangerInTheModel() throws Exception {
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 4 -N 2");
        TrainableModel trainable = (TrainableModel) get(scheme, "resumable");
        set(Objects.requireNonNull(trainable.model()).encoder(), "attributes", List.of(new Stranger()));
        return scheme;
    }

    private BoundedMLPRegressor withStrangerAsState() throws Exception {
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 4 -N 2 -resume");
        set(get(scheme, "resumable"), "state", SavedState.of(new Stranger()));
        return scheme;
    }

    private static Object get(Object object, String name) throws Exception {
        return Objects.requireNonNull(field(object, name).get(object));
    }

    private static void set(Object object, String name, @Nullable Object value) throws Exception {
        field(object, name).set(object, value);
    }

    private static Field field(Object object, String name) throws Exception {
        Field field = object.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
