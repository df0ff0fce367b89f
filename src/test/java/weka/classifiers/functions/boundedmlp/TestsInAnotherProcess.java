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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes in a separate process and writes the outcomes to a file. There the JDK, Weka and the origin of the
 * package's classes can differ from those of the build.
 */
final class TestsInAnotherProcess implements TestExecutionListener {
    private final ArrayList<Outcome> outcomes = new ArrayList<>();

    private TestsInAnotherProcess() {}

    private record Outcome(String test, Status status, String reason) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** A test that ends here as it did in the other process. */
        DynamicTest repeated() {
            return DynamicTest.dynamicTest(test, () -> {
                Assumptions.assumeTrue(status != Status.ABORTED, reason);
                if (status == Status.FAILED) {
                    Assertions.fail(reason);
                }
            });
        }
    }

    /** Runs in the other process; the arguments are the file for the outcomes and the names of the test classes. */
    public static void main(String[] arguments) throws IOException {
        TestsInAnotherProcess listener = new TestsInAnotherProcess();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Arrays.stream(arguments)
                                        .skip(1)
                                        .map(DiscoverySelectors::selectClass)
                                        .toList())
                                .build(),
                        listener);
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            out.writeObject(listener.outcomes);
        }
        // The Explorer leaves threads behind that would keep the process alive.
        System.exit(0);
    }

    /** The outcomes from the other process, as tests that end in the same way. */
    static Stream<DynamicTest> read(Path file) throws IOException, ClassNotFoundException {
        List<Outcome> result = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file);
                ObjectInputStream in = new ObjectInputStream(stream)) {
            for (Object outcome : (List<?>) in.readObject()) {
                result.add((Outcome) outcome);
            }
        }
        return result.stream().map(Outcome::repeated);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        // A class that fails as a whole also has an outcome.
        if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
            String reason =
                    result.getThrowable().map(TestsInAnotherProcess::stackTrace).orElse(result.toString());
            outcomes.add(new Outcome(name(test), result.getStatus(), reason));
        }
    }

    private static String name(TestIdentifier test) {
        Optional<String> type = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaClass().getSimpleName() + ": ");
        return type.orElse("") + test.getDisplayName();
    }

    private static String stackTrace(Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
