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
 * Writes an object with a checksum of its bytes. Java's serialisation notices damage only where it hits a name or a
 * length; a weight, a bound or the index of an attribute would be read as something else.
 */
public final class Checksummed {

    private Checksummed() {}

    /**
     * Writes an object, twice: its size and checksum come first, and a copy of the bytes might not find room in memory.
     *
     * @param out where to write
     * @param object what to write, or null; not to be changed meanwhile
     * @throws IOException if it cannot be written, or takes more than 2,147,483,647 bytes
     */
    public static void write(ObjectOutputStream out, @Nullable Object object) throws IOException {
        ByteTally tally = new ByteTally();
        writeTo(tally, object);
        if (tally.size() > Integer.MAX_VALUE) {
            throw new InvalidObjectException(String.format(
                    Locale.ROOT,
                    "The model takes %,d bytes, but only %,d can be saved.",
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
     * @param type its class
     * @throws InvalidObjectException if the bytes are not those that were written, or hold a class that is not
     *     there, has changed or does not belong in a model
     * @throws IOException if they cannot be read
     */
    public static <T> @Nullable T read(ObjectInputStream in, Class<T> type) throws IOException {
        int size = in.readInt();
        long checksum = in.readLong();
        byte[] bytes =
                size < 0 ? new byte[0] : in.readNBytes(size); // which allocates what is there, whatever the size says
        if (bytes.length != size || checksum(bytes) != checksum) {
            throw new InvalidObjectException("The model is damaged: its checksum does not fit.");
        }
        return ModelInputStream.read(bytes, type, in.getObjectInputFilter());
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
