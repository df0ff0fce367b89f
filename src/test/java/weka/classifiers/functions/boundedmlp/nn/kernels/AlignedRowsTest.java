package weka.classifiers.functions.boundedmlp.nn.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.boundedmlp.nn.Fixtures;
import weka.classifiers.functions.boundedmlp.nn.Network;

class AlignedRowsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "8, 34", "20, 34", "34, 34", "35, 50", "64, 66", "66, 66", "67, 82", "512, 514"})
    void rowsAreTwoLongerThanAtLeastTwoVectorsUnlessTheyAreVeryShort(int hiddenSize, int length) {
        assertThat(AlignedRows.length(hiddenSize)).isEqualTo(length);
    }

    @Test
    void noNumberOfHiddenUnitsIsTooLargeToAskFor() {
        assertThat(AlignedRows.length(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(AlignedRows.bytes(Integer.MAX_VALUE))
                .isBetween(4L * Integer.MAX_VALUE, 4L * Integer.MAX_VALUE + 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 10, 12, 16, 28, 34, 50, 514})
    void aRowTakesWholeVectorsAndThereIsRoomForAnArrayThatFillsThemUp(int length) {
        assertThat(AlignedRows.bytes(length) % 64).isZero();
        assertThat(AlignedRows.bytes(length) - (16 + 4L * length)).isBetween(16L, 16L + 63);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 11, 12, 16, 28, 60})
    void rowsOfAnyLengthCanBePlaced(int length) {
        float[][] rows = new float[6][length];
        rows[5][length - 1] = 7;
        AlignedRows.place(rows);
        assertThat(rows[5][length - 1]).isEqualTo(7);
    }

    @Test
    void rowsKeepTheirValuesWhereverTheyAreMoved() {
        Network network = Fixtures.network(5, 34, new Random(1));
        Network other = Fixtures.network(3, 34, new Random(2));
        float[][] rows = network.blocks().clone();
        Network before = network.copy();
        Network otherBefore = other.copy();

        AlignedRows.place(network.blocks(), other.blocks());

        assertThat(network.blocks()).isDeepEqualTo(before.blocks());
        assertThat(other.blocks()).isDeepEqualTo(otherBefore.blocks());
        assertThat(network.inputWeights(0)).isNotSameAs(rows[0]);
        assertThat(network.blocks()[7]).as("of one value").isSameAs(rows[7]);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true", "4098, true", "4099, false"})
    void rowsThatAreVeryShortOrVeryLongStay(int length, boolean moved) {
        float[][] rows = new float[6][length];
        float[] first = rows[0];
        AlignedRows.place(rows);
        assertThat(rows[0] != first).isEqualTo(moved);
    }

    @Test
    void rowsBeginAtOnePlaceOfTheVectorsInMemory() throws Exception {
        for (int attempt = 0; attempt < 20; attempt++) { // rarely, the JVM places the next rows elsewhere
            float[][] some = new float[12][66];
            float[][] others = new float[7][66];
            AlignedRows.place(some, others);
            LongStream.Builder places = LongStream.builder();
            for (float[] row : Stream.of(some, others).flatMap(Stream::of).toList()) {
                places.add(address(row) % 64);
            }
            if (places.build().distinct().count() == 1) {
                return;
            }
        }
        assertThat(false)
                .as("all rows begin at the same offset within a vector")
                .isTrue();
    }

    @Test
    void theRowsOfLongEpochsArePlacedBeforeEveryEpoch() {
        assertThat(epochsThatPlaceRows(5e8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    /** A garbage collection in between would add further epochs. */
    @Test
    void thoseOfShorterEpochsArePlacedMoreAndMoreRarely() {
        assertThat(epochsThatPlaceRows(Math.nextDown(5e8))).contains(1, 2, 4, 8).hasSizeLessThan(8);
    }

    private static List<Integer> epochsThatPlaceRows(double products) {
        AlignedRows.Upkeep upkeep = new AlignedRows.Upkeep(products);
        List<Integer> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 8; epoch++) {
            int number = epoch;
            upkeep.beginEpoch(() -> {
                epochs.add(number);
                return new float[][][] {{{0}}};
            });
        }
        return epochs;
    }

    /**
     * The address of an array, from a class that javac would warn about if it were named directly. In large heaps,
     * references count in units of 8 bytes.
     */
    private static long address(float[] row) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Method read = type.getMethod("getInt", Object.class, long.class);
        Object offset = type.getMethod("arrayBaseOffset", Class.class).invoke(instance.get(null), Object[].class);
        int reference = (int) read.invoke(instance.get(null), new Object[] {row}, ((Number) offset).longValue());
        int unit = Runtime.getRuntime().maxMemory() > (2L << 30) ? 8 : 1;
        return unit * Integer.toUnsignedLong(reference);
    }
}
