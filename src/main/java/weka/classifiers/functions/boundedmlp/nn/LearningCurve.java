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
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * How a training went.
 *
 * @param epochs the epochs, in order; those of the search for the best epoch if rows were held out. Of more than
 *     {@value #MOST_EPOCHS} epochs, that many are kept at equal distances, among them the first, the best and the last
 * @param epochCount how many epochs there were
 * @param bestEpoch the number of the epoch whose weights were best, counted from 1; 0 if none beat the untrained
 *     network
 * @param stopReason why the epochs ended
 * @param refitEpochs how many epochs each member was then trained on all rows; 0 if none was
 * @param rescues how often a stuck row was brought back to life while the members were trained
 * @param restarts how often training was repeated with gentler hyperparameters because the result was dead
 * @param finalResult the final network's figures on all rows
 */
public record LearningCurve(
        List<Epoch> epochs,
        int epochCount,
        int bestEpoch,
        StopReason stopReason,
        int refitEpochs,
        long rescues,
        int restarts,
        RowFigures finalResult)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** More would not be visible in a picture, but would take more space in a saved model than a small network. */
    public static final int MOST_EPOCHS = 250;

    /** {@return the epochs that are kept of all} */
    public static List<Epoch> thinned(List<Epoch> all, int bestEpoch) {
        // two places are left for the best epoch and the last
        int step = Math.max(1, (all.size() + MOST_EPOCHS - 3) / (MOST_EPOCHS - 2));
        List<Epoch> kept = new ArrayList<>();
        for (Epoch epoch : all) {
            if ((epoch.number() - 1) % step == 0 || epoch.number() == bestEpoch || epoch.number() == all.size()) {
                kept.add(epoch);
            }
        }
        return List.copyOf(kept);
    }

    /** {@return the best epoch, if there was one} */
    public Optional<Epoch> best() {
        return epochs.stream().filter(epoch -> epoch.number() == bestEpoch).findFirst();
    }

    private Object writeReplace() throws IOException {
        return new Packed(this);
    }

    /**
     * The figures of one epoch.
     *
     * @param number which epoch it is, counted from 1
     * @param training the training rows, each as met before its batch's step
     * @param validation the held-out rows after the epoch, predicted with the averaged weights; of no rows if none were
     *     held out
     */
    public record Epoch(int number, RowFigures training, RowFigures validation) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Why training stopped. */
    public enum StopReason {
        /** The limit on epochs was reached. */
        MAX_EPOCHS("the maximum number of epochs was reached"),
        /** The validation loss had stopped improving. */
        PATIENCE("the validation loss had not improved for the patience set"),
        /** The loss was no longer finite. */
        DIVERGED("training diverged, so the last good weights were kept;"
                + " a smaller learning rate or gradient norm helps");

        private final String description;

        StopReason(String description) {
            this.description = description;
        }

        /** {@return the reason in words, as the end of a sentence} */
        @Override
        public String toString() {
            return description;
        }
    }

    /**
     * The serialised form: its epochs as compressed numbers, exact to the last bit. As objects they would take more
     * space in a saved model than a small network.
     */
    private static final class Packed implements Serializable {

        private static final long serialVersionUID = 1L;

        private final byte[] epochs;
        private final int epochCount;
        private final int bestEpoch;
        private final StopReason stopReason;
        private final int refitEpochs;
        private final long rescues;
        private final int restarts;
        private final RowFigures finalResult;

        Packed(LearningCurve curve) throws IOException {
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
                int count = in.readInt();
                if (count > MOST_EPOCHS) { // so that a forged number of epochs takes no memory
                    throw new InvalidObjectException("A curve of " + count + " epochs is too long.");
                }
                for (; count > 0; count--) {
                    epochs.add(new Epoch(in.readInt(), read(in), read(in)));
                }
            }
            return List.copyOf(epochs);
        }

        private static void write(RowFigures result, DataOutputStream out) throws IOException {
            out.writeInt(result.rows());
            out.writeDouble(result.lossSum());
            out.writeInt(result.inside());
            out.writeInt(result.clamped());
            out.writeInt(result.stuck());
            out.writeInt(result.opposite());
        }

        private static RowFigures read(DataInputStream in) throws IOException {
            return new RowFigures(
                    in.readInt(), in.readDouble(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
        }
    }
}
