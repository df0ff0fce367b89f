package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results in a CSV file that is only appended to: one line per fold, or one line for a run without a result. A run
 * with a missing fold, for example after a power failure, counts as not run.
 */
final class ResultStore implements Closeable {
    private static final List<String> HEADER = header();
    private static final int FOLD = RunKey.COLUMNS.size();
    private static final int STATUS = FOLD + 1;
    private static final int MESSAGE = STATUS + 1;
    private static final int MINUTES = MESSAGE + 1;
    private static final int VALUES = MINUTES + 1;

    private final FileChannel channel;
    private final Map<RunKey, Outcome> outcomes;

    private ResultStore(FileChannel channel, Map<RunKey, Outcome> outcomes) {
        this.channel = channel;
        this.outcomes = outcomes;
    }

    /**
     * Opens the file for this process alone, and creates it if it does not exist.
     *
     * @throws BenchmarkFailure if another process has opened it, or another version of the benchmark wrote it
     */
    static ResultStore open(Path file) throws IOException, BenchmarkFailure {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new BenchmarkFailure("another benchmark is running in " + file.getParent() + ".");
        }
        String text = Files.readString(file);
        if (!text.isEmpty() && !text.startsWith(Csv.line(HEADER))) {
            channel.close();
            throw new BenchmarkFailure(file + " was written by another version of the benchmark; move it away.");
        }
        ResultStore store = new ResultStore(channel, parse(text.lines().skip(1).toList()));
        if (text.isEmpty()) {
            store.write(Csv.line(HEADER) + "\n");
        } else if (!text.endsWith("\n")) {
            // the process that wrote the last line was killed
            store.write("\n");
        }
        return store;
    }

    synchronized @Nullable Outcome find(RunKey key) {
        return outcomes.get(key);
    }

    synchronized void add(RunKey key, Outcome outcome) throws IOException {
        StringBuilder lines = new StringBuilder();
        if (outcome.folds().isEmpty()) {
            List<String> none = Collections.nCopies(FoldResult.COLUMNS.size(), "?");
            lines.append(line(key, 0, outcome, none));
        }
        for (int fold = 0; fold < outcome.folds().size(); fold++) {
            lines.append(line(key, fold + 1, outcome, outcome.folds().get(fold).cells()));
        }
        write(lines.toString());
        outcomes.put(key, outcome);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Locks a byte far behind the end, because Windows lets nobody read bytes that are locked. */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    private static Map<RunKey, Outcome> parse(List<String> lines) {
        Map<RunKey, Outcome> outcomes = new LinkedHashMap<>();
        Map<RunKey, List<FoldResult>> growing = new HashMap<>();
        for (String line : lines) {
            List<String> cells = Csv.cells(line);
            if (cells.size() != HEADER.size()) {
                continue;
            }
            RunKey key = RunKey.of(cells.subList(0, FOLD));
            Outcome.Status status = Outcome.Status.valueOf(cells.get(STATUS));
            if (status == Outcome.Status.DONE) {
                List<FoldResult> folds = growing.computeIfAbsent(key, k -> new ArrayList<>());
                if (cells.get(FOLD).equals("1")) {
                    folds.clear();
                }
                folds.add(FoldResult.of(cells.subList(VALUES, cells.size())));
                if (folds.size() == key.folds()) {
                    outcomes.put(key, Outcome.done(List.copyOf(folds)));
                }
            } else {
                double minutes = Double.parseDouble(cells.get(MINUTES));
                outcomes.put(key, new Outcome(status, List.of(), cells.get(MESSAGE), minutes));
            }
        }
        return outcomes;
    }

    private static String line(RunKey key, int fold, Outcome outcome, List<String> values) {
        List<String> cells = new ArrayList<>(key.cells());
        cells.add(Integer.toString(fold));
        cells.add(outcome.status().name());
        cells.add(outcome.message());
        cells.add(Double.toString(outcome.minutes()));
        cells.addAll(values);
        return Csv.line(cells) + "\n";
    }

    private static List<String> header() {
        List<String> columns = new ArrayList<>(RunKey.COLUMNS);
        columns.addAll(List.of("Fold", "Status", "Message", "Minutes"));
        columns.addAll(FoldResult.COLUMNS);
        return columns;
    }
}
