package weka.classifiers.functions.boundedmlp.nn;

/** The one way in which work that takes long asks whether it is still wanted. */
public final class Interruption {

    /**
     * So many rows are dealt with between two checks, by a method of its own: called again and again, it is compiled after a few
     * thousand rows, where HotSpot would interpret a loop over all rows for 60,000 turns.
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
