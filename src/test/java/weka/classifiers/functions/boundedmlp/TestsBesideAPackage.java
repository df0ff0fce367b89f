package weka.classifiers.functions.boundedmlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a test class in a process of its own and leaves the outcomes in a file: there the package's classes are not on the
 * class path, so that they can only come from where the package manager put them.
 */
final class TestsBesideAPackage implements TestExecutionListener {
    private final ArrayList<Outcome> outcomes = new ArrayList<>();

    private TestsBesideAPackage() {}

    /** How one test ended; an empty failure means well. */
    record Outcome(String test, String failure) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Run in the other process with the name of the test class and the file for the outcomes. */
    public static void main(String[] arguments) throws IOException {
        TestsBesideAPackage listener = new TestsBesideAPackage();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(arguments[0]))
                                .build(),
                        listener);
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            out.writeObject(listener.outcomes);
        }
        // The Explorer leaves threads behind that would keep the process.
        System.exit(0);
    }

    /** Reads what the other process left. */
    static List<Outcome> read(Path file) throws IOException, ClassNotFoundException {
        List<Outcome> result = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file);
                ObjectInputStream in = new ObjectInputStream(stream)) {
            for (Object outcome : (List<?>) in.readObject()) {
                result.add((Outcome) outcome);
            }
        }
        return result;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        // A class that fails as a whole is an outcome, too.
        if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
            String failure = result.getThrowable()
                    .map(TestsBesideAPackage::stackTrace)
                    .orElse(result.getStatus() == Status.SUCCESSFUL ? "" : result.toString());
            outcomes.add(new Outcome(test.getDisplayName(), failure));
        }
    }

    private static String stackTrace(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
