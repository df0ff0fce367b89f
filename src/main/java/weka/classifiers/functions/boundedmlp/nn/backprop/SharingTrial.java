package weka.classifiers.functions.boundedmlp.nn.backprop;

/**
 * Finds out by timing batches whether it is faster to share them among threads: small batches are not worth it, and where
 * another program keeps a processor busy, waiting for the thread that should run there makes everything slower.
 *
 * <p>Every now and then a few batches are done alone and then a few shared; what took less time is done until the next trial,
 * which comes the later the more often sharing has lost in a row. The first batches of either kind are not timed: there the data is on
 * its way from one processor's cache to the other's.
 */
public final class SharingTrial {

    private static final int TIMED_BATCHES = 8;
    private static final int UNTIMED_BATCHES = 2;
    private static final int BATCHES_OF_A_KIND = UNTIMED_BATCHES + TIMED_BATCHES;
    private static final int TRIAL_BATCHES = 2 * BATCHES_OF_A_KIND;
    /** Between trials while batches are shared: those of a trial that are done alone cost about as many again. */
    private static final int PAUSE_SHARING = 1024;
    /** After a trial that sharing has lost; perhaps by chance, or because code is still being compiled. */
    private static final int SHORTEST_PAUSE_ALONE = 64;

    private static final int LONGEST_PAUSE_ALONE = 16_384;
    /** Sharing uses more of the machine, so it has to be faster by more than chance. */
    private static final double WORTHWHILE = 0.95;

    /** How many batches have begun since the trial began. */
    private int batch;

    private int pause;
    private int nextPauseAlone = SHORTEST_PAUSE_ALONE;
    private long started;
    private double alone;
    private double shared;
    private boolean sharing;

    /** {@return whether the current batch is to be shared} */
    public boolean sharing() {
        return sharing;
    }

    /**
     * Ends a batch and begins another.
     *
     * @param now the time in nanoseconds
     */
    public void nextBatch(long now) {
        if (batch > 0 && batch <= TRIAL_BATCHES && (batch - 1) % BATCHES_OF_A_KIND >= UNTIMED_BATCHES) {
            if (sharing) {
                shared += now - started;
            } else {
                alone += now - started;
            }
        }
        if (batch == TRIAL_BATCHES) {
            sharing = shared < WORTHWHILE * alone;
            pause = sharing ? PAUSE_SHARING : nextPauseAlone;
            nextPauseAlone = sharing ? SHORTEST_PAUSE_ALONE : Math.min(2 * pause, LONGEST_PAUSE_ALONE);
        } else if (batch < TRIAL_BATCHES) {
            sharing = batch >= BATCHES_OF_A_KIND;
        }
        batch++;
        if (batch > TRIAL_BATCHES + pause) {
            batch = 0;
            alone = 0;
            shared = 0;
        }
        started = now;
    }
}
