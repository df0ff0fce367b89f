package weka.classifiers.functions.boundedmlp.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Instances;

class SyntheticTaskTest {
    private static final int ROWS = 2_000;
    private static final int INPUTS = 6;

    private final SyntheticTask task = new SyntheticTask(ROWS, INPUTS, 1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aQuarterOfTheTargetsLieAtTheBoundAndNoneBelow() {
        assertThat(targetsWhere(0, 0) / (double) ROWS).isCloseTo(0.25, within(0.05));
        assertThat(targetsWhere(-100, -1e-30)).isZero();
        assertThat(targetsWhere(0.5, 4)).isGreaterThan(ROWS / 3);
    }

    private long targetsWhere(double from, double to) {
        return IntStream.range(0, ROWS)
                .filter(i -> task.targets()[i] >= from && task.targets()[i] <= to)
                .count();
    }

    @Test
    void inputsAreStandardised() {
        double sum = 0;
        double squares = 0;
        for (float[] row : task.inputs()) {
            sum += row[5];
            squares += row[5] * row[5];
        }
        assertThat(sum / ROWS).isCloseTo(0, within(0.1));
        assertThat(squares / ROWS).isCloseTo(1, within(0.1));
    }

    @Test
    void theSameSeedGivesTheSameRowsHoweverManyFollow() {
        SyntheticTask longer = new SyntheticTask(ROWS + 10, INPUTS, 1);

        assertThat(longer.inputs()[ROWS - 1]).isEqualTo(task.inputs()[ROWS - 1]);
        assertThat(longer.targets()[ROWS - 1]).isEqualTo(task.targets()[ROWS - 1]);
        assertThat(new SyntheticTask(1, INPUTS, 2).inputs()[0]).isNotEqualTo(task.inputs()[0]);
    }

    @Test
    void wekaGetsTheRowsAskedForWithTheTargetAsClass() {
        Instances data = task.instances(5, 8);

        assertThat(data.size()).isEqualTo(3);
        assertThat(data.instance(0).value(2)).isEqualTo(task.inputs()[5][2]);
        assertThat(data.instance(2).classValue()).isEqualTo(task.targets()[7]);
    }

    @Test
    void nominalAttributesTellThePartOfTheRange() {
        Instances data = task.instances(0, ROWS, 5);

        assertThat(data.attribute(0).numValues()).isEqualTo(5);
        for (int i = 0; i < ROWS; i++) {
            double share = task.inputs()[i][0] / Math.sqrt(12) + 0.5;
            assertThat(data.instance(i).value(0) / 5).isCloseTo(share, within(0.2 + 1e-6));
        }
        assertThat(data.numDistinctValues(0)).isEqualTo(5);
    }

    @Test
    void numPyGetsLittleEndianFloatsRowByRowWithTheTargetLast() throws Exception {
        Path file = folder.resolve("data.bin");
        task.write(file);

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(4 * ROWS * (INPUTS + 1));
        assertThat(bytes.getFloat(4 * (INPUTS + 1) * 3 + 4)).isEqualTo(task.inputs()[3][1]);
        assertThat(bytes.getFloat(4 * (INPUTS + 1) * 3 + 4 * INPUTS)).isEqualTo(task.targets()[3]);
    }

    @Test
    void operationsCountBothPassesOfAllWeightsForAllRows() {
        assertThat(new Shape(1_000, 10, 20).epochOperations()).isEqualTo(1_000 * 4.0 * 12 * 20);
        assertThat(Shape.of(new Shape(3, 2, 1).toString())).isEqualTo(new Shape(3, 2, 1));
        assertThat(new Shape(3, 2, 1).withRows(9)).isEqualTo(new Shape(9, 2, 1));
    }
}
