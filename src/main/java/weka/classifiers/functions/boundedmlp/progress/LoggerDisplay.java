package weka.classifiers.functions.boundedmlp.progress;

import weka.gui.Logger;

/** Shows progress in the log and the status bar of the Explorer or the KnowledgeFlow. */
final class LoggerDisplay implements ProgressDisplay {

    private static final String NAME = "BoundedMLPRegressor";

    private final Logger log;
    /** The KnowledgeFlow has a status line for each step and identifies it by the text before the message. */
    private final String statusPrefix;

    private final boolean knowledgeFlow;

    /**
     * Creates a display.
     *
     * @param log Weka's log
     * @param options the options of the scheme, which the KnowledgeFlow shows beside the status
     */
    LoggerDisplay(Logger log, String options) {
        this.log = log;
        knowledgeFlow = log instanceof weka.gui.beans.LogPanel;
        statusPrefix = knowledgeFlow ? NAME + "$" + options.hashCode() + "|" + options + "|" : "";
    }

    @Override
    public void log(String message) {
        log.logMessage(NAME + ": " + message);
    }

    @Override
    public void status(String message) {
        log.statusMessage(statusPrefix + message);
    }

    /** In the KnowledgeFlow this status stops the clock of the line; the Explorer shows a status of its own next. */
    @Override
    public void end() {
        if (knowledgeFlow) {
            status("Finished.");
        }
    }
}
