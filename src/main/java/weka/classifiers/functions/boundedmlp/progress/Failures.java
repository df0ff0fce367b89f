package weka.classifiers.functions.boundedmlp.progress;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import weka.core.WekaException;

/**
 * Reports failures: in one sentence if the user can mend them, with a stack trace if they are faults of the program.
 */
public final class Failures {

    /**
     * The message that Weka builds for the only exception without a message that a file can cause, and a message that
     * says what it means.
     */
    private static final String UNNAMED_EXCEPTION = "Weka exception: null";

    private static final String FILE_ENDS_EARLY = "Weka exception: A file ends too early.";

    /** What also helps if Weka keeps predictions. */
    private static final String UNLESS_TOLD_NOT_TO_KEEP =
            ", or give -no-predictions: without it Weka keeps each prediction.";

    /** Options with which that does not help: they need the predictions, or train, which needs more memory. */
    private static final Set<String> NO_HELP_WITH = Set.of("-no-predictions", "-p", "-classifications", "-t");

    private Failures() {}

    /**
     * Runs a step of a training. If it fails, reports the reason to the progress and closes it, because the Explorer
     * writes failures of resumed trainings to the console only. An interruption is not a failure: the progress is only
     * closed.
     *
     * @param progress where to report; null for nowhere
     * @param step the step
     * @return the result of the step
     * @throws IllegalArgumentException if memory was used up
     * @throws Exception if the step throws it
     */
    public static <T> T told(@Nullable TrainingProgress progress, Callable<T> step) throws Exception {
        try {
            return step.call();
        } catch (OutOfMemoryError e) {
            IllegalArgumentException refused = refused(e);
            tell(progress, refused);
            throw refused;
        } catch (Exception e) {
            tell(progress, e);
            throw e;
        }
    }

    private static void tell(@Nullable TrainingProgress progress, Exception failure) {
        if (progress != null) {
            if (!(failure instanceof InterruptedException)) {
                progress.failed(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
            }
            progress.close();
        }
    }

    /**
     * {@return the exception to throw if memory was used up although it seemed to suffice}
     *
     * @param error the error that Java threw
     */
    public static IllegalArgumentException refused(OutOfMemoryError error) {
        return new IllegalArgumentException(usedUp(error), error);
    }

    /**
     * The message for memory that was used up: the heap, of which the check before a training can only estimate the
     * need, or something else of the system, such as threads.
     */
    private static String usedUp(OutOfMemoryError error) {
        String what = String.valueOf(error.getMessage());
        if (what.contains("native") || what.contains("Metaspace") || what.contains("memory map")) {
            return "Java has used up what the system gives it: " + what + ".";
        }
        return String.format(
                Locale.ROOT,
                "All of the heap's %,d bytes were used up; start Java with a larger heap (-Xmx).",
                Runtime.getRuntime().maxMemory());
    }

    /**
     * Prints a failure to standard error.
     *
     * @param failure the exception or error that ended a run on the command line
     * @param commandLine the options of the run
     */
    public static void print(Throwable failure, List<String> commandLine) {
        String sentence = sentence(failure, commandLine);
        if (sentence == null) {
            failure.printStackTrace();
        } else {
            System.err.println(sentence);
        }
    }

    /** Whether Weka keeps the predictions for a test file, which it reads row by row, only because it was not told. */
    private static boolean keepsPredictions(List<String> commandLine) {
        return commandLine.contains("-T") && Collections.disjoint(commandLine, NO_HELP_WITH);
    }

    /** The message for a failure that the user can mend; null for a fault of the program. */
    private static @Nullable String sentence(Throwable failure, List<String> commandLine) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof IllegalArgumentException || failure instanceof WekaException) {
            return message;
        }
        if (failure instanceof IOException) {
            return "A file could not be read or written: " + message;
        }
        if (failure instanceof OutOfMemoryError usedUp) {
            return keepsPredictions(commandLine)
                    ? usedUp(usedUp).replaceFirst("\\.$", UNLESS_TOLD_NOT_TO_KEEP)
                    : usedUp(usedUp);
        }
        // Weka wraps refused options, refused files and its help in a plain exception
        return failure.getClass() == Exception.class ? message.replace(UNNAMED_EXCEPTION, FILE_ENDS_EARLY) : null;
    }
}
