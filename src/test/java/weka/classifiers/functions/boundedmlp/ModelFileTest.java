package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;

/** A model file that was cut off or changed is refused, or predicts what it predicted: never anything else. */
class ModelFileTest {

    private static final int CHANGES = 2000;

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
        } catch (Exception | LinkageError e) { // Java's own complaints, about a class that is none, are of many kinds
            return false;
        } catch (OutOfMemoryError e) { // and a length may now be one that no memory holds
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
                "weka.classifiers.functions.boundedmlp.BoundedMLPOptions"
            })
    void aFileOfAnotherVersionIsRefusedByTheNameOfTheClass(String name) {
        byte[] other = file.clone();
        // in a class description the version follows the name
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        assertThat(Arrays.copyOfRange(other, at, at + 8)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
        other[at + 7] = 2;
        assertThatThrownBy(() -> load(other))
                .isInstanceOf(InvalidClassException.class)
                .hasMessageContainingAll(name, "serialVersionUID = 2", "serialVersionUID = 1");
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

    /** Takes a number of bytes. */
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
