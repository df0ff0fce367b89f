package weka.classifiers.functions.boundedmlp.nn;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InvalidObjectException;
import org.junit.jupiter.api.Test;

class DamagedModelTest {

    @Test
    void aModelIsRefusedUnlessWhatIsAskedForHolds() {
        assertThatCode(() -> DamagedModel.unless(true, "a part is missing")).doesNotThrowAnyException();
        assertThatThrownBy(() -> DamagedModel.unless(false, "a part is missing"))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("The model is damaged: a part is missing.");
    }
}
