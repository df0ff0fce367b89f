package weka.classifiers.functions.boundedmlp.progress;

/**
 * Keeps what goes wrong in a display from the training. A log whose window was closed, say, may throw anything; it is then left
 * alone.
 */
final class UnbreakableDisplay implements ProgressDisplay {

    private final ProgressDisplay display;
    private boolean broken;

    /**
     * Creates a display that shows what another shows.
     *
     * @param display the other, which may throw any {@link RuntimeException}
     */
    UnbreakableDisplay(ProgressDisplay display) {
        this.display = display;
    }

    @Override
    public void log(String message) {
        unlessBroken(() -> display.log(message));
    }

    @Override
    public void status(String message) {
        unlessBroken(() -> display.status(message));
    }

    @Override
    public void end() {
        unlessBroken(display::end);
    }

    private void unlessBroken(Runnable show) {
        if (!broken) {
            try {
                show.run();
            } catch (RuntimeException e) {
                broken = true;
            }
        }
    }
}
