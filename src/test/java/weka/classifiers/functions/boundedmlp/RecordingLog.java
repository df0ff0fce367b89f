package weka.classifiers.functions.boundedmlp;

import java.util.ArrayList;
import java.util.List;
import weka.gui.Logger;

/** A log that keeps its messages. */
public final class RecordingLog implements Logger {

    private final List<String> messages = new ArrayList<>();
    private final List<String> status = new ArrayList<>();

    @Override
    public void logMessage(String message) {
        messages.add(message);
    }

    @Override
    public void statusMessage(String message) {
        status.add(message);
    }

    public List<String> messages() {
        return messages;
    }

    List<String> status() {
        return status;
    }
}
