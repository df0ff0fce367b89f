package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;

/** A model file that was truncated or changed is refused or makes the same predictions; it never makes others. */
class ModelFileTest {

    private static final int CHANGES = 2000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final Instances data = Schemes.mixed(60, 1);
    private final BoundedMLPRegressor scheme;
    private final long[] predicted;
    private final byte[] file;

    ModelFileTest() throws Exception {
        scheme = fit(data, "-H 8 -N 10");
        predicted = predictedBits(scheme, data);
        file = serialised(scheme);
    }

    @Test
    void theWholeFilePredictsTheSameBits() throws Exception {
        assertThat(predictedBits((BoundedMLPRegressor) load(file), data)).containsExactly(predicted);
    }

    @Test
    void aFileThatEndsTooEarlyIsRefused() {
        for (int length = 0; length < file.length; length += 16) {
            byte[] start = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> load(start)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aChangedByteIsNoticedOrChangesNoPrediction() {
        Random random = new Random(1);
        int changes = Effort.of(CHANGES);
        int refused = 0;
        for (int i = 0; i < changes; i++) {
            byte[] changed = file.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            refused += predictsTheSameOrIsRefused(changed, "byte " + at) ? 0 : 1;
        }
        // most bytes are the model's, which has a checksum
        assertThat(refused).isGreaterThan(changes * 3 / 4);
    }

    @Test
    void aStretchOfOtherBytesIsNoticedOrChangesNoPrediction() {
        Random random = new Random(2);
        for (int i = 0; i < Effort.of(CHANGES); i++) {
            byte[] changed = file.clone();
            int from = random.nextInt(changed.length);
            int to = Math.min(changed.length, from + 1 + random.nextInt(600));
            byte[] others = new byte[to - from];
            if (random.nextBoolean()) {
                random.nextBytes(others);
            }
            System.arraycopy(others, 0, changed, from, others.length);
            predictsTheSameOrIsRefused(changed, "bytes " + from + " to " + to);
        }
    }

    /** Whether a changed file was loaded. */
    private boolean predictsTheSameOrIsRefused(byte[] changed, String where) {
        BoundedMLPRegressor other;
        try {
            other = (BoundedMLPRegressor) load(changed);
        } catch (Exception | LinkageError e) { // Java throws many kinds of exceptions for a damaged class name
            return false;
        } catch (OutOfMemoryError e) { // a damaged length may exceed any memory
            return false;
        }
        try {
            assertThat(predictedBits(other, data)).as(where).containsExactly(predicted);
            assertThat(other.toString()).as(where).isEqualTo(scheme.toString());
            for (OptionTable.Row row : OptionTable.ROWS) {
                assertThat(row.valueIn(other)).as(where).isEqualTo(row.valueIn(scheme));
            }
        } catch (Exception e) {
            throw new AssertionError(where, e);
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weka.classifiers.functions.BoundedMLPRegressor",
                "weka.classifiers.functions.boundedmlp.options.BoundedMLPOptions"
            })
    void aFileOfAnotherVersionIsRefusedByTheNameOfTheClass(String name) {
        byte[] other = withVersion(file, name);
        assertThatThrownBy(() -> load(other))
                .isInstanceOf(InvalidClassException.class)
                .hasMessageContainingAll(name, "serialVersionUID = 2", "serialVersionUID = 1");
    }

    /** Changes the version of a class to 2; in a class description the version follows the name. */
    private static byte[] withVersion(byte[] file, String name) {
        byte[] other = file.clone();
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        assertThat(Arrays.copyOfRange(other, at, at + 8)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
        other[at + 7] = 2;
        return other;
    }

    @Test
    void aFullDiskIsToldAndTheModelStaysAsItIs() throws Exception {
        for (int room = 0; room < file.length; room += 16) {
            int free = room;
            assertThatThrownBy(() -> SerializationHelper.write(new SmallDisk(free), scheme))
                    .as("%d bytes", room)
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
        assertThat(predictedBits(scheme, data)).containsExactly(predicted);
        assertThat(serialised(scheme)).isEqualTo(file);
    }

    @Test
    void onTheCommandLineADamagedFileIsToldInASentence() throws Exception {
        // Weka needs data of the model's structure, and the header stored after the model
        Path arff = Files.writeString(folder.resolve("data.arff"), data.toString());
        Path path = folder.resolve("some.model");
        String[] train = {"-t", "" + arff, "-c", "3", "-no-cv", "-o", "-H", "8", "-N", "1", "-d", "" + path};
        assertThat(Printed.by(() -> BoundedMLPRegressor.main(train)).err()).isEmpty();
        byte[] good = Files.readAllBytes(path);
        assertThat(load(path, arff).out()).contains("Root mean squared error");

        int modelLength = serialised(load(good)).length;
        for (int length = 0; length < modelLength; length += 1 + length / 4) {
            Files.write(path, Arrays.copyOf(good, length));
            assertRefused(load(path, arff), length + " bytes", "");
        }
        byte[] changed = good.clone();
        changed[modelLength / 2] ^= 1;
        Files.write(path, changed);
        assertRefused(load(path, arff), "one bit changed", "The model is damaged: its checksum does not match.");
        Files.write(path, withVersion(good, BoundedMLPRegressor.class.getName()));
        assertRefused(
                load(path, arff),
                "another version",
                BoundedMLPRegressor.class.getName() + "; local class incompatible");
        Files.writeString(path, "no model");
        assertRefused(load(path, arff), "a text", "invalid stream header");
        SerializationHelper.write(path.toString(), new ZeroR());
        assertRefused(load(path, arff), "another scheme", "Loaded classifier is weka.classifiers.rules.ZeroR");
        // not a file that was deleted: Weka leaves those open that it could not read, and Windows keeps them then
        assertRefused(load(folder.resolve("nowhere.model"), arff), "no file", "nowhere.model");
    }

    private static Printed load(Path model, Path arff) throws Exception {
        return Printed.by(() -> BoundedMLPRegressor.main(new String[] {"-l", "" + model, "-T", "" + arff, "-c", "3"}));
    }

    private static void assertRefused(Printed printed, String what, String sentence) {
        String told = printed.err().strip().lines().findFirst().orElse("");
        assertThat(told)
                .as(what)
                .startsWith("Weka exception: ")
                .contains(sentence)
                .doesNotContain("null");
        assertThat(printed.err()).as(what).doesNotContain("\tat ");
        assertThat(printed.out()).as(what).doesNotContain("error");
    }

    @Test
    void aModelThatCannotBeSavedIsToldInASentence() throws Exception {
        Path arff = Files.writeString(folder.resolve("data.arff"), data.toString());
        Path nowhere = folder.resolve("nowhere").resolve("some.model");
        assertNotSaved(arff, nowhere, nowhere.toString());
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full");
        assertNotSaved(arff, full, "No space left on device");
    }

    private static void assertNotSaved(Path arff, Path model, String reason) throws Exception {
        String[] train = {"-t", "" + arff, "-c", "3", "-no-cv", "-o", "-H", "8", "-N", "1", "-d", "" + model};
        Printed printed = Printed.by(() -> BoundedMLPRegressor.main(train));
        assertThat(printed.err())
                .startsWith("A file could not be read or written: " + reason)
                .doesNotContain("\tat ");
        assertThat(printed.out()).doesNotContain("error");
    }

    @Test
    void anUntrainedSchemeIsSavedWithItsOptions() throws Exception {
        BoundedMLPRegressor untrained = new BoundedMLPRegressor();
        untrained.setOptions(OptionTable.nothingByDefault());
        BoundedMLPRegressor loaded = (BoundedMLPRegressor) load(serialised(untrained));
        assertThat(Utils.joinOptions(loaded.getOptions())).isEqualTo(Utils.joinOptions(untrained.getOptions()));
        assertThat(loaded).hasToString("BoundedMLPRegressor: no model has been built yet.");
    }

    private static Object load(byte[] bytes) throws Exception {
        return SerializationHelper.read(new ByteArrayInputStream(bytes));
    }

    /** A stream that has room for a given number of bytes, like a disk that fills up. */
    private static final class SmallDisk extends OutputStream {
        private int free;

        SmallDisk(int free) {
            this.free = free;
        }

        @Override
        public void write(int b) throws IOException {
            if (free == 0) {
                throw new IOException("No space left on device");
            }
            free--;
        }
    }
}
