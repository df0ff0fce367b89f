package weka.classifiers.functions.boundedmlp.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.backprop.SharingTrial;
import weka.classifiers.functions.boundedmlp.nn.backprop.Workers;

/** Every task is done once. Which thread does it makes no difference to the outcome of a training. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {

    private static final int ROUNDS = 20_000;
    /** A trial begins with this number of batches that are not shared. */
    private static final int BATCHES_ALONE = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void everyTaskOfEveryRoundIsDoneOnce(int threads) {
        Random random = new Random(threads);
        try (Workers workers = Workers.start(threads, sharing())) {
            for (int round = 0; round < ROUNDS; round++) {
                int[] done = new int[random.nextInt(60)];
                workers.run(done.length, task -> done[task]++);
                assertThat(Arrays.stream(done).allMatch(times -> times == 1)).isTrue();
            }
        }
    }

    @Test
    void tasksAreDoneAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = Workers.start(2, sharing())) {
            workers.run(2, task -> {
                both.countDown();
                assertThat(awaits(both)).isTrue(); // with one thread, the first task would wait forever
            });
        }
    }

    @Test
    void theCallerGoesOnOnlyWhenTheHelpersHaveEndedToo() {
        Thread caller = Thread.currentThread();
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = Workers.start(2, sharing())) {
            workers.run(2, task -> {
                both.countDown();
                awaits(both);
                if (Thread.currentThread() != caller) {
                    rest(); // until the caller can only wait
                }
                done.incrementAndGet();
            });
            assertThat(done).hasValue(2);
        }
    }

    @Test
    void noMoreThreadsWorkThanAskedFor() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Workers workers = Workers.start(2, sharing())) {
            workers.run(32, task -> {
                threads.add(Thread.currentThread());
                rest(); // so that every thread that looks for work finds some
            });
        }
        assertThat(threads).hasSizeLessThanOrEqualTo(2); // on a busy machine the helper may start too late
    }

    @Test
    void eachBatchIsReportedToTheTrial() {
        SharingTrial trial = new SharingTrial();
        try (Workers workers = Workers.start(2, trial)) {
            for (int batch = 1; batch <= BATCHES_ALONE; batch++) {
                workers.nextBatch();
                assertThat(trial.sharing()).as("batch %d", batch).isFalse();
            }
            workers.nextBatch();
            assertThat(trial.sharing()).as("the next batch").isTrue();
        }
    }

    @Test
    void anEpochReportsItsBatchesToTheTrial() throws Exception {
        MiniBatchTrainer trainer = trainer(2, 1000 / (BATCHES_ALONE + 1));
        trainer.trainEpoch();
        Field trial = MiniBatchTrainer.class.getDeclaredField("sharing");
        trial.setAccessible(true);
        assertThat(((SharingTrial) trial.get(trainer)).sharing())
                .as("whether the last batch was shared")
                .isEqualTo(trainer.threads() > 1);
    }

    @Test
    void theCallingThreadDoesAllWhereSharingDoesNotPay() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Workers workers = Workers.start(4, new SharingTrial())) { // it begins with a batch that is not shared
            workers.nextBatch();
            workers.run(100, task -> threads.add(Thread.currentThread()));
        }
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void whatAWorkerThrowsIsThrownByTheCaller() {
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = Workers.start(2, sharing())) {
            assertThatThrownBy(() -> workers.run(2, task -> {
                        both.countDown();
                        awaits(both);
                        throw new ArithmeticException("task " + task);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(ArithmeticException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void workStopsWhenTheCallerIsInterrupted(int threads) {
        Thread caller = Thread.currentThread();
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = Workers.start(threads, sharing())) {
            workers.run(2_000_000, task -> {
                if (done.incrementAndGet() == 1000) {
                    caller.interrupt();
                }
            });
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done.get()).isBetween(1000, 1_000_000);
    }

    @Test
    void aLongTaskOfAHelperSeesThatTheCallerIsInterrupted() {
        Thread caller = Thread.currentThread();
        try (Workers workers = Workers.start(2, sharing())) {
            workers.run(2, task -> {
                if (Thread.currentThread() == caller) {
                    caller.interrupt();
                }
                while (!workers.interrupted()) {
                    Thread.onSpinWait(); // forever, if the interrupt were not seen
                }
            });
            assertThat(workers.interrupted()).isTrue();
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void withoutHelpersTheCurrentThreadCounts() {
        assertThat(Workers.NONE.interrupted()).isFalse();
        Thread.currentThread().interrupt();
        assertThat(Workers.NONE.interrupted()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aThreadKeepsItsTasksAndHelpsWithThoseOfALateOne() {
        Thread caller = Thread.currentThread();
        CountDownLatch helperHasBegun = new CountDownLatch(1);
        CountDownLatch callerHasDoneTheRest = new CountDownLatch(1);
        List<Integer> ofHelper = Collections.synchronizedList(new ArrayList<>());
        List<Integer> ofCaller = new ArrayList<>();
        try (Workers workers = Workers.start(2, sharing())) {
            workers.run(6, task -> {
                if (Thread.currentThread() == caller) {
                    assertThat(awaits(helperHasBegun)).isTrue();
                    ofCaller.add(task);
                    if (ofCaller.size() == 5) {
                        callerHasDoneTheRest.countDown();
                    }
                } else {
                    ofHelper.add(task);
                    helperHasBegun.countDown();
                    assertThat(awaits(callerHasDoneTheRest)).isTrue();
                }
            });
        }
        assertThat(ofHelper).containsExactly(1);
        assertThat(ofCaller).containsExactly(0, 2, 4, 3, 5);
    }

    @Test
    void noHelperIsLeftAfterAnEpoch() throws Exception {
        MiniBatchTrainer trainer = trainer(3, 64);
        trainer.trainEpoch();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (helpers() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        assertThat(helpers()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, 513", "3, 513", "8, 1100"})
    void theNetworkIsTheSameBitForBitOnAnyNumberOfThreads(int threads, int hiddenSize) throws Exception {
        for (int batch : new int[] {33, 64, 203}) {
            MiniBatchTrainer alone = trainer(1, batch, 200, hiddenSize);
            MiniBatchTrainer together = trainer(threads, batch, 200, hiddenSize);
            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(together.trainEpoch()).isEqualTo(alone.trainEpoch());
                assertThat(together.network().blocks())
                        .isDeepEqualTo(alone.network().blocks());
            }
        }
    }

    @Test
    void thereAreAtMostAsManyThreadsAsShards() throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(trainer(8, 4).threads()).as("of small batches").isEqualTo(1);
        assertThat(trainer(8, 64).threads()).as("of two shards").isEqualTo(Math.min(2, processors));
        assertThat(trainer(8, 64, 200, 1100).threads()).as("of four shards").isEqualTo(Math.min(4, processors));
        assertThat(trainer(1, 64).threads()).isEqualTo(1);
    }

    private static MiniBatchTrainer trainer(int threads, int batch) throws InterruptedException {
        return trainer(threads, batch, 200, 513);
    }

    private static MiniBatchTrainer trainer(int threads, int batch, int inputCount, int hiddenSize)
            throws InterruptedException {
        Hyperparameters hyperparameters = new Hyperparameters()
                .hiddenSize(hiddenSize)
                .miniBatchSize(batch)
                .numThreads(threads);
        return Trainers.trainer(
                Fixtures.samples(1000, inputCount, new Random(5)), hyperparameters, Fixtures.clamp(-0.5, 1));
    }

    /** A trial that always says that sharing pays. */
    private static SharingTrial sharing() {
        SharingTrial trial = new SharingTrial();
        for (int batch = 0; !trial.sharing(); batch++) {
            trial.nextBatch(batch);
        }
        return trial;
    }

    private static long helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("boundedMLP worker"))
                .count();
    }

    private static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
