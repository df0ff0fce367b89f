package weka.classifiers.functions.boundedmlp.progress;

/**
 * Keeps failures of a display from the training. A log may throw any exception, for example after its window was
 * closed; it is then not used again.
 */
final class UnbreakableDisplay implements ProgressDisplay {

    private final ProgressDisplay display;
    private boolean broken;

    /**
     * Creates a display that passes everything on to another.
     *
     * @param display the other display, which may throw any {@link RuntimeException}
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
