package weka.classifiers.functions.boundedmlp.nn.backprop;

/**
 * Times batches to find out whether sharing them among threads is faster. Small batches are not worth it, and if
 * another program keeps a processor busy, waiting for the thread on it slows everything down.
 *
 * <p>From time to time, a few batches are run on one thread and then a few on all. Whatever was faster is used until
 * the next trial. The more often sharing has lost in a row, the later the next trial comes. The first batches of either
 * kind are not timed, because the data is then still moving from one processor's cache to the other's.
 */
public final class SharingTrial {

    private static final int TIMED_BATCHES = 8;
    private static final int UNTIMED_BATCHES = 2;
    private static final int BATCHES_OF_A_KIND = UNTIMED_BATCHES + TIMED_BATCHES;
    private static final int TRIAL_BATCHES = 2 * BATCHES_OF_A_KIND;
    /**
     * The number of batches between trials while sharing: the batches of a trial that run on one thread cost about that
     * many again.
     */
    private static final int PAUSE_SHARING = 1024;
    /**
     * The number of batches until the next trial after sharing lost, which may be chance, or because code is still
     * being compiled.
     */
    private static final int SHORTEST_PAUSE_ALONE = 64;

    private static final int LONGEST_PAUSE_ALONE = 16_384;
    /** Sharing uses more of the machine, so it must be faster by more than chance. */
    private static final double WORTHWHILE = 0.95;

    /** The number of batches since the trial began. */
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
