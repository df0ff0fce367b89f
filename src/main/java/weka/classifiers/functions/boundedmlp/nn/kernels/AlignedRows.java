package weka.classifiers.functions.boundedmlp.nn.kernels;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * Rows of values, one for each hidden unit, that suit the processor's vectors.
 *
 * <p>HotSpot makes three loops of one over a row: single values up to a vector's boundary in memory, then vectors, then single
 * values again. A single value takes about as long as a vector, so that with 64 hidden units most of the time went into
 * singles. There are only two of them where a row begins two values before a boundary, which is as close as Java's arrays come
 * to one, and is two values longer than whole vectors. So hidden units that do nothing fill rows up, and the rows are moved to
 * where they are read fastest, as Java does not tell where an array lies. Neither changes a bit of what is computed.
 */
public final class AlignedRows {

    /** The bytes of the largest vector; also those that the processor fetches at a time. */
    private static final int VECTOR_BYTES = 64;

    private static final int VECTOR = VECTOR_BYTES / Float.BYTES;
    /** HotSpot's loop takes two vectors at a time and is not entered for fewer. */
    private static final int LEAST_VECTORS = 2;
    /** The single values before the first boundary. */
    private static final int BEFORE = 2;
    /** Rows shorter than this take less time as single values than filled up. */
    private static final int SHORTEST = 8;
    /** In rows longer than this the single values do not count, and trials would take long. */
    private static final int LONGEST = 4098;

    /** Arrays begin at multiples of so many bytes. */
    private static final int ARRAY_ALIGNMENT = 8;

    private static final int ARRAY_HEADER = 16;
    /** Where an array may begin, relative to a boundary. */
    private static final int PLACES = VECTOR_BYTES / ARRAY_ALIGNMENT;

    private static final int TRIAL_ROWS = 6;
    private static final int BETWEEN = 64;
    private static final int TRIAL_ROUNDS = 8;
    private static final int TRIAL_CALLS = 20;
    /** How often all places are tried until the same one is best again. */
    private static final int MOST_ROUNDS = 6;
    /** By this factor rows at another place take longer, at least. */
    private static final double SLOWER = 1.15;
    /** How often the rows of a group are moved until all of them are at the best place. */
    private static final int ATTEMPTS = 4;

    private final int length;
    /** What is needed for trials is created before: whatever else were created in between would shift the places. */
    private final float[][] rows = new float[TRIAL_ROWS][];

    /** Keeps what is created between the rows, lest HotSpot do without it; an entry's turn comes again when it does not matter. */
    private final float[][] between = new float[BETWEEN][];

    private int created;
    private final long[] nanos = new long[PLACES];

    private AlignedRows(int length) {
        this.length = length;
    }

    /** {@return the length of rows for so many hidden units, at least as many} */
    public static int length(int hiddenSize) {
        if (hiddenSize < SHORTEST) {
            return hiddenSize;
        }
        long vectors = Math.max(LEAST_VECTORS, roundedUp(hiddenSize - BEFORE, VECTOR) / VECTOR);
        return (int) Math.min(BEFORE + vectors * VECTOR, Integer.MAX_VALUE); // so long an array cannot be created
    }

    /** {@return the bytes from the beginning of a row to that of the next, where rows are placed} */
    public static long bytes(int length) {
        return roundedUp(arrayBytes(length), VECTOR_BYTES);
    }

    /**
     * Moves rows to where the kernel is fast, unless they are so short or so long that it makes no difference.
     *
     * @param groups the rows, of which those that are as long as the first are replaced by copies
     */
    public static void place(float[][]... groups) {
        int length = groups[0][0].length;
        if (length < SHORTEST || length > LONGEST) {
            return;
        }
        AlignedRows places = new AlignedRows(length);
        long shortest = places.goToBest();
        for (float[][] group : groups) {
            places.moveHere(group);
            for (int i = 1; i < ATTEMPTS && places.trial() > SLOWER * shortest; i++) { // Java has gone on elsewhere
                shortest = places.goToBest();
                places.moveHere(group);
            }
        }
    }

    private void moveHere(float[][] group) {
        for (int r = 0; r < group.length; r++) {
            if (group[r].length == length) {
                group[r] = group[r].clone();
                leaveGap();
            }
        }
    }

    /**
     * Goes on to the place where the kernel is fastest; returns how long it takes there. All places are tried more than once: where
     * HotSpot replaced the code in between, the places tried before look slow.
     */
    private long goToBest() {
        int best = fastest();
        int previous;
        int rounds = 1;
        do {
            previous = best;
            best = fastest();
            rounds++;
        } while (nanos[previous] > SLOWER * nanos[best] && rounds < MOST_ROUNDS);
        for (int place = 0; place <= best; place++) {
            goToNext();
        }
        return nanos[best];
    }

    /** Tries all places, one after the other; the next one would be the first again. */
    private int fastest() {
        int best = 0;
        for (int place = 0; place < PLACES; place++) {
            goToNext();
            nanos[place] = trial();
            best = nanos[place] < nanos[best] ? place : best;
        }
        return best;
    }

    /** Returns how long the kernel takes for rows where Java puts them now; the next ones would be at the same place. */
    private long trial() {
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new float[length];
            leaveGap();
        }
        long shortest = Long.MAX_VALUE;
        for (int round = 0; round < TRIAL_ROUNDS; round++) {
            long start = System.nanoTime();
            callKernel();
            shortest = Math.min(shortest, System.nanoTime() - start);
        }
        return shortest;
    }

    /** A method of its own, as HotSpot would compile a loop around this one twice. */
    private void callKernel() {
        for (int call = 0; call < TRIAL_CALLS; call++) {
            Kernels.addProducts(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    /**
     * Arrays that a thread creates follow each other in memory: after one of 24 bytes, others begin at another of the eight
     * places, and after eight at the same again.
     */
    private void goToNext() {
        keep(new float[ARRAY_ALIGNMENT / Float.BYTES]);
    }

    /** After a row, creates an array that fills up its last vector, so that the next row begins at the same place. */
    private void leaveGap() {
        long gap = bytes(length) - arrayBytes(length);
        keep(new float[(int) (gap - ARRAY_HEADER) / Float.BYTES]);
    }

    private void keep(float[] array) {
        between[created++ % BETWEEN] = array;
    }

    private static long arrayBytes(int length) {
        return roundedUp(ARRAY_HEADER + (long) length * Float.BYTES, ARRAY_ALIGNMENT);
    }

    private static long roundedUp(long count, int unit) {
        return (count + unit - 1) / unit * unit;
    }

    /**
     * Tells when the rows of a training are to be placed anew: after a garbage collection, which may have moved them, and now and
     * then because a trial may have misjudged the places, most likely while HotSpot replaced the code.
     */
    public static final class Upkeep {

        /** Placing the rows takes no time beside an epoch of as many multiplications, rows times inputs times hidden units. */
        private static final double LONG_EPOCH_PRODUCTS = 5e8;

        private final boolean longEpochs;
        private int epochs;
        /** Emptied by the next garbage collection. */
        private WeakReference<Object> sincePlaced = new WeakReference<>(new Object());

        /**
         * Begins without epochs.
         *
         * @param products the multiplications of an epoch: rows times inputs times hidden units
         */
        public Upkeep(double products) {
            longEpochs = products >= LONG_EPOCH_PRODUCTS;
        }

        /**
         * Tells that an epoch begins, and places the rows if it is time.
         *
         * @param rows makes the groups of rows, as {@link AlignedRows#place} takes them
         */
        public void beginEpoch(Supplier<float[][][]> rows) {
            epochs++;
            if (Integer.bitCount(epochs) == 1 || longEpochs || sincePlaced.get() == null) {
                sincePlaced = new WeakReference<>(new Object());
                place(rows.get());
            }
        }
    }
}
