package weka.classifiers.functions.boundedmlp.nn.kernels;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * Rows with one value for each hidden unit, laid out to suit the processor's vectors.
 *
 * <p>HotSpot compiles a loop over a row into three: single values up to a vector boundary in memory, then whole
 * vectors, then the remaining single values. A single value takes about as long as a vector, so with 64 hidden units
 * most of the time went into single values. A row needs only two of them if it begins two values before a boundary
 * (Java's arrays cannot begin closer to one) and is two values longer than a whole number of vectors. Therefore rows
 * are filled up with hidden units that do nothing, and they are moved to where they are read fastest, found by timing,
 * because Java does not say where an array lies. Neither changes a bit of the results.
 */
public final class AlignedRows {

    /** The size of the largest vector in bytes, which is also what the processor fetches at a time. */
    private static final int VECTOR_BYTES = 64;

    private static final int VECTOR = VECTOR_BYTES / Float.BYTES;
    /** HotSpot's vector loop processes two vectors at a time and is skipped for fewer. */
    private static final int LEAST_VECTORS = 2;
    /** The single values before the first boundary. */
    private static final int BEFORE = 2;
    /** Shorter rows are faster as single values than filled up. */
    private static final int SHORTEST = 8;
    /** In longer rows the single values hardly matter, and trials would take long. */
    private static final int LONGEST = 4098;

    /** Arrays begin at multiples of this number of bytes. */
    private static final int ARRAY_ALIGNMENT = 8;

    private static final int ARRAY_HEADER = 16;
    /** The number of places, relative to a boundary, at which an array can begin. */
    private static final int PLACES = VECTOR_BYTES / ARRAY_ALIGNMENT;

    private static final int TRIAL_ROWS = 6;
    private static final int BETWEEN = 64;
    private static final int TRIAL_ROUNDS = 8;
    private static final int TRIAL_CALLS = 20;
    /** The maximum number of times that all places are tried until the same one is best twice in a row. */
    private static final int MOST_ROUNDS = 6;
    /** Rows at a worse place take at least this many times as long. */
    private static final double SLOWER = 1.15;
    /** The maximum number of times that the rows of a group are moved until all of them are at the best place. */
    private static final int ATTEMPTS = 4;

    private final int length;
    /**
     * Everything that trials need is created beforehand, because anything created in between would shift the places.
     */
    private final float[][] rows = new float[TRIAL_ROWS][];

    /**
     * Keeps the arrays that are created between rows, so that HotSpot does not optimise them away. An entry is reused
     * only when it no longer matters.
     */
    private final float[][] between = new float[BETWEEN][];

    private int created;
    private final long[] nanos = new long[PLACES];

    private AlignedRows(int length) {
        this.length = length;
    }

    /** {@return the length of rows for a number of hidden units, at least that number} */
    public static int length(int hiddenSize) {
        if (hiddenSize < SHORTEST) {
            return hiddenSize;
        }
        long vectors = Math.max(LEAST_VECTORS, roundedUp(hiddenSize - BEFORE, VECTOR) / VECTOR);
        return (int) Math.min(BEFORE + vectors * VECTOR, Integer.MAX_VALUE); // so long an array cannot be created
    }

    /** {@return the number of bytes from the beginning of a placed row to that of the next} */
    public static long bytes(int length) {
        return roundedUp(arrayBytes(length) + ARRAY_HEADER, VECTOR_BYTES); // room for the array that fills the gap
    }

    /**
     * Moves rows to where the kernel is fast, unless they are so short or so long that their place makes no difference.
     *
     * @param groups the rows; those that are as long as the first one are replaced by copies
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
     * Moves on to the place where the kernel is fastest, and returns how long it takes there. All places are tried more
     * than once: if HotSpot replaced the code in between, the places tried before that look slow.
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

    /** Tries all places in turn and returns the fastest; the next one would be the first again. */
    private int fastest() {
        int best = 0;
        for (int place = 0; place < PLACES; place++) {
            goToNext();
            nanos[place] = trial();
            best = nanos[place] < nanos[best] ? place : best;
        }
        return best;
    }

    /** Returns how long the kernel takes for rows at the current place; the next rows would be at the same place. */
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

    /** A method of its own, because HotSpot would compile a loop around this one twice. */
    private void callKernel() {
        for (int call = 0; call < TRIAL_CALLS; call++) {
            Kernels.addProducts(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }

    /**
     * Arrays that a thread creates follow each other in memory. After one of 24 bytes the next arrays begin at another
     * of the eight places, and after eight such arrays at the same place again.
     */
    private void goToNext() {
        keep(new float[ARRAY_ALIGNMENT / Float.BYTES]);
    }

    /** Creates an array that fills up the last vector of a row, so that the next row begins at the same place. */
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
     * Decides when the rows of a training are placed again: after a garbage collection, which may have moved them, and
     * now and then because a trial may have misjudged the places, most likely while HotSpot replaced the code.
     */
    public static final class Upkeep {

        /**
         * From this number of multiplications in an epoch on (rows times inputs times hidden units), placing the rows
         * takes a negligible share of its time.
         */
        private static final double LONG_EPOCH_PRODUCTS = 5e8;

        private final boolean longEpochs;
        private int epochs;
        /** The next garbage collection clears it. */
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
         * Begins an epoch, and places the rows if it is time.
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
