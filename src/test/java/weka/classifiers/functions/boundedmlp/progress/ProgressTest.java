package weka.classifiers.functions.boundedmlp.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.RecordingLog;
import weka.classifiers.functions.boundedmlp.SavedModel;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.classifiers.functions.boundedmlp.data.EncodedData;
import weka.classifiers.functions.boundedmlp.data.Encoder;
import weka.classifiers.functions.boundedmlp.data.NumericScales;
import weka.classifiers.functions.boundedmlp.data.UsableRows;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.core.Instances;
import weka.gui.Logger;
import weka.gui.beans.LogPanel;

/** What users see while a network is trained. */
class ProgressTest {

    private static final long SECOND = 1_000_000_000;
    /** The figures of held-out rows if there are none. */
    private static final RowFigures NOTHING = new RowFigures(0, 0, 0, 0, 0, 0);

    private static final Pattern RMSE = Pattern.compile("RMSE (\\S+) on held-out rows");
    private static final Pattern RMSE_IN_TEXT = Pattern.compile("(\\S+) on \\d+ held-out rows after it");

    /** The time in nanoseconds of a clock that the tests set. */
    private long now = 5 * SECOND;

    private final Shown shown = new Shown();
    private final TrainingProgress progress = new TrainingProgress(List.of(shown), "-H 5", () -> now);

    @Test
    void theLogTellsTheStartAndTheEnd() throws Exception {
        RecordingLog log = new RecordingLog();
        BoundedMLPRegressor scheme = Schemes.scheme("-H 5 -L 0.01 -E 3");
        scheme.setLog(log);
        scheme.buildClassifier(Schemes.numeric(2000, 1));

        assertThat(log.messages()).hasSize(2);
        assertThat(log.messages().get(0))
                .startsWith(
                        "BoundedMLPRegressor: training starts: 2,000 rows, 2 inputs without bins, 5 hidden units in each"
                                + " of 5 networks; options: ")
                .contains("-H 5", "-L 0.01", "-E 3");
        assertThat(log.messages().get(1))
                .matches(
                        "BoundedMLPRegressor: training with(out| at most \\d+) bins, which the held-out rows chose, ended after \\d+ epochs, because the validation loss had not"
                                + " improved for the patience set; best epoch \\d+, RMSE \\S+ on held-out rows;"
                                + " trained on all rows for \\d+ epochs");
        assertThat(number(RMSE, log.messages().get(1)))
                .isCloseTo(number(RMSE_IN_TEXT, scheme.toString()), withinPercentage(0.06)); // rounded to four digits
    }

    private static double number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void theStatusTellsEpochErrorsInUnitsOfTheClassAndTheTimeLeftAtMost() throws Exception {
        prepare(100, 10.0);
        progress.started(0, 11);
        now += 2 * SECOND;
        progress.epochEnded(new Epoch(1, result(160, 0.5), result(40, 0.045)), 11, 10);

        // the first epoch took 2 s; ten times as much work is left
        assertThat(shown.status)
                .containsExactly("Epoch 1 of at most 11, RMSE 10.00, 3.000 on held-out rows, at most 20 s left");
    }

    @Test
    void theTrainingOnAllRowsIsShownToo() throws Exception {
        prepare(100, 10.0);
        progress.started(0, 1_000);
        now += 10 * SECOND;
        progress.refitEpochEnded(3, 40, 204);

        assertThat(shown.status).containsExactly("Training on all rows, epoch 3 of 40, at most 34 min left");
    }

    @Test
    void withoutHeldOutRowsThereIsOneError() throws Exception {
        prepare(100, 10.0);
        progress.started(0, 100_000);
        now += SECOND;
        progress.epochEnded(new Epoch(1, result(100, 0.005), NOTHING), 100_000, 99_999);

        assertThat(shown.status).containsExactly("Epoch 1 of at most 100000, RMSE 1.000, at most 28 h left");
    }

    @Test
    void theStatusIsShownFourTimesASecondAtMost() throws Exception {
        prepare(100, 1.0);
        progress.started(0, 2_000);
        for (int epoch = 1; epoch <= 1000; epoch++) {
            now += SECOND / 100;
            progress.epochEnded(new Epoch(epoch, result(100, 1), NOTHING), 2_000, 1);
        }
        assertThat(shown.status).hasSize(40);
    }

    @Test
    void encodingIsToldToo() throws Exception {
        progress.preparing(Schemes.numeric(1234, 1));
        assertThat(shown.status).containsExactly("Preparing 1,234 rows");
    }

    @Test
    void restartsAreTold() throws Exception {
        RecordingLog log = new RecordingLog();
        for (int seed = 1; seed <= 40; seed++) {
            BoundedMLPRegressor scheme =
                    Schemes.scheme("-H 8 -V 0 -N 4 -mini-batch 4 -L 0.3 -weight-decay 0 -S " + seed);
            scheme.setLog(log);
            scheme.buildClassifier(Schemes.numeric(30, seed));
        }
        assertThat(log.messages())
                .contains("BoundedMLPRegressor: the trained output was dead, so training restarts with gentler "
                        + "settings: restart 1");
    }

    @Test
    void dataWithoutASignalIsToldToHaveNone() throws Exception {
        RecordingLog log = new RecordingLog();
        BoundedMLPRegressor scheme = Schemes.scheme("-H 5");
        scheme.setLog(log);
        Random random = new Random(1);
        Instances noise = Schemes.withTargets(Schemes.numeric(60, 1), y -> random.nextDouble());
        scheme.buildClassifier(noise);
        assertThat(log.messages().get(1))
                .contains("; no epoch predicted the held-out rows better than the mean by more than chance")
                .doesNotContain("best epoch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-H 5 -N 5", "-H 5 -N 5 -resume"})
    void aLogThatFailsAtAnyCallDoesNotDisturbTraining(String options) throws Exception {
        Instances data = Schemes.mixed(50, 1);
        List<String> expected = SavedModel.predictionBits(furtherTrained(data, options, null));
        BrokenLog never = new BrokenLog(Integer.MAX_VALUE);
        furtherTrained(data, options, never);
        assertThat(never.calls).isGreaterThan(3);
        for (int call = 1; call <= never.calls; call++) {
            BrokenLog log = new BrokenLog(call);
            assertThat(SavedModel.predictionBits(furtherTrained(data, options, log)))
                    .as("failure at call " + call)
                    .isEqualTo(expected);
        }
    }

    /** A model that is built, then trained epoch by epoch, further or again. */
    private static BoundedMLPRegressor furtherTrained(Instances data, String options, @Nullable Logger log)
            throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme(options);
        scheme.setLog(log);
        scheme.buildClassifier(data);
        scheme.initializeClassifier(data);
        while (scheme.next()) {}
        scheme.done();
        return scheme;
    }

    /** Fails at one call; the kind of failure depends on the number of the call. */
    private static final class BrokenLog implements Logger {
        private final int failing;
        private int calls;

        BrokenLog(int failing) {
            this.failing = failing;
        }

        @Override
        public void logMessage(String message) {
            call(new IllegalStateException("closed"));
        }

        @Override
        public void statusMessage(String message) {
            call(new NullPointerException());
        }

        private void call(RuntimeException failure) {
            calls++;
            if (calls == failing) {
                throw failure;
            }
        }
    }

    @Test
    void aDisplayThatFailedIsLeftAloneAndTheOthersAreNot() {
        Shown other = new Shown();
        int[] calls = {0};
        ProgressDisplay broken = new ProgressDisplay() {
            @Override
            public void log(String message) {
                throw failure();
            }

            @Override
            public void status(String message) {
                throw failure();
            }

            @Override
            public void end() {
                throw failure();
            }

            private RuntimeException failure() {
                calls[0]++;
                return new UnsupportedOperationException("broken");
            }
        };
        TrainingProgress both = new TrainingProgress(List.of(broken, other), "", () -> now);
        both.failed("so");
        both.preparing(new Instances("none", new ArrayList<>(), 0));
        both.close();
        assertThat(calls[0]).isEqualTo(1);
        assertThat(other.status).containsExactly("Preparing 0 rows");
        new TrainingProgress(List.of(broken), "", () -> now).close();
        assertThat(calls[0]).isEqualTo(2);
    }

    @Test
    void standardStreamsThatAreClosedDoNotDisturbTraining() throws Exception {
        Instances data = Schemes.numeric(50, 1);
        PrintStream out = System.out;
        PrintStream err = System.err;
        BoundedMLPRegressor scheme = Schemes.scheme("-H 5 -N 5 -output-debug-info");
        PrintStream closed = stream(new ByteArrayOutputStream());
        closed.close();
        try {
            System.setOut(closed);
            System.setErr(closed);
            scheme.buildClassifier(data);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(Schemes.predictedBits(scheme, data))
                .isEqualTo(Schemes.predictedBits(Schemes.fit(data, "-H 5 -N 5"), data));
    }

    @Test
    void theLogIsNotSavedWithTheModel() throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 5 -N 5");
        scheme.setLog(new RecordingLog());
        scheme.buildClassifier(Schemes.numeric(50, 1));
        BoundedMLPRegressor copy = (BoundedMLPRegressor) AbstractClassifier.makeCopy(scheme);
        assertThat(copy.getLog()).isNull();
        copy.buildClassifier(Schemes.numeric(50, 1));
    }

    @Test
    void theKnowledgeFlowGetsAStatusLineOfOurOwnThatEnds() {
        List<String> status = new ArrayList<>();
        LogPanel panel = new LogPanel() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized void statusMessage(String message) {
                status.add(message);
            }
        };
        LoggerDisplay display = new LoggerDisplay(panel, "-H 5");
        display.status("Epoch 1");
        display.end();
        String prefix = "BoundedMLPRegressor$" + "-H 5".hashCode() + "|-H 5|";
        assertThat(status).containsExactly(prefix + "Epoch 1", prefix + "Finished.");
    }

    @Test
    void aTerminalShowsOneLineThatIsWrittenOver() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConsoleDisplay console = new ConsoleDisplay(stream(bytes), true, () -> now);
        console.log("start");
        console.status("a long status");
        console.status("short");
        console.status("x".repeat(200));
        console.log("end");
        console.end();
        assertThat(bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
                .isEqualTo(
                        "start\n\ra long status\rshort        \r" + "x".repeat(79) + "\r" + " ".repeat(79) + "\rend\n");
    }

    @Test
    void aFileGetsAFewLinesEachAfterTwiceTheTime() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConsoleDisplay console = new ConsoleDisplay(stream(bytes), false, () -> now);
        console.log("start");
        for (int tenths = 1; tenths <= 100; tenths++) {
            now += SECOND / 10;
            console.status("after " + tenths);
        }
        console.end();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("start", "after 10", "after 20", "after 40", "after 80");
    }

    @Test
    void whatIsNoTerminalIsNotTakenForOne() {
        assertThat(ConsoleDisplay.isTerminal(null)).isFalse();
        // tests run without a terminal; since Java 22 there may be a console without one
        assertThat(ConsoleDisplay.isTerminal(System.console())).isFalse();
    }

    private void prepare(int rows, double unit) throws InterruptedException {
        Instances data = Schemes.withTargets(Schemes.numeric(rows, 1), y -> 0);
        for (int i = 0; i < rows; i++) {
            data.instance(i).setClassValue(100 + (i % 2 == 0 ? unit : -unit));
        }
        Hyperparameters hyperparameters = new Hyperparameters();
        UsableRows usable = UsableRows.of(data);
        NumericScales scales = NumericScales.of(usable, hyperparameters.bounds());
        progress.prepared(
                EncodedData.of(usable, Encoder.fit(usable, scales), scales.targetScale(), hyperparameters),
                hyperparameters);
    }

    private static RowFigures result(int rows, double meanLoss) {
        return new RowFigures(rows, rows * meanLoss, rows, 0, 0, 0);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static final class Shown implements ProgressDisplay {
        private final List<String> status = new ArrayList<>();

        @Override
        public void log(String message) {}

        @Override
        public void status(String message) {
            status.add(message);
        }

        @Override
        public void end() {}
    }
}
