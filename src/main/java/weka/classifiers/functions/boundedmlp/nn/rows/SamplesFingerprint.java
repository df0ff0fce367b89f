package weka.classifiers.functions.boundedmlp.nn.rows;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import weka.classifiers.functions.boundedmlp.nn.Interruption;

/**
 * Identifies samples without keeping them.
 *
 * @param rows the number of rows
 * @param values the number of values of each, without those of bins
 * @param checksum a checksum of the bits of all values, targets and weights, in their order
 */
public record SamplesFingerprint(int rows, int values, long checksum) implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * {@return the fingerprint of samples}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static SamplesFingerprint of(Samples samples) throws InterruptedException {
        CRC32C checksum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * samples.valueCount() + 3 * Double.BYTES);
        float[] values = new float[samples.valueCount()];
        for (int row = 0; row < samples.size(); row++) {
            Interruption.check();
            buffer.clear();
            samples.copyValues(row, values);
            for (float value : values) {
                buffer.putFloat(value);
            }
            buffer.putDouble(samples.target(row)).putDouble(samples.weight(row)).putDouble(samples.totalWeight());
            checksum.update(buffer.flip());
        }
        return new SamplesFingerprint(samples.size(), samples.valueCount(), checksum.getValue());
    }
}
