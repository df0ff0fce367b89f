package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Where the attributes carry no information about the class, the model must not be worse than the mean of the class.
 */
class NoiseTest {

    private static final int ATTRIBUTES = 10;

    /** Normal, log-normal, zero-inflated and rare-event targets over normal and heavy-tailed inputs. */
    @Test
    void onPureNoiseHardlyAModelIsWorseThanTheMean() {
        for (int rows : new int[] {20, 60, 200}) {
            double[] ratios = IntStream.range(0, 40)
                    .parallel()
                    .mapToDouble(world -> errorAgainstTheMean(rows, world))
                    .sorted()
                    .toArray();
            assertThat(IntStream.range(0, 40)
                            .mapToDouble(i -> ratios[i])
                            .average()
                            .orElseThrow())
                    .as("mean ratio of the model's error to the mean's, %d rows", rows)
                    .isLessThan(1.01);
            assertThat(ratios[37])
                    .as("ratio of all but two of the 40 data sets, %d rows", rows)
                    .isLessThan(1.02);
        }
    }

    private static double errorAgainstTheMean(int rows, int world) {
        Random random = new Random(world);
        Instances training = noise(rows, world, random);
        Instances test = noise(2000, world, random);
        double mean = training.meanOrMode(ATTRIBUTES);
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        try {
            scheme.buildClassifier(training);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        double ours = 0;
        double ofTheMean = 0;
        for (Instance row : test) {
            ours += Math.pow(scheme.classifyInstance(row) - row.classValue(), 2);
            ofTheMean += Math.pow(mean - row.classValue(), 2);
        }
        return Math.sqrt(ours / ofTheMean);
    }

    private static Instances noise(int rows, int world, Random random) {
        List<Attribute> attributes = new ArrayList<>();
        IntStream.rangeClosed(0, ATTRIBUTES).forEach(i -> attributes.add(new Attribute("a" + i)));
        Instances data = new Instances("noise", new ArrayList<>(attributes), rows);
        data.setClassIndex(ATTRIBUTES);
        for (int i = 0; i < rows; i++) {
            double[] values = new double[ATTRIBUTES + 1];
            for (int k = 0; k < ATTRIBUTES; k++) {
                double value = random.nextGaussian();
                values[k] = world % 2 == 0 ? value : Math.exp(1.5 * value);
            }
            double error = random.nextGaussian();
            values[ATTRIBUTES] = switch (world % 4) {
                case 0 -> 5 + error;
                case 1 -> Math.exp(error);
                case 2 -> Math.max(0, error);
                default -> random.nextDouble() < 0.05 ? 5 + error : 0;
            };
            data.add(new DenseInstance(1, values));
        }
        return data;
    }
}
