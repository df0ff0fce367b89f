package weka.classifiers.functions.boundedmlp;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What some code prints.
 *
 * @param out on standard output
 * @param err on standard error
 */
public record Printed(String out, String err) {

    /** Code that may fail. */
    public interface Action {
        void run() throws Exception;
    }

    /** Runs the code and captures its output. Tests run one after the other, so nothing else prints meanwhile. */
    public static Printed by(Action action) throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
        ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
        try (PrintStream newOut = new PrintStream(caughtOut, true, StandardCharsets.UTF_8);
                PrintStream newErr = new PrintStream(caughtErr, true, StandardCharsets.UTF_8)) {
            System.setOut(newOut);
            System.setErr(newErr);
            action.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return new Printed(caughtOut.toString(StandardCharsets.UTF_8), caughtErr.toString(StandardCharsets.UTF_8));
    }
}
