package weka.classifiers.functions.boundedmlp.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stranger.Stranger;
import weka.classifiers.functions.boundedmlp.data.Scale;

/**
 * What belongs in a model is read, also under an old name; all else is refused in a sentence before it does anything.
 */
class ModelInputStreamTest {

    private static final String NOT_READ = "; it was not read.";

    @Test
    void aRenamedClassIsReadByTheTable() throws Exception {
        Scale scale = new Scale(1.5, 2.25);
        String now = Scale.class.getName();
        String old = now.replace(".data.Scale", ".Old");
        byte[] bytes = renamed(serialised(scale), now, old);

        assertThat(read(bytes, Scale.class, Map.of(old, now))).isEqualTo(scale);
        assertThatThrownBy(() -> read(bytes, Scale.class, Map.of()))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("The model was saved by another version of this package, with another class " + old);
    }

    @Test
    void aRenamedClassMayHaveChangedAndBeInArraysAndFields() throws Exception {
        Map<String, String> table = Map.of(
                Old.class.getName(), New.class.getName(),
                OldKind.class.getName(), NewKind.class.getName(),
                OldPair.class.getName(), NewPair.class.getName());
        byte[] bytes = serialised(new Old(
                7,
                new Old[][] {{new Old(8, new Old[0][], OldKind.FIRST, new OldPair(2, "two"))}},
                OldKind.SECOND,
                new OldPair(1, "one")));

        New read = Objects.requireNonNull(read(bytes, New.class, table));

        assertThat(read.number).isEqualTo(7);
        assertThat(read.kind).isEqualTo(NewKind.SECOND);
        assertThat(read.pair).isEqualTo(new NewPair("one", 1));
        assertThat(read.others[0][0].number).isEqualTo(8);
        assertThat(read.others[0][0].kind).isEqualTo(NewKind.FIRST);
    }

    private static byte[] renamed(byte[] bytes, String text, String other) {
        return replaced(bytes, lengthAndName(text), lengthAndName(other));
    }

    /** As a class description holds it. */
    private static String lengthAndName(String name) {
        return "\0" + (char) name.length() + name;
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                        new Stranger(),
                        new Stranger[] {new Stranger()},
                        new ArrayList<>(List.of("a", new Stranger())),
                        List.of(new Stranger()),
                        new Held(new Stranger()))
                .map(object -> Arguments.of(object));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void aForeignClassIsRefusedByNameAndDoesNothing(Object object) throws Exception {
        Stranger.READ.set(0);
        byte[] bytes = serialised(object);
        assertRefused(
                bytes, "The model holds an object of class stranger.Stranger, which no model of this package holds");
        assertThat(Stranger.READ).hasValue(0);
        assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject())
                .isNotNull();
        assertThat(Stranger.READ).as("read by Java").hasValue(1);
    }

    @Test
    void aForeignClassThatIsNotThereIsRefusedByNameToo() throws Exception {
        byte[] bytes = renamed(serialised(new Stranger()), "stranger.Stranger", "stranger.Nobody");
        assertRefused(
                bytes, "The model holds an object of class stranger.Nobody, which no model of this package holds");
    }

    static Stream<Arguments> ofTheJdk() {
        return Stream.of(new HashMap<>(), new TreeSet<>(), new File("x"), 1.5, new String[0], String.class)
                .map(object -> Arguments.of(object));
    }

    @ParameterizedTest
    @MethodSource("ofTheJdk")
    void whatTheJdkHasButNoModelIsRefused(Object object) throws Exception {
        assertThatThrownBy(() -> read(serialised(object), Object.class, Map.of()))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageMatching("The model holds an object of class java\\.[\\w.]+, which no model of this package"
                        + " holds; it was not read\\.");
    }

    @Test
    void aProxyIsRefused() throws Exception {
        Object proxy = Proxy.newProxyInstance(
                ModelInputStreamTest.class.getClassLoader(),
                new Class<?>[] {Comparable.class},
                (InvocationHandler & Serializable) (self, method, arguments) -> 1);
        assertRefused(
                serialised(proxy),
                "The model holds an object of class java.lang.Comparable, which no model of this package holds");
    }

    @Test
    void aHugeArrayIsRefusedBeforeItIsAllocated() throws Exception {
        byte[] bytes = replaced(serialised(new double[3]), "\0\0\0\3", "\177\0\0\3");
        assertRefusedWithoutAllocation(
                bytes, "The model's arrays have 2,130,706,435 elements, but it has only " + bytes.length + " bytes");
        byte[] list = replaced(serialised(new ArrayList<>(List.of(1, 2, 3))), "\0\0\0\3", "\177\0\0\3");
        assertRefusedWithoutAllocation(
                list, "The model's arrays have 2,130,706,435 elements, but it has only " + list.length + " bytes");
    }

    /** Each could be as long as the file, but not all of them. */
    @Test
    void arraysThatAreHugeOnlyTogetherAreRefused() throws Exception {
        Object[] nested = new Object[50];
        for (int i = 0; i < 20; i++) {
            Object[] around = new Object[50];
            around[0] = nested;
            nested = around;
        }
        byte[] bytes = serialised(nested);
        assertThat(read(bytes, Object[].class, Map.of())).hasSize(50);
        assertThat(bytes).hasSize(1274);
        byte[] longer = replaced(bytes, "\0\0\0\62", "\0\0\2\0");
        assertRefused(longer, "The model's arrays have 1,536 elements, but it has only 1,274 bytes");
    }

    private static void assertRefusedWithoutAllocation(byte[] bytes, String reason) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertRefused(bytes, reason); // loads classes
        long before = threads.getCurrentThreadAllocatedBytes();
        assertRefused(bytes, reason);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000_000);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackOverflows() throws Exception {
        Object nested = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            nested = new ArrayList<>(List.of(nested));
        }
        assertRefused(serialised(nested), "The model holds objects nested more than 50 deep");
    }

    @Test
    void whatTheProgramsFilterRejectsIsRefused() throws Exception {
        byte[] bytes = serialised(new Scale(1.5, 2.25));
        ObjectInputFilter rejecting = ObjectInputFilter.Config.createFilter("!" + Scale.class.getName());
        assertThatThrownBy(() -> ModelInputStream.read(bytes, Scale.class, rejecting))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage("The deserialization filter of this program rejects class " + Scale.class.getName()
                        + " in the model" + NOT_READ);
        ObjectInputFilter allowing = ObjectInputFilter.Config.createFilter("*");
        assertThat(ModelInputStream.read(bytes, Scale.class, allowing)).isNotNull();
        assertThatThrownBy(() -> ModelInputStream.read(serialised(new Stranger()), Object.class, allowing))
                .hasMessageContaining("stranger.Stranger");
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> read(bytes, Object.class, Map.of()))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessage(reason + NOT_READ);
    }

    private static <T> @Nullable T read(byte[] bytes, Class<T> type, Map<String, String> table) throws Exception {
        try (ModelInputStream in = new ModelInputStream(bytes, null, table)) {
            return in.read(type);
        }
    }

    static byte[] replaced(byte[] bytes, String text, String other) {
        String before = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(before).contains(text);
        return before.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Of ours, but holding what is not. */
    record Held(Object object) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    enum OldKind {
        FIRST,
        SECOND
    }

    enum NewKind {
        SECOND,
        FIRST
    }

    record OldPair(int number, String text) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    record NewPair(String text, int number) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    static final class Old implements Serializable {
        private static final long serialVersionUID = 1L;

        final int number;
        final Old[][] others;
        final OldKind kind;
        final OldPair pair;

        Old(int number, Old[][] others, OldKind kind, OldPair pair) {
            this.number = number;
            this.others = Arrays.copyOf(others, others.length);
            this.kind = kind;
            this.pair = pair;
        }
    }

    /** Has a field more, and all in another order. */
    static final class New implements Serializable {
        private static final long serialVersionUID = 1L;

        final NewKind kind;
        final int number;
        final New[][] others;
        final NewPair pair;
        final long added;

        New(NewKind kind, int number, New[][] others, NewPair pair, long added) {
            this.kind = kind;
            this.number = number;
            this.others = others;
            this.pair = pair;
            this.added = added;
        }
    }
}
