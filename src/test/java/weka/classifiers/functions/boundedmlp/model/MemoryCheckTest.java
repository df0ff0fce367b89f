package weka.classifiers.functions.boundedmlp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.Printed;
import weka.classifiers.functions.boundedmlp.Schemes;
import weka.classifiers.functions.boundedmlp.data.EncodedData;
import weka.classifiers.functions.boundedmlp.data.Encoder;
import weka.classifiers.functions.boundedmlp.data.NumericScales;
import weka.classifiers.functions.boundedmlp.data.UsableRows;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.rows.Samples;
import weka.classifiers.functions.boundedmlp.nn.training.MemoryNeed;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.gui.Logger;

/** Data and networks that do not fit into memory are refused in one sentence, before they fill it up. */
class MemoryCheckTest {

    private static final Bounds ALL = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    @Test
    void anAttributeOfTooManyValuesIsRefusedByName() {
        int rows = 100_000; // each with a value of its own: 40 gigabytes of inputs
        Instances data = identified(rows);

        assertThatThrownBy(() -> new BoundedMLPRegressor().buildClassifier(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("Training on 100000 rows of 100000 inputs \\(100000 of them the values of attribute"
                        + " customer\\) with hiddenSize 128 and members 5 needs about 4\\d,\\d{3},\\d{3},\\d{3} bytes of memory, but only"
                        + " [\\d,]+ of the heap's [\\d,]+ are free; start Java with a larger heap \\(-Xmx\\)\\.");
    }

    @Test
    void tooManyHiddenUnitsAreRefused() throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 2147483647");

        assertThatThrownBy(() -> scheme.buildClassifier(Schemes.numeric(50, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "Training on 50 rows of \\d inputs with hiddenSize 2147483647 and members 5 needs about"
                                + " [\\d,]+ bytes of memory, but only .*");
    }

    @Test
    void valuesOfTheClassAndOfRowsThatDoNotCountAreFree() throws Exception {
        Instances data = identified(100_000);
        for (int i = 20; i < data.size(); i++) {
            data.instance(i).setWeight(0);
        }
        BoundedMLPRegressor scheme = Schemes.scheme("-N 1");
        scheme.buildClassifier(data);
        assertThat(scheme.classifyInstance(data.instance(0))).isFinite();
    }

    /** More than was expected: as when an output is dead, and all is trained anew. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void memoryThatIsUsedUpAllTheSameIsToldInASentenceAndNothingIsLeftHalfDone(int call) throws Exception {
        Instances data = Schemes.numeric(50, 1);
        BoundedMLPRegressor scheme = Schemes.fit(data, "-H 5 -N 5 -resume");
        byte[] old = Schemes.serialised(scheme);
        scheme.setLog(new FullHeap(call));
        assertUsedUp(() -> {
            scheme.initializeClassifier(data);
            while (scheme.next()) {}
            scheme.done();
        });
        assertThat(Schemes.serialised(scheme)).isEqualTo(old);

        scheme.setLog(new FullHeap(call));
        assertUsedUp(() -> scheme.buildClassifier(data));
        assertThatThrownBy(() -> scheme.classifyInstance(data.instance(0))).isInstanceOf(IllegalStateException.class);

        scheme.setLog(null);
        scheme.buildClassifier(data);
        assertThat(Schemes.serialised(scheme)).isEqualTo(old);
    }

    private static void assertUsedUp(Printed.Action action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "All of the heap's [\\d,]+ bytes were used up; start Java with a larger heap \\(-Xmx\\)\\.");
    }

    /** A log that is told something when no memory is left. */
    private static final class FullHeap implements Logger {
        private int calls;

        FullHeap(int calls) {
            this.calls = calls;
        }

        @Override
        public void logMessage(String message) {
            calls--;
            if (calls == 0) {
                throw new OutOfMemoryError("Java heap space");
            }
        }

        @Override
        public void statusMessage(String message) {
            logMessage(message);
        }
    }

    @Test
    void theNeedGrowsWithRowsInputsAndHiddenUnits() {
        Hyperparameters hyperparameters =
                new Hyperparameters().validationSetSize(0).members(1);
        // 4 bytes for each input of each row
        assertThat(MemoryNeed.bytes(100_000, 1000, hyperparameters)).isBetween(4.0e8, 4.2e8);
        // six networks of 4 bytes for each weight, a seventh at the end, and workspaces of less than one
        assertThat(MemoryNeed.bytes(10, 1000, hyperparameters.copy().hiddenSize(100_000)))
                .isBetween(7 * 4.0e8, 8 * 4.0e8);
        // small data trains five networks side by side, and then one more
        assertThat(MemoryNeed.bytes(
                        10, 1000, hyperparameters.copy().hiddenSize(100_000).validationSetSize(20)))
                .isBetween((6 * 6 + 1) * 4.0e8, (7 * 6 + 1) * 4.0e8);
        // large batches
        assertThat(MemoryNeed.bytes(
                        1000, 2, hyperparameters.copy().hiddenSize(10_000).miniBatchSize(1000)))
                .isBetween(1000 * 4.0e4, 1.2 * 1000 * 4.0e4);
        // five of six networks are kept, in an array of just that size
        assertThat(MemoryNeed.resumableBytes(
                        10, new int[] {1000}, hyperparameters.copy().hiddenSize(100_000)))
                .isBetween((7 + 5) * 4.0e8, (8 + 5) * 4.0e8);
    }

    @Test
    void aStateThatIsTooLargeIsRefusedBeforeTheTraining() throws Exception {
        UsableRows rows = UsableRows.of(Schemes.numeric(50, 1));
        Hyperparameters hyperparameters = new Hyperparameters()
                .validationSetSize(0)
                .hiddenSize(30_000_000)
                .members(1);
        NumericScales scales = NumericScales.of(rows, ALL);
        Encoder encoder = Encoder.fit(rows, scales);
        Samples samples = EncodedData.of(rows, encoder, scales.targetScale(), hyperparameters)
                .samples();
        assertThatThrownBy(() -> MemoryCheck.requireRoomToTrain(samples, encoder, hyperparameters, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The state for further training of 50 rows of 2 inputs with hiddenSize 30000000 and members"
                        + " 1 would take about 2,400,000,250 bytes, but at most 2,147,483,639 can be kept;"
                        + " train without -resume.");
    }

    @Test
    void whereBinsDoNotFitTheMessageSaysThatOneCanTrainWithout() throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme("-H 300000 -bins 1000 -members 1 -V 0");
        assertThatThrownBy(() -> scheme.buildClassifier(Schemes.numeric(2000, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("Training on 2000 rows of 2002 inputs with hiddenSize 300000 and members 1 needs"
                        + " about .* larger heap \\(-Xmx\\), or train without bins \\(-bins 0\\)\\.");
    }

    @Test
    void theSizeOfAStateIsKnownBeforehand() throws Exception {
        for (int heldOut : new int[] {0, 20, 50}) {
            String options = "-H 300 -N 3 -bins 0 -members 2 -V " + heldOut;
            Hyperparameters hyperparameters =
                    new Hyperparameters().hiddenSize(300).members(2).validationSetSize(heldOut);
            long without = Schemes.serialised(Schemes.fit(Schemes.numeric(200, 1), options)).length;
            long with = Schemes.serialised(Schemes.fit(Schemes.numeric(200, 1), options + " -resume")).length;
            double estimated = MemoryNeed.stateBytes(200, new int[] {2}, hyperparameters);
            assertThat((double) (with - without)).as(options).isBetween(0.5 * estimated, estimated + 20_000);
        }
    }

    private static Instances identified(int rows) {
        List<String> customers =
                IntStream.range(0, rows).mapToObj(i -> "customer " + i).toList();
        ArrayList<Attribute> attributes =
                new ArrayList<>(List.of(new Attribute("customer", customers), new Attribute("claims")));
        Instances data = new Instances("claims", attributes, rows);
        data.setClassIndex(1);
        for (int i = 0; i < rows; i++) {
            data.add(new DenseInstance(1, new double[] {i, i % 7}));
        }
        return data;
    }
}
