package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Weka's Stop interrupts the thread. Training checks for this often in all its parts, and leaves nothing half done. */
class StopTest {

    private static final int ROWS = 200_000;
    /** The goal is half a second; a busy machine gets four times that. */
    private static final double MOST_SECONDS = 2;

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Instances large;

    @BeforeAll
    static void makeLargeData() {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            attributes.add(new Attribute("x" + k));
        }
        attributes.add(new Attribute("colour", List.of("red", "green", "blue")));
        attributes.add(new Attribute("y"));
        large = new Instances("large", attributes, ROWS);
        large.setClassIndex(5);
        Random random = new Random(1);
        for (int i = 0; i < ROWS; i++) {
            double[] row = random.doubles(6).toArray();
            row[4] = random.nextInt(3);
            row[5] = Math.max(0, row[0] - row[1] + 0.1 * row[4]);
            large.add(new DenseInstance(1, row));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-H 8 -N 2", "-H 8 -N 2 -V 0", "-H 8 -N 2 -V 90 -resume"})
    void trainingIsNeverLongWithoutLookingForAnInterrupt(String options) throws Exception {
        Trained trained = train(Schemes.scheme(options), "");

        System.out.printf(
                "stop: %,d rows, %s: looked %,d times, at most %.3f s apart%n",
                ROWS, options, trained.looks, trained.longestGap);
        assertThat(trained.failure).isNull();
        assertThat(trained.longestGap).isLessThan(MOST_SECONDS);
        assertThat(trained.looks).as("checks for an interrupt, several per row").isGreaterThan(5L * ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UsableRows.of",
                "ColumnStatistics.scales",
                "RowOrder.byValue",
                "EncodedData.of",
                "Split.stratified",
                "EpochSearch.advance",
                "Members.trainEpoch",
                "RowEvaluation.loss",
                "EpochSearch.heldOut"
            })
    void anInterruptEndsTrainingAtOnceWhateverItIsAtAndLeavesNoModel(String place) throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 8 -N 2 -resume");

        Trained trained = train(scheme, place);

        System.out.printf("stop: %.3f s after the interrupt in %s%n", trained.secondsAfterInterrupt, place);
        assertInterrupted(trained);
        assertThat(trained.secondsAfterInterrupt).isLessThan(MOST_SECONDS);
        assertThatThrownBy(() -> scheme.classifyInstance(large.instance(0))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anInterruptWhileTrainingGoesOnLeavesTheOldModelAndItsState() throws Exception {
        Instances data = new Instances(large, 0, 20_000);
        Instances rows = new Instances(large, 0, 100);
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 8 -N 1 -resume");
        long[] old = Schemes.predictedBits(scheme, rows);
        for (String place :
                List.of("EncodedData.of", "Split.stratified", "MiniBatchTrainer.trainEpoch", "EpochSearch.heldOut")) {
            assertInterrupted(goOn(scheme, data, place));
            assertThat(Schemes.predictedBits(scheme, rows)).as(place).isEqualTo(old);
        }
        assertThat(goOn(scheme, data, "").failure).isNull();
        assertThat(Schemes.predictedBits(scheme, rows))
                .isEqualTo(Schemes.predictedBits(Schemes.fit(data, "-H 8 -N 2"), rows));
    }

    private static void assertInterrupted(Trained trained) {
        assertThat(trained.failure).as("interrupted in " + trained.place).isInstanceOf(InterruptedException.class);
        assertThat(trained.stillInterrupted).as("interrupt flag").isTrue();
    }

    private static Trained train(BoundedMLPRegressor scheme, String place) throws InterruptedException {
        return watch(() -> scheme.buildClassifier(large), place);
    }

    private static Trained goOn(BoundedMLPRegressor scheme, Instances data, String place) throws InterruptedException {
        return watch(
                () -> {
                    scheme.initializeClassifier(data);
                    while (scheme.next()) {}
                    scheme.done();
                },
                place);
    }

    private static Trained watch(Printed.Action action, String place) throws InterruptedException {
        Trained thread = new Trained(action, place);
        thread.start();
        thread.join();
        return thread;
    }

    private static String place(StackWalker.StackFrame frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
    }

    /** A thread that records when its work checks for an interrupt, and interrupts itself at one of these checks. */
    private static final class Trained extends Thread {
        /**
         * Only every fourth check looks at the stack, which is slow. It cannot be rarer, because a sort checks only a
         * few times.
         */
        private static final int EVERY = 4;

        private final Printed.Action action;
        /** The class and method in which to interrupt, or empty for no interrupt. */
        private final String place;

        private long lastLook;
        private long interrupted;
        private long looks;
        private double longestGap;
        private double secondsAfterInterrupt;
        private boolean stillInterrupted;
        private @Nullable Exception failure;

        Trained(Printed.Action action, String place) {
            this.action = action;
            this.place = place;
        }

        @Override
        public void run() {
            lastLook = System.nanoTime();
            try {
                action.run();
            } catch (Exception e) {
                failure = e;
            }
            look();
            secondsAfterInterrupt = (lastLook - interrupted) / 1e9;
            stillInterrupted = super.isInterrupted();
        }

        /**
         * The check that triggers the interrupt still returns false, like one just before an interrupt from outside.
         */
        @Override
        public boolean isInterrupted() {
            boolean answer = super.isInterrupted();
            look();
            if (++looks % EVERY == 0 && !place.isEmpty() && interrupted == 0 && isAtPlace()) {
                interrupt();
                interrupted = System.nanoTime();
            }
            return answer;
        }

        private boolean isAtPlace() {
            return StackWalker.getInstance()
                    .walk(frames -> frames.limit(10).map(StopTest::place).anyMatch(place::equals));
        }

        private void look() {
            long now = System.nanoTime();
            longestGap = Math.max(longestGap, (now - lastLook) / 1e9);
            lastLook = now;
        }
    }
}
