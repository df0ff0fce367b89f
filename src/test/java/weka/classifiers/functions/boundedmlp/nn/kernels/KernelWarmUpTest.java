package weka.classifiers.functions.boundedmlp.nn.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelWarmUpTest {

    @Test
    void theLoopsAreShownOnceOnAThreadThatKeepsNobodyFromLeaving() throws Exception {
        Thread thread = KernelWarmUp.begin();
        KernelWarmUp.await();

        assertThat(KernelWarmUp.begin()).isSameAs(thread);
        assertThat(thread.getState()).isEqualTo(Thread.State.TERMINATED);
        assertThat(thread.isDaemon()).isTrue();
    }
}
