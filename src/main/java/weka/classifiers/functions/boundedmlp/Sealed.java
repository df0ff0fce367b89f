package weka.classifiers.functions.boundedmlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object with a checksum of its bytes. Java's serialisation notices damage only where it hits a name or a length;
 * a weight, a bound or the index of an attribute would be read as something else.
 */
public final class Sealed {

    private Sealed() {}

    /**
     * Writes an object.
     *
     * @param out where to write
     * @param object what to write, or null
     * @throws IOException if it cannot be written
     */
    public static void write(ObjectOutputStream out, @Nullable Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream inner = new ObjectOutputStream(bytes)) {
            inner.writeObject(object);
        }
        out.writeInt(bytes.size());
        out.writeLong(checksum(bytes.toByteArray()));
        bytes.writeTo(out);
    }

    /**
     * {@return an object that {@link #write} wrote, or null}
     *
     * @param in where to read
     * @param type its class
     * @throws InvalidObjectException if the bytes are not those that were written
     * @throws IOException if they cannot be read
     * @throws ClassNotFoundException if the object's class is not there
     */
    public static <T> @Nullable T read(ObjectInputStream in, Class<T> type) throws IOException, ClassNotFoundException {
        int size = in.readInt();
        long checksum = in.readLong();
        byte[] bytes =
                size < 0 ? new byte[0] : in.readNBytes(size); // which allocates what is there, whatever the size says
        if (bytes.length != size || checksum(bytes) != checksum) {
            throw new InvalidObjectException("The model is damaged: its checksum does not fit.");
        }
        try (ObjectInputStream inner = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return type.cast(inner.readObject());
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
