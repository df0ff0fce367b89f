package weka.classifiers.functions.boundedmlp.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import stranger.Stranger;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.classifiers.functions.boundedmlp.data.Scale;

/** A state is kept as bytes, and read by the rules of the model that holds it. */
class SavedStateTest {

    private static final Scale OBJECT = new Scale(1.5, 2.25);

    @Test
    void aStateIsReadAsOftenAsItIsWanted() throws Exception {
        double[] numbers = new double[500];
        SavedState state = saved(SavedState.of(numbers), null);
        for (int i = 0; i < 100; i++) {
            assertThat(state.read(double[].class)).isEqualTo(numbers).isNotSameAs(numbers);
        }
    }

    @Test
    void aForeignClassIsRefusedByNameOnlyWhenTheStateIsWanted() throws Exception {
        Stranger.READ.set(0);
        SavedState state = saved(SavedState.of(new Stranger()), null);
        assertThatThrownBy(() -> state.read(Object.class))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage(
                        "The model holds an object of class stranger.Stranger, which no model of this package holds;"
                                + " it was not read.");
        assertThat(Stranger.READ).hasValue(0);
    }

    @Test
    void theFilterThatTheModelWasReadWithHoldsForTheStateToo() throws Exception {
        ObjectInputFilter noScale = ObjectInputFilter.Config.createFilter("!" + Scale.class.getName());
        SavedState state = saved(SavedState.of(OBJECT), noScale);
        assertThatThrownBy(() -> state.read(Scale.class))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("The deserialization filter of this program rejects class " + Scale.class.getName()
                        + " in the model; it was not read.");
        assertThatThrownBy(() -> saved(OBJECT, noScale)).hasMessageContaining("filter of this program rejects");
    }

    @Test
    void aStateThatIsTooLargeIsRefusedInASentence() throws Exception {
        int size = Schemes.serialised(OBJECT).length;
        assertThat(SavedState.of(OBJECT, size).read(Scale.class)).isEqualTo(OBJECT);
        assertThatThrownBy(() -> SavedState.of(OBJECT, size - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The state for further training takes " + size + " bytes, but at most " + (size - 1)
                        + " can be kept; train without -resume.");
    }

    /** The object as a program reads it that has a filter, or none. */
    private static <T> T saved(T object, @Nullable ObjectInputFilter filter) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            Checksummed.write(out, object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            if (filter != null) {
                in.setObjectInputFilter(filter);
            }
            @SuppressWarnings("unchecked") // the same object
            Class<T> type = (Class<T>) object.getClass();
            return Objects.requireNonNull(Checksummed.read(in, type));
        }
    }
}
