package weka.classifiers.functions.boundedmlp.nn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.StopReason;

/**
 * The serialised form of a {@link LearningCurve}: its epochs as compressed numbers, exact to the last bit. As objects they would
 * take more room in a saved model than a small network.
 */
final class PackedCurve implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] epochs;
    private final int epochCount;
    private final int bestEpoch;
    private final StopReason stopReason;
    private final int refitEpochs;
    private final int rescues;
    private final int restarts;
    private final BatchResult finalResult;

    PackedCurve(LearningCurve curve) throws IOException {
        epochs = pack(curve.epochs());
        epochCount = curve.epochCount();
        bestEpoch = curve.bestEpoch();
        stopReason = curve.stopReason();
        refitEpochs = curve.refitEpochs();
        rescues = curve.rescues();
        restarts = curve.restarts();
        finalResult = curve.finalResult();
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            return new LearningCurve(
                    unpack(epochs), epochCount, bestEpoch, stopReason, refitEpochs, rescues, restarts, finalResult);
        } catch (IOException e) {
            InvalidObjectException invalid = new InvalidObjectException("The epochs cannot be unpacked.");
            invalid.initCause(e);
            throw invalid;
        }
    }

    private static byte[] pack(List<Epoch> epochs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(epochs.size());
            for (Epoch epoch : epochs) {
                out.writeInt(epoch.number());
                write(epoch.training(), out);
                write(epoch.validation(), out);
            }
        }
        return bytes.toByteArray();
    }

    private static List<Epoch> unpack(byte[] packed) throws IOException {
        List<Epoch> epochs = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            for (int count = in.readInt(); count > 0; count--) {
                epochs.add(new Epoch(in.readInt(), read(in), read(in)));
            }
        }
        return List.copyOf(epochs);
    }

    private static void write(BatchResult result, DataOutputStream out) throws IOException {
        out.writeInt(result.rows());
        out.writeDouble(result.lossSum());
        out.writeInt(result.inside());
        out.writeInt(result.clamped());
        out.writeInt(result.stuck());
        out.writeInt(result.opposite());
    }

    private static BatchResult read(DataInputStream in) throws IOException {
        return new BatchResult(in.readInt(), in.readDouble(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    }
}
