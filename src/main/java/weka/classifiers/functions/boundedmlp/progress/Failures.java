package weka.classifiers.functions.boundedmlp.progress;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import weka.core.WekaException;

/** What is told about failures: one sentence for what a user can mend, a stack trace for a fault of the program. */
public final class Failures {

    /** What Weka makes of the one exception without a message that a file can lead to, and what it means. */
    private static final String UNNAMED_EXCEPTION = "Weka exception: null";

    private static final String FILE_ENDS_EARLY = "Weka exception: A file ends too early.";

    private Failures() {}

    /**
     * Does a step of a training, and if it fails tells the progress why and that nothing will follow: the Explorer writes
     * failures of a training that goes on to the console only. An interruption is no failure; only its end is told.
     *
     * @param progress what is told; null for nothing
     * @param step the step
     * @return what the step returns
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
     * {@return what to throw if memory was used up although it seemed to suffice}
     *
     * @param error what Java threw
     */
    public static IllegalArgumentException refused(OutOfMemoryError error) {
        return new IllegalArgumentException(usedUp(), error);
    }

    /** How much memory is needed can only be told roughly beforehand. */
    private static String usedUp() {
        return String.format(
                Locale.ROOT,
                "All of the heap's %,d bytes were used up; start Java with a larger heap (-Xmx).",
                Runtime.getRuntime().maxMemory());
    }

    /**
     * Prints a failure to standard error.
     *
     * @param failure what a run on the command line ended with
     */
    public static void print(Throwable failure) {
        String sentence = sentence(failure);
        if (sentence == null) {
            failure.printStackTrace();
        } else {
            System.err.println(sentence);
        }
    }

    /** Null for a fault of the program. */
    private static @Nullable String sentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof IllegalArgumentException || failure instanceof WekaException) {
            return message;
        }
        if (failure instanceof IOException) {
            return "A file could not be read or written: " + message;
        }
        if (failure instanceof OutOfMemoryError) {
            return usedUp();
        }
        // Weka wraps what options and files are refused for, and its help, in a plain exception
        return failure.getClass() == Exception.class ? message.replace(UNNAMED_EXCEPTION, FILE_ENDS_EARLY) : null;
    }
}
