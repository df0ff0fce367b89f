package weka.classifiers.functions.boundedmlp.saved;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object with a checksum of its bytes. Java's serialisation notices damage only in a name or a length; a
 * damaged weight, bound or attribute index would be read as another value.
 */
public final class Checksummed {

    private Checksummed() {}

    /**
     * Writes an object. It is serialised twice, because its size and checksum come first and a copy of the bytes might
     * not fit into memory.
     *
     * @param out where to write
     * @param object the object, or null; must not change during the call
     * @throws IOException if it cannot be written, or takes more than 2,147,483,647 bytes
     */
    public static void write(ObjectOutputStream out, @Nullable Object object) throws IOException {
        ByteTally tally = new ByteTally();
        writeTo(tally, object);
        if (tally.size() > Integer.MAX_VALUE) {
            throw new InvalidObjectException(String.format(
                    Locale.ROOT,
                    "The model takes %,d bytes, but at most %,d can be saved.",
                    tally.size(),
                    Integer.MAX_VALUE));
        }
        out.writeInt((int) tally.size());
        out.writeLong(tally.checksum());
        writeTo(out, object);
    }

    static void writeTo(OutputStream out, @Nullable Object object) throws IOException {
        ObjectOutputStream inner = new ObjectOutputStream(out);
        inner.writeObject(object);
        inner.flush();
    }

    /**
     * {@return an object that {@code write} wrote, or null}
     *
     * @param in where to read
     * @param type the class of the object
     * @throws InvalidObjectException if the bytes are not those that were written, or contain a class that does not
     *     exist, has changed or does not belong in a model
     * @throws IOException if the bytes cannot be read
     */
    public static <T> @Nullable T read(ObjectInputStream in, Class<T> type) throws IOException {
        int size = in.readInt();
        long checksum = in.readLong();
        // readNBytes allocates only for bytes that exist, even if the size is wrong
        byte[] bytes = size < 0 ? new byte[0] : in.readNBytes(size);
        if (bytes.length != size || checksum(bytes) != checksum) {
            throw new InvalidObjectException("The model is damaged: its checksum does not match.");
        }
        return ModelInputStream.read(bytes, type, in.getObjectInputFilter());
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
