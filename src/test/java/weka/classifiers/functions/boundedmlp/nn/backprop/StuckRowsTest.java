package weka.classifiers.functions.boundedmlp.nn.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StuckRowsTest {

    @Test
    void aRowIsBroughtBackFromTheEpochAfterTheOneInWhichItWasStuck() {
        StuckRows rows = new StuckRows(2);
        assertThat(rows.contains(0)).isFalse();

        rows.see(0, true);
        assertThat(rows.contains(0)).isTrue();
        assertThat(rows.contains(1)).isFalse();
        rows.see(0, true);
        assertThat(rows.contains(0)).as("still stuck").isTrue();
        assertThat(rows.rescues()).isZero();

        rows.see(0, false);
        assertThat(rows.contains(0)).isFalse();
        assertThat(rows.rescues()).isEqualTo(1);
        rows.see(0, false);
        assertThat(rows.rescues()).as("a row that already lived").isEqualTo(1);
    }
}
