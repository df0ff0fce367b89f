package weka.classifiers.functions.boundedmlp.saved;

import java.io.OutputStream;
import java.util.zip.CRC32;

/** Counts bytes and computes their checksum without storing them. */
final class ByteTally extends OutputStream {

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

    /** {@return the number of bytes so far} */
    long size() {
        return size;
    }

    /** {@return the CRC-32 of the bytes so far} */
    long checksum() {
        return checksum.getValue();
    }
}
