package weka.classifiers.functions.boundedmlp.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.boundedmlp.data.AttributeEncoding;
import weka.classifiers.functions.boundedmlp.data.Encoder;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.training.MemoryNeed;

/** Refuses a training that does not fit into the heap before memory is allocated, and says how much it needs. */
final class MemoryCheck {

    /** The message names an attribute if more than this share of the inputs are its own. */
    private static final double LARGE_SHARE = 0.5;

    private MemoryCheck() {}

    /**
     * Checks that a training fits into memory.
     *
     * @param rows the number of rows
     * @param encoder the encoding of the rows
     * @param hyperparameters the hyperparameters of the training
     * @throws IllegalArgumentException if the training needs more memory than is free; the message says how much
     */
    static void requireRoom(int rows, Encoder encoder, Hyperparameters hyperparameters) {
        require(MemoryNeed.bytes(rows, encoder.inputCount(), hyperparameters), rows, encoder, hyperparameters, "");
    }

    /**
     * Checks that a training on data that is already encoded fits into memory, together with the state that is kept to
     * resume it.
     *
     * @param rows the number of rows
     * @param encoder the encoding of the rows
     * @param hyperparameters the hyperparameters of the training
     * @throws IllegalArgumentException if they need more memory than is free; the message says how much
     */
    static void requireRoomToResume(int rows, Encoder encoder, Hyperparameters hyperparameters) {
        double needed = MemoryNeed.resumableBytes(rows, encoder.inputCount(), hyperparameters);
        require(needed, rows, encoder, hyperparameters, " and resume");
    }

    private static void require(
            double needed, int rows, Encoder encoder, Hyperparameters hyperparameters, String andMore) {
        if (needed < free()) {
            return;
        }
        System.gc(); // some of the used memory may be garbage
        if (needed < free()) {
            return;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "Training on %d rows of %d inputs%s with hiddenSize %d%s needs about %,.0f bytes of memory,"
                        + " but only %,d of the heap's %,d are free; start Java with a larger heap (-Xmx).",
                rows,
                encoder.inputCount(),
                largeAttribute(encoder),
                hyperparameters.hiddenSize(),
                andMore,
                needed,
                free(),
                Runtime.getRuntime().maxMemory()));
    }

    private static String largeAttribute(Encoder encoder) {
        List<AttributeEncoding> attributes = encoder.attributes();
        return attributes.stream()
                .max(Comparator.comparingInt(AttributeEncoding::width))
                .filter(widest -> widest.width() > 1 && widest.width() > LARGE_SHARE * encoder.inputCount())
                .map(widest -> String.format(
                        Locale.ROOT, " (%d of them the values of attribute %s)", widest.width(), widest.name()))
                .orElse("");
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
