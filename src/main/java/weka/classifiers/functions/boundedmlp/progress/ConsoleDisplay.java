package weka.classifiers.functions.boundedmlp.progress;

import java.io.Console;
import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows progress on a text console: on a terminal as one line that is written over, else as a few lines, each after twice the
 * time of the one before.
 */
final class ConsoleDisplay implements ProgressDisplay {

    /** What fits into one line of most terminals; a line that was wrapped could not be written over. */
    private static final int WIDTH = 79;

    private static final long FIRST_LINE_AFTER = 1_000_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long start;
    private long nextLineAfter = FIRST_LINE_AFTER;
    private int shown;

    /**
     * Creates a display.
     *
     * @param out where to write
     * @param terminal whether a carriage return leads back to the start of the line there
     * @param clock nanoseconds from any start
     */
    ConsoleDisplay(PrintStream out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        start = clock.getAsLong();
    }

    /** {@return a display on standard error, so that results on standard output stay clean} */
    static ConsoleDisplay onStandardError() {
        return new ConsoleDisplay(System.err, isTerminal(System.console()), System::nanoTime);
    }

    /** Up to Java 21 there is a console only where there is a terminal; later ones have to be asked. */
    static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public void log(String message) {
        clearLine();
        out.println(message);
    }

    @Override
    public void status(String message) {
        if (terminal) {
            String line = message.substring(0, Math.min(WIDTH, message.length()));
            out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            out.flush();
            shown = line.length();
        } else if (clock.getAsLong() - start >= nextLineAfter) {
            nextLineAfter *= 2;
            out.println(message);
        }
    }

    @Override
    public void end() {
        clearLine();
    }

    private void clearLine() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }
}
