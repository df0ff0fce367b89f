package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every block is done once, by whichever thread, and the outcome of a training does not depend on it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {

    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyBlockOfEveryRoundIsDoneOnce(int threads) {
        Random random = new Random(threads);
        try (Workers workers = Workers.start(threads, sharing())) {
            for (int round = 0; round < ROUNDS; round++) {
                int[] done = new int[random.nextInt(60)];
                workers.run(done.length, block -> done[block]++);
                assertThat(Arrays.stream(done).allMatch(times -> times == 1)).isTrue();
            }
        }
    }

    @Test
    void blocksAreDoneAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = Workers.start(2, sharing())) {
            workers.run(2, block -> {
                both.countDown();
                assertThat(awaits(both)).isTrue(); // with one thread the first block would wait for the second for ever
            });
        }
    }

    @Test
    void theCallingThreadDoesAllWhereSharingDoesNotPay() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Workers workers = Workers.start(4, new SharingTrial())) { // which begins with a batch alone
            workers.nextBatch();
            workers.run(100, block -> threads.add(Thread.currentThread()));
        }
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void whatAWorkerThrowsIsThrownByTheCaller() {
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = Workers.start(2, sharing())) {
            assertThatThrownBy(() -> workers.run(2, block -> {
                        both.countDown();
                        awaits(both);
                        throw new ArithmeticException("block " + block);
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
            workers.run(2_000_000_000, block -> {
                if (done.incrementAndGet() == 1000) {
                    caller.interrupt();
                }
            });
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done.get()).isBetween(1000, 1_000_000);
    }

    @Test
    void noHelperIsLeftAfterAnEpoch() throws Exception {
        Trainer trainer = trainer(3, 64);
        trainer.trainEpoch();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (helpers() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        assertThat(helpers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void theNetworkIsTheSameBitForBitOnAnyNumberOfThreads(int threads) throws Exception {
        for (int batch : new int[] {33, 64, 203}) {
            Trainer alone = trainer(1, batch);
            Trainer together = trainer(threads, batch);
            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(together.trainEpoch()).isEqualTo(alone.trainEpoch());
                assertThat(together.network().blocks())
                        .isDeepEqualTo(alone.network().blocks());
            }
        }
    }

    @Test
    void aSmallBatchIsNotShared() {
        assertThat(trainer(8, 4).threads()).isEqualTo(1);
        assertThat(trainer(8, 64).threads())
                .isEqualTo(Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    private static Trainer trainer(int threads, int batch) {
        Hyperparameters settings =
                new Hyperparameters().hiddenSize(130).miniBatchSize(batch).numThreads(threads);
        return new Trainer(Fixtures.samples(1000, 61, new Random(5)), settings, Fixtures.clamp(-0.5, 1));
    }

    /** A trial that always says that sharing pays. */
    private static SharingTrial sharing() {
        SharingTrial trial = new SharingTrial();
        trial.nextBatch(0);
        trial.nextBatch(1);
        assertThat(trial.sharing()).isTrue();
        return trial;
    }

    private static long helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("boundedMLP worker"))
                .count();
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
