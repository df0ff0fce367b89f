package weka.classifiers.functions.boundedmlp.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
    private static final RunKey KEY = Fixtures.key("A", "1", 3);
    private static final Outcome DONE = Outcome.done(Fixtures.folds(0.1, 1.5, 1.0 / 3, 2));

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("results.csv");
    }

    @Test
    void whatIsAddedIsThereInTheNextProcess() throws Exception {
        RunKey other = Fixtures.key("A", "2", 3);
        Outcome failed = Outcome.failed("out of \"memory\",\nit says");
        try (ResultStore store = ResultStore.open(file)) {
            store.add(KEY, DONE);
            store.add(other, failed);
        }
        try (ResultStore store = ResultStore.open(file)) {
            assertThat(store.find(KEY)).isEqualTo(DONE);
            assertThat(store.find(other)).isEqualTo(Outcome.failed("out of \"memory\", it says"));
            assertThat(store.find(Fixtures.key("B", "1", 3))).isNull();
        }
    }

    @Test
    void aRunThatWasCutOffWhileItWasWrittenIsNotThere() throws Exception {
        try (ResultStore store = ResultStore.open(file)) {
            store.add(KEY, DONE);
        }
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 30));
        try (ResultStore store = ResultStore.open(file)) {
            assertThat(store.find(KEY)).isNull();
            store.add(KEY, DONE);
        }
        try (ResultStore store = ResultStore.open(file)) {
            assertThat(store.find(KEY)).isEqualTo(DONE);
        }
    }

    @Test
    void aLaterResultReplacesAnEarlierOne() throws Exception {
        try (ResultStore store = ResultStore.open(file)) {
            store.add(KEY, Outcome.unfinished(5));
            store.add(KEY, DONE);
        }
        try (ResultStore store = ResultStore.open(file)) {
            assertThat(store.find(KEY)).isEqualTo(DONE);
        }
    }

    /** Windows lets nobody read what is locked, not even the process that has locked it. */
    @Test
    void theLockDoesNotCoverWhatIsRead() throws Exception {
        try (ResultStore store = ResultStore.open(file);
                FileChannel reader = FileChannel.open(file, StandardOpenOption.READ)) {
            store.add(KEY, DONE);
            assertThat(reader.tryLock(0, Files.size(file), true)).isNotNull();
        }
    }

    @Test
    void twoBenchmarksCannotWriteAtATime() throws IOException, BenchmarkFailure {
        try (ResultStore store = ResultStore.open(file)) {
            assertThat(store.find(KEY)).isNull();
            assertThatThrownBy(() -> ResultStore.open(file))
                    .isInstanceOf(BenchmarkFailure.class)
                    .hasMessageContaining("another benchmark");
        }
    }
}
