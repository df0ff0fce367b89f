package weka.classifiers.functions.boundedmlp.nn;

/** Lets work that takes long find out whether its thread was interrupted. */
public final class Interruption {

    /**
     * The number of rows between two checks. A method of its own processes them: because it is called again and again,
     * HotSpot compiles it after a few thousand rows, whereas it would interpret a loop over all rows for 60,000
     * iterations.
     */
    public static final int ROWS = 32;

    private Interruption() {}

    /**
     * Returns if the thread has not been interrupted. Cheap enough to be called for every row.
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static void check() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("Training was interrupted.");
        }
    }
}
