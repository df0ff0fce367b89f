package weka.classifiers.functions.boundedmlp.progress;

/** Where people see how a training goes. */
interface ProgressDisplay {

    /** Shows what happened, to be kept. */
    void log(String message);

    /** Shows how it goes right now, in place of what was shown so before. */
    void status(String message);

    /** Is told that there will be no further status. */
    void end();
}
