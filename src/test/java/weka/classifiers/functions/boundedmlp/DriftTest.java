package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/** What it changes to hold out the last rows of a series whose level rises. */
class DriftTest {

    private static final Pattern HELD_OUT = Pattern.compile("(\\S+) on (\\d+) held-out rows after it(.*)");

    private static final int PAST = 300;

    /** Shortly after the past. */
    private final Instances future = series(PAST, PAST + 30);

    private final Instances past = series(0, PAST);

    @Test
    void randomRowsFlatterAndTheLastOnesTellHowWellTheFutureIsPredicted() throws Exception {
        Outcome random = new Outcome("random");
        Outcome last = new Outcome("last");

        assertThat(random.heldOutRows).isEqualTo(PAST);
        assertThat(random.told).isLessThan(0.6 * random.trueError);
        assertThat(random.remark).isEmpty();
        assertThat(random.covered).isLessThan(0.6);

        assertThat(last.heldOutRows).isEqualTo(PAST / 5);
        assertThat(last.told).isCloseTo(last.trueError, within(0.25 * last.trueError));
        assertThat(last.remark).isEqualTo(", the last ones of the data");
        assertThat(last.covered).isGreaterThan(0.8);
        assertThat(last.width).isGreaterThan(1.5 * random.width);
    }

    @Test
    void theWholePastIsTrainedOnInTheEndEitherWay() throws Exception {
        BoundedMLPRegressor last = Schemes.fit(past, "-H 8 -N 60 -L 0.01 -held-out-rows last");
        assertThat(last.toString()).contains("members trained on all rows for");
        assertThat(last.getMeasure("measureHeldOutRows")).isEqualTo(60);
    }

    /** The level rises by a standard deviation of the rest every hundred rows; no attribute knows the time. */
    private static Instances series(int from, int to) {
        Instances data =
                new Instances("series", new ArrayList<>(List.of(new Attribute("x"), new Attribute("y"))), to - from);
        data.setClassIndex(1);
        Random random = new Random(5);
        for (int t = 0; t < to; t++) {
            double x = random.nextGaussian();
            double y = 20 + x + t / 70.0 + 0.2 * random.nextGaussian();
            if (t >= from) {
                data.add(new DenseInstance(1, new double[] {x, y}));
            }
        }
        return data;
    }

    /** What a model tells about its error, and what is true in the future. */
    private final class Outcome {
        private final double told;
        private final int heldOutRows;
        private final String remark;
        private final double trueError;
        private final double covered;
        private final double width;

        Outcome(String heldOutRowsOption) throws Exception {
            BoundedMLPRegressor scheme = Schemes.fit(past, "-H 8 -N 60 -L 0.01 -held-out-rows " + heldOutRowsOption);
            Matcher text = HELD_OUT.matcher(scheme.toString());
            assertThat(text.find()).isTrue();
            told = Double.parseDouble(text.group(1));
            heldOutRows = Integer.parseInt(text.group(2));
            remark = text.group(3);
            double squares = 0;
            double inside = 0;
            double sumOfWidths = 0;
            for (Instance row : future) {
                squares += Math.pow(scheme.classifyInstance(row) - row.classValue(), 2);
                double[] interval = scheme.predictIntervals(row, 0.9)[0];
                inside += interval[0] <= row.classValue() && row.classValue() <= interval[1] ? 1 : 0;
                sumOfWidths += interval[1] - interval[0];
            }
            trueError = Math.sqrt(squares / future.size());
            covered = inside / future.size();
            width = sumOfWidths / future.size();
        }
    }
}
