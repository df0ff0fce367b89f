package weka.classifiers.functions.boundedmlp.progress;

/** Shows people how training progresses. */
interface ProgressDisplay {

    /** Shows a message about an event; it stays visible. */
    void log(String message);

    /** Shows the current status in place of the previous one. */
    void status(String message);

    /** Ends the display: no status follows. */
    void end();
}
