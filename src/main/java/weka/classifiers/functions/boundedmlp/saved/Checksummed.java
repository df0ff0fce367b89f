package weka.classifiers.functions.boundedmlp.saved;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object with a checksum of its bytes. Java's serialisation notices damage only where it hits a name or a length;
 * a weight, a bound or the index of an attribute would be read as something else.
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
        Tally tally = new Tally();
        writeTo(tally, object);
        if (tally.size > Integer.MAX_VALUE) {
            throw new InvalidObjectException(String.format(
                    Locale.ROOT,
                    "The model takes %,d bytes, but only %,d can be saved.",
                    tally.size,
                    Integer.MAX_VALUE));
        }
        out.writeInt((int) tally.size);
        out.writeLong(tally.checksum.getValue());
        writeTo(out, object);
    }

    private static void writeTo(OutputStream out, @Nullable Object object) throws IOException {
        ObjectOutputStream inner = new ObjectOutputStream(out);
        inner.writeObject(object);
        inner.flush();
    }

    /**
     * {@return an object that {@code write} wrote, or null}
     *
     * @param in where to read
     * @param type its class
     * @throws InvalidObjectException if the bytes are not those that were written, or hold a class that is not there or has
     *     changed
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
        try (ObjectInputStream inner = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return type.cast(inner.readObject());
        } catch (ClassNotFoundException | InvalidClassException e) {
            InvalidObjectException other = new InvalidObjectException(
                    "The model was saved by another version of this package, with another class " + e.getMessage());
            other.initCause(e);
            throw other;
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }

    /** Counts bytes and adds up their checksum, and keeps none. */
    private static final class Tally extends OutputStream {
        private final CRC32 checksum = new CRC32();
        private long size;

        @Override
        public void write(int b) {
            checksum.update(b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            checksum.update(bytes, from, length);
            size += length;
        }
    }
}
