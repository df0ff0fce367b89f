package weka.classifiers.functions.boundedmlp.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.classifiers.functions.boundedmlp.data.Scale;

/** Which classes a saved model may hold, and how classes are found by their earlier names. */
class ModelInputStreamTest {

    private static final Scale OBJECT = new Scale(1.5, 2.25);

    @Test
    void whatModelsConsistOfIsRead() throws Exception {
        List<Object> parts = new ArrayList<>(List.of(OBJECT, 7, "text", new float[][] {{1, 2}}, new Scale[] {OBJECT}));
        assertThat(read(Schemes.serialised(parts), List.class))
                .usingRecursiveComparison()
                .isEqualTo(parts);
        assertThat(read(Schemes.serialised(new Random(5)), Random.class).nextInt())
                .isEqualTo(new Random(5).nextInt());
    }

    /** The table maps an earlier name of any package to a class, wherever the stream contains the name. */
    @Test
    void aClassIsFoundByTheNameThatItHadEarlier() throws Exception {
        String name = Scale.class.getName();
        for (String earlier : new String[] {"weka.old.Scale", "weka.classifiers.functions.boundedmlp.Measuring"}) {
            byte[] single = renamed(Schemes.serialised(OBJECT), name, earlier);
            byte[] array = renamed(Schemes.serialised(new Scale[] {OBJECT, OBJECT}), name, earlier);
            Map<String, String> table = Map.of(earlier, name);

            assertThat(ModelInputStream.read(single, Scale.class, null, table)).isEqualTo(OBJECT);
            assertThat(ModelInputStream.read(array, Scale[].class, null, table)).containsExactly(OBJECT, OBJECT);
            assertThatThrownBy(() -> read(single, Scale.class)).isInstanceOf(InvalidObjectException.class);
        }
    }

    @Test
    void anyOtherClassIsRefusedInOneSentenceThatNamesItAndItsCodeDoesNotRun() throws Exception {
        for (Object foreign : new Object[] {
            new BigDecimal(1), new BigDecimal[0], new java.util.HashMap<>(Map.of(1, 2)), new weka.core.Tag()
        }) {
            byte[] bytes = Schemes.serialised(new ArrayList<>(List.of(OBJECT, foreign)));
            assertThatThrownBy(() -> read(bytes, List.class))
                    .isInstanceOf(InvalidObjectException.class)
                    .hasMessageMatching(
                            "The model holds an object of the class (java\\.|weka\\.)[\\w.]+, which no model of"
                                    + " this package consists of; it was not read\\.");
        }
        byte[] bytes = renamed(Schemes.serialised(new Trap()), Trap.class.getName(), "trap.Trap");
        Map<String, String> nowhere = Map.of("trap.Trap", "trap.Other");
        assertThatThrownBy(() -> ModelInputStream.read(bytes, Trap.class, null, nowhere))
                .hasMessageContaining("trap.Other");
        assertThat(Trap.sprung).isFalse();
        assertThat(read(Schemes.serialised(new Trap()), Trap.class)).isNotNull();
        assertThat(Trap.sprung).as("the trap works if its class is admitted").isTrue();
    }

    @Test
    void aClassMadeUpWhileItIsReadIsRefused() throws Exception {
        InvocationHandler handler = (InvocationHandler & Serializable) (proxy, method, arguments) -> null;
        Object proxy = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Comparable.class}, handler);
        byte[] bytes = Schemes.serialised(proxy);
        assertThatThrownBy(() -> read(bytes, Comparable.class))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("java.lang.Comparable");
    }

    /** A forged length would make Java allocate eight gigabytes. */
    @Test
    void anArrayLongerThanTheFileIsNotAllocated() throws Exception {
        byte[] array = Schemes.serialised(new long[] {1, 2, 3});
        int at = indexOf(array, ByteBuffer.allocate(12).putInt(3).putLong(1).array());
        ByteBuffer.wrap(array).putInt(at, 1_000_000_000);
        assertThatThrownBy(() -> read(array, long[].class))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("The model is damaged: an array of 1000000000 values is longer than the file.");

        byte[] list = Schemes.serialised(new ArrayList<>(List.of("a", "b", "c")));
        byte[] size = ByteBuffer.allocate(4).putInt(3).array();
        for (int i = indexOf(list, size); i >= 0; i = indexOf(list, size)) {
            ByteBuffer.wrap(list).putInt(i, 1_000_000_000);
        }
        assertThatThrownBy(() -> read(list, List.class)).hasMessageContaining("1000000000 values");
    }

    @Test
    void whatTheFilterOfTheProgramRejectsStaysRejected() throws Exception {
        ObjectInputFilter noScales = info -> info.serialClass() == Scale.class ? Status.REJECTED : Status.UNDECIDED;
        byte[] bytes = Schemes.serialised(OBJECT);
        assertThatThrownBy(() -> ModelInputStream.read(bytes, Scale.class, noScales))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContainingAll(Scale.class.getName(), "this program's filter");

        // a filter that is set for the stream of a whole model also decides on what the model holds
        BoundedMLPRegressor scheme = Schemes.fit(Schemes.numeric(30, 2), "-H 2 -N 3");
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(Schemes.serialised(scheme)));
        in.setObjectInputFilter(noScales);
        assertThatThrownBy(in::readObject).hasMessageContainingAll(Scale.class.getName(), "this program's filter");
    }

    @Test
    void anObjectOfAnotherClassThanExpectedIsRefused() throws Exception {
        byte[] bytes = Schemes.serialised("text");
        assertThatThrownBy(() -> read(bytes, Scale.class))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("The model is damaged: it holds another object.");
    }

    @Test
    void aFrozenObjectIsReadThroughTheSameStream() throws Exception {
        assertThat(FrozenObject.of(OBJECT).thaw(Scale.class)).isEqualTo(OBJECT);
        FrozenObject foreign = FrozenObject.of(new ArrayList<>(List.of(new BigDecimal(1))));
        assertThatThrownBy(() -> foreign.thaw(ArrayList.class)).hasMessageContaining("java.math.BigDecimal");
    }

    private static <T> T read(byte[] bytes, Class<T> type) throws Exception {
        return java.util.Objects.requireNonNull(ModelInputStream.read(bytes, type, null));
    }

    /** Replaces a class name and its length, which precedes it in a stream. */
    private static byte[] renamed(byte[] bytes, String name, String other) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String[] around : new String[][] {{"", ""}, {"[L", ";"}, {"L", ";"}}) {
            text = text.replace(withLength(around[0] + name + around[1]), withLength(around[0] + other + around[1]));
        }
        assertThat(text).contains(other).doesNotContain(name);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String withLength(String name) {
        return "" + (char) (name.length() >> 8) + (char) (name.length() & 255) + name;
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = bytes.length - part.length; i >= 0; i--) {
            if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + part.length), part)) {
                return i;
            }
        }
        return -1;
    }

    /** Records that it was read. */
    private static final class Trap implements Serializable {
        private static final long serialVersionUID = 1L;
        private static boolean sprung;

        private void readObject(ObjectInputStream in) {
            sprung = true;
        }
    }
}
