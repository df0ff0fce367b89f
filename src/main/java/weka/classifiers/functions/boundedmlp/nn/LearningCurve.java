package weka.classifiers.functions.boundedmlp.nn;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * How a training went.
 *
 * @param epochs the epochs, in order; those of the search for the best epoch if rows were held out
 * @param bestEpoch the number of the epoch whose weights were best, counted from 1; 0 if none beat the untrained network
 * @param stopReason why the epochs ended
 * @param refitEpochs how many epochs the final network then trained on all rows; 0 if it did not
 * @param rescues how often the final network's output was dead during its training and was brought back to life
 * @param restarts how often all was done anew with gentler settings because the outcome was dead
 * @param finalResult the final network's figures on all rows
 */
public record LearningCurve(
        List<Epoch> epochs,
        int bestEpoch,
        StopReason stopReason,
        int refitEpochs,
        int rescues,
        int restarts,
        BatchResult finalResult)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private Object writeReplace() throws IOException {
        return new PackedCurve(this);
    }

    /**
     * The figures of one epoch.
     *
     * @param training the training rows, each as met before its batch's step
     * @param validation the held-out rows after the epoch, with averaged weights; of no rows if none were held out
     */
    public record Epoch(BatchResult training, BatchResult validation) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Why training stopped. */
    public enum StopReason {
        /** The limit on epochs was reached. */
        MAX_EPOCHS("the maximum number of epochs was reached"),
        /** The validation loss did not improve any more. */
        PATIENCE("the validation loss had not improved for the patience set"),
        /** The loss was no longer finite. */
        DIVERGED("training diverged, so the last good weights were kept");

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
}
