package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weka.classifiers.functions.boundedmlp.Schemes.arff;
import static weka.classifiers.functions.boundedmlp.Schemes.bits;
import static weka.classifiers.functions.boundedmlp.Schemes.fit;
import static weka.classifiers.functions.boundedmlp.Schemes.predictedBits;
import static weka.classifiers.functions.boundedmlp.Schemes.predictions;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;
import weka.core.UnassignedClassException;

/**
 * The checks that scikit-learn has for every estimator, adapted to Weka. Some of them are in {@link FittingTest},
 * {@link RefusedDataTest} and {@link DataTest} instead.
 */
class EstimatorChecksTest {

    private static final String QUICK = "-H 8 -N 15 ";

    private final Instances data = Schemes.mixed(60, 1);

    @Test
    void aSubsetIsPredictedAsInTheWholeAndInAnyOrder() throws Exception {
        Classifier scheme = fit(data, QUICK);
        Instances rows = Schemes.mixed(200, 2);
        long[] whole = predictedBits(scheme, rows);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(1));
        for (int i : order.subList(0, 150)) {
            assertThat(bits(new double[] {scheme.classifyInstance(rows.instance(i))}))
                    .containsExactly(whole[i]);
        }
        assertThat(predictedBits(scheme, rows)).containsExactly(whole);
    }

    @Test
    void predictingChangesNeitherTheModelNorTheRows() throws Exception {
        Classifier scheme = fit(data, QUICK);
        Instances rows = Schemes.mixed(50, 3);
        byte[] model = serialised(scheme);
        byte[] before = serialised(rows);
        String text = scheme.toString();
        predictions(scheme, rows);
        ((AbstractClassifier) scheme).distributionsForInstances(rows);
        assertThat(serialised(scheme)).isEqualTo(model);
        assertThat(serialised(rows)).isEqualTo(before);
        assertThat(scheme).hasToString(text);
    }

    @Test
    void distributionsHoldThePrediction() throws Exception {
        BoundedMLPRegressor scheme = fit(data, QUICK);
        double[] predicted = predictions(scheme, data);
        double[][] distributions = scheme.distributionsForInstances(data);
        for (int i = 0; i < data.size(); i++) {
            assertThat(scheme.distributionForInstance(data.instance(i))).containsExactly(predicted[i]);
            assertThat(distributions[i]).containsExactly(predicted[i]);
        }
    }

    @Test
    void aRowNeedsNeitherAHeaderNorTheTrainingDatas() throws Exception {
        Classifier scheme = fit(data, QUICK);
        long[] expected = predictedBits(scheme, data);
        Instances other = new Instances(data);
        other.setRelationName("other");
        for (int k = 0; k < other.numAttributes(); k++) {
            other.renameAttribute(k, "other " + k);
        }
        assertThat(predictedBits(scheme, other)).containsExactly(expected);
        for (int i = 0; i < data.size(); i++) {
            double[] values = data.instance(i).toDoubleArray();
            for (Instance row : new Instance[] {new DenseInstance(5, values), new SparseInstance(0, values)}) {
                assertThat(bits(new double[] {scheme.classifyInstance(row)})).containsExactly(expected[i]);
            }
        }
    }

    @Test
    void aModelDoesNotFollowDataThatChangesLater() throws Exception {
        Instances mine = Schemes.mixed(60, 1); // a copy of the data would share the labels with it
        Classifier scheme = fit(mine, QUICK);
        mine.forEach(row -> row.setValue(0, -1e9));
        mine.renameAttributeValue(1, 1, "violet");
        mine.delete();
        assertThat(predictedBits(scheme, data)).containsExactly(predictedBits(fit(data, QUICK), data));
    }

    @Test
    void trainingChangesNothingOfTheDataNotEvenOfSparseOrWeightedRows() throws Exception {
        Instances mine = new Instances(data, 0);
        for (Instance row : data) {
            mine.add(mine.size() % 3 == 0 ? new SparseInstance(row) : row);
        }
        mine.instance(1).setWeight(0);
        mine.instance(2).setWeight(1e-3);
        mine.instance(3).setClassMissing();
        byte[] before = serialised(mine);
        for (String options : new String[] {"", "-V 0", "-upper-bound 5 -output sigmoid", "-optimizer sgd"}) {
            fit(mine, QUICK + options);
            assertThat(serialised(mine)).as(options).isEqualTo(before);
        }
    }

    @Test
    void copiesOfAnUntrainedSchemeTrainToTheSameBits() throws Exception {
        BoundedMLPRegressor scheme = Schemes.scheme(QUICK + "-lower-bound 1 -gradient leaky -S 4");
        for (Classifier copy : AbstractClassifier.makeCopies(scheme, 3)) {
            assertThat(((BoundedMLPRegressor) copy).getOptions()).containsExactly(scheme.getOptions());
            copy.buildClassifier(data);
            assertThat(predictedBits(copy, data))
                    .containsExactly(predictedBits(fit(data, QUICK + "-lower-bound 1 -gradient leaky -S 4"), data));
        }
        assertThat(scheme.toString()).contains("no model has been built");
    }

    @Test
    void optionsReadBackTrainToTheSameBits() throws Exception {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.setOptions(OptionTable.nothingByDefault());
        BoundedMLPRegressor other = new BoundedMLPRegressor();
        other.setOptions(scheme.getOptions());
        scheme.buildClassifier(data);
        other.buildClassifier(data);
        assertThat(predictedBits(other, data)).containsExactly(predictedBits(scheme, data));
        assertThat(other).hasToString(scheme.toString());
    }

    @Test
    void anUntrainedSchemeSaysSoWhateverItIsAskedFor() throws Exception {
        BoundedMLPRegressor untrained = new BoundedMLPRegressor();
        BoundedMLPRegressor copy = (BoundedMLPRegressor) AbstractClassifier.makeCopy(untrained);
        for (BoundedMLPRegressor scheme : List.of(untrained, copy)) {
            for (Printed.Action use : List.<Printed.Action>of(
                    () -> scheme.classifyInstance(data.instance(0)),
                    () -> scheme.distributionForInstance(data.instance(0)),
                    () -> scheme.distributionsForInstances(data),
                    () -> scheme.toSource("Name"))) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("BoundedMLPRegressor: no model has been built yet.");
            }
            assertThat(scheme).hasToString("BoundedMLPRegressor: no model has been built yet.");
        }
    }

    @Test
    void capabilitiesDoNotDependOnOptionsOrTraining() throws Exception {
        String before = new BoundedMLPRegressor().getCapabilities().toString();
        assertThat(fit(data, QUICK + "-output softplus").getCapabilities()).hasToString(before);
    }

    @Test
    void aClassThatIsConstantIsPredictedExactly() throws Exception {
        for (double y : new double[] {4.75, 1e300, 1e-300, 0.1}) {
            Instances constant = Schemes.withTargets(data, old -> y);
            assertThat(predictions(fit(constant, QUICK), data)).containsOnly(y);
        }
    }

    @Test
    void oneRowOneAttributeOrNoneAreEnough() throws Exception {
        Instances one = new Instances(data, 7, 1);
        assertThat(predictions(fit(one, QUICK), data))
                .containsOnly(Math.max(0, one.instance(0).classValue()));
        Instances single = arff("@attribute x numeric\n@attribute y numeric\n@data\n1,2\n2,4\n3,7\n?,5\n");
        Instances none = arff("@attribute y numeric\n@data\n2\n4\n7\n5\n");
        for (String options : new String[] {"-N 15", "-N 15 -V 90", "-N 0", "-N 15 -output softplus"}) {
            assertThat(Arrays.stream(predictions(fit(single, "-H 8 " + options), single)))
                    .allMatch(p -> p >= 0 && p < 100);
            assertThat(Arrays.stream(predictions(fit(none, "-H 8 " + options), none)))
                    .allMatch(p -> p >= 0 && p < 100);
        }
    }

    /** Without this check, the numbers by which Weka stores strings and labels are taken as values. */
    @ParameterizedTest
    @ValueSource(strings = {"numeric", "{a,b,c}", "string"})
    void withoutItsCapabilitiesCheckedItStillKeepsTheBounds(String classKind) throws Exception {
        ArrayList<Attribute> inner = new ArrayList<>(List.of(new Attribute("inner")));
        Attribute target =
                switch (classKind) {
                    case "numeric" -> new Attribute("y");
                    case "string" -> new Attribute("y", (List<String>) null);
                    default -> new Attribute("y", List.of("a", "b", "c"));
                };
        Instances strange = new Instances(
                "strange",
                new ArrayList<>(List.of(
                        new Attribute("s", (List<String>) null),
                        new Attribute("bag", new Instances("bag", inner, 0)),
                        target)),
                10);
        strange.setClassIndex(2);
        for (int i = 0; i < 10; i++) {
            int s = strange.attribute(0).addStringValue("text " + i % 4);
            int bag = strange.attribute(1).addRelation(new Instances("bag", inner, 0));
            int y = classKind.equals("string") ? strange.attribute(2).addStringValue("y " + i % 3) : i % 3;
            strange.add(new DenseInstance(1, new double[] {s, bag, y}));
        }
        assertThatThrownBy(() -> fit(strange, QUICK)).hasMessageContaining("Cannot handle");
        double[] predicted = predictions(
                fit(strange, QUICK + "-do-not-check-capabilities -lower-bound 0.5 -upper-bound 1.5"), strange);
        assertThat(Arrays.stream(predicted)).allMatch(p -> p >= 0.5 && p <= 1.5);

        strange.setClassIndex(-1);
        assertThatThrownBy(() -> fit(strange, QUICK + "-do-not-check-capabilities"))
                .isInstanceOf(UnassignedClassException.class);
    }
}
