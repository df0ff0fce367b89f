package weka.classifiers.functions.boundedmlp.progress;

import java.io.Console;
import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows progress on a text console: on a terminal, one line that is overwritten; elsewhere a few lines, each after
 * twice as much time as the previous one.
 */
final class ConsoleDisplay implements ProgressDisplay {

    /** The number of columns that most terminals have at least. A line that wraps could not be overwritten. */
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
     * @param terminal whether a carriage return moves back to the start of the line
     * @param clock returns nanoseconds since some fixed time
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

    /** Up to Java 21 a console exists only for a terminal; later versions have a method that says whether it is one. */
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
