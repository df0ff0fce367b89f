package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WideVectorsTest {

    @Test
    void theLoopsAreShownOnceOnAThreadThatKeepsNobodyFromLeaving() throws Exception {
        Thread thread = WideVectors.begin();
        WideVectors.await();

        assertThat(WideVectors.begin()).isSameAs(thread);
        assertThat(thread.getState()).isEqualTo(Thread.State.TERMINATED);
        assertThat(thread.isDaemon()).isTrue();
    }
}
