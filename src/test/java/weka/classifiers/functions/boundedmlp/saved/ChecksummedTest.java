package weka.classifiers.functions.boundedmlp.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.classifiers.functions.boundedmlp.data.Scale;

/** An object with a checksum is read as it was written, or refused. */
class ChecksummedTest {

    private static final Scale OBJECT = new Scale(1.5, 2.25);

    @Test
    void anObjectOrNoneIsReadAsItWasWrittenAndSoIsWhatFollows() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeInt(1);
            Checksummed.write(out, OBJECT);
            Checksummed.write(out, null);
            out.writeObject("end");
        }
        try (ObjectInputStream in = stream(bytes.toByteArray())) {
            assertThat(in.readInt()).isEqualTo(1);
            assertThat(Checksummed.read(in, Scale.class)).isEqualTo(OBJECT);
            assertThat(Checksummed.read(in, Scale.class)).isNull();
            assertThat(in.readObject()).isEqualTo("end");
        }
    }

    @Test
    void theChecksumIsThatOfTheBytes() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            Checksummed.write(out, OBJECT);
        }
        assertThat(bytes.toByteArray()).isEqualTo(sealed(Schemes.serialised(OBJECT)));
    }

    @Test
    void aClassThatIsNotThereIsNamed() throws Exception {
        String name = Scale.class.getName();
        byte[] other = replaced(Schemes.serialised(OBJECT), name, name.replace("Scale", "Stair"));
        assertThatThrownBy(() -> Checksummed.read(stream(sealed(other)), Scale.class))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("The model was saved by another version of this package, with another class "
                        + name.replace("Scale", "Stair"));
    }

    @Test
    void aClassThatHasChangedIsNamed() throws Exception {
        String version = "\0\0\0\0\0\0\0";
        String name = OldClass.class.getName();
        byte[] other =
                replaced(Schemes.serialised(new OldClass()), name + version + "\u0007", name + version + "\u0008");
        assertThatThrownBy(() -> Checksummed.read(stream(sealed(other)), OldClass.class))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContainingAll("saved by another version of this package", name, "serialVersionUID = 8");
    }

    private static final class OldClass implements java.io.Serializable {
        private static final long serialVersionUID = 7L;
    }

    /** Bytes with their length and the right checksum. */
    private static byte[] sealed(byte[] content) throws Exception {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeInt(content.length);
            out.writeLong(checksum.getValue());
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] bytes, String text, String other) {
        String before = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(before).contains(text);
        return before.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ObjectInputStream stream(byte[] bytes) throws Exception {
        return new ObjectInputStream(new ByteArrayInputStream(bytes));
    }
}
