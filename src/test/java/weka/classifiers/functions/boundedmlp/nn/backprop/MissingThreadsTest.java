package weka.classifiers.functions.boundedmlp.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Helpers are optional: where the system has no thread left, those that run do all tasks, and end. */
@Timeout(60)
class MissingThreadsTest {

    @Test
    void theTasksOfAHelperThatCannotBeStartedAreDoneByOthers() throws Exception {
        for (int startable = 0; startable < 4; startable++) {
            List<Thread> started = new ArrayList<>();
            int most = startable;
            AtomicIntegerArray done = new AtomicIntegerArray(40);
            Workers workers = Workers.start(5, new SharingTrial(), task -> new Thread(task) {
                @Override
                public synchronized void start() {
                    if (started.size() == most) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    started.add(this);
                    super.start();
                }
            });
            try (workers) {
                for (int batch = 0; batch < 100; batch++) {
                    workers.nextBatch();
                    workers.run(done.length(), done::incrementAndGet);
                }
            }
            for (int task = 0; task < done.length(); task++) {
                assertThat(done.get(task)).isEqualTo(100);
            }
            assertThat(started).hasSize(startable);
            for (Thread helper : started) {
                helper.join();
            }
        }
    }
}
