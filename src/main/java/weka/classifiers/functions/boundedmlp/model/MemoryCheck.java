package weka.classifiers.functions.boundedmlp.model;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import weka.classifiers.functions.boundedmlp.data.AttributeEncoding;
import weka.classifiers.functions.boundedmlp.data.Encoder;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;
import weka.classifiers.functions.boundedmlp.nn.training.MemoryNeed;
import weka.classifiers.functions.boundedmlp.saved.SavedState;

/** Refuses a training that does not fit into the heap before memory is allocated, and says how much it needs. */
final class MemoryCheck {

    /** The message names an attribute if more than this share of the inputs are its own. */
    private static final double LARGE_SHARE = 0.5;

    /** Small enough to fit into a gap of the heap. */
    private static final int PIECE = 1 << 18;

    private MemoryCheck() {}

    /**
     * Checks that the encoded data and its training without bins fit into memory.
     *
     * @param rows the number of rows
     * @param encoder the encoding of the rows
     * @param hyperparameters the hyperparameters of the training
     * @throws IllegalArgumentException if they need more memory than is free; the message says how much
     */
    static void requireRoom(int rows, Encoder encoder, Hyperparameters hyperparameters) {
        double needed = MemoryNeed.bytes(rows, encoder.inputCount(), hyperparameters);
        require(needed, rows, encoder.inputCount(), encoder, hyperparameters, "");
    }

    /**
     * Checks that a training on data that is already encoded fits into memory, with the state that is kept to resume it
     * if it is.
     *
     * @param samples the data
     * @param encoder the encoding of the rows
     * @param hyperparameters the hyperparameters of the training
     * @param stateKept whether the state is kept
     * @throws IllegalArgumentException if they need more memory than is free, or the state would be larger than a state
     *     can be; the message says how much
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static void requireRoomToTrain(Samples samples, Encoder encoder, Hyperparameters hyperparameters, boolean stateKept)
            throws InterruptedException {
        int rows = samples.size();
        int[] inputCounts = MemoryNeed.inputCounts(samples, hyperparameters);
        int widest = Arrays.stream(inputCounts).max().orElseThrow();
        if (!stateKept) {
            double needed = MemoryNeed.trainingBytes(rows, inputCounts, hyperparameters);
            require(needed, rows, widest, encoder, hyperparameters, "");
            return;
        }
        double state = MemoryNeed.stateBytes(rows, inputCounts, hyperparameters);
        if (state > SavedState.MOST_BYTES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The state for further training of %d rows of %d inputs%s with %s would take about %,.0f"
                            + " bytes, but at most %,d can be kept; train without -resume.",
                    rows,
                    widest,
                    largeAttribute(encoder),
                    size(hyperparameters),
                    state,
                    SavedState.MOST_BYTES));
        }
        double needed = MemoryNeed.resumableBytes(rows, inputCounts, hyperparameters);
        require(needed, rows, widest, encoder, hyperparameters, " and resume");
    }

    private static void require(
            double needed, int rows, int inputCount, Encoder encoder, Hyperparameters hyperparameters, String andMore) {
        if (needed < free()) {
            return;
        }
        long collections = collections();
        System.gc(); // some of the used memory may be garbage
        if (needed < free() || (collections() == collections && canBeAllocated(needed))) {
            return;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "Training on %d rows of %d inputs%s with %s%s needs about %,.0f bytes of memory,"
                        + " but only %,d of the heap's %,d are free; start Java with a larger heap (-Xmx)%s.",
                rows,
                inputCount,
                largeAttribute(encoder),
                size(hyperparameters),
                andMore,
                needed,
                free(),
                Runtime.getRuntime().maxMemory(),
                inputCount > encoder.inputCount() ? ", or train without bins (-bins 0)" : ""));
    }

    private static String size(Hyperparameters hyperparameters) {
        return "hiddenSize " + hyperparameters.hiddenSize() + " and members " + hyperparameters.members();
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

    /** The number of garbage collections so far. System.gc() makes none if Java runs with -XX:+DisableExplicitGC. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** Whether the heap has room, as it shows when it is used: that collects the garbage. */
    private static boolean canBeAllocated(double bytes) {
        if (bytes > Runtime.getRuntime().maxMemory()) {
            return false;
        }
        byte[][] pieces = new byte[(int) Math.ceil(bytes / PIECE)][];
        try {
            Arrays.setAll(pieces, i -> new byte[PIECE]);
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
