package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.export.CompiledSource;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.WekaException;

/**
 * What holds for all data, options and rows. Training succeeds or says in one sentence why not. Every prediction is
 * finite and within the bounds; its interval contains it and is within the bounds, too. Every form of a model predicts
 * the same bits: a copy, a saved model, one trained again, epoch by epoch or in two parts, and the exported source. A
 * failure names the seed with which {@link RandomWorld} draws its world again.
 */
class RandomWorldsTest {

    private static final int WORLDS = 3000;
    private static final int EXPORTED = 200;
    private static final int COMPILED_TOGETHER = 100;
    private static final int ROWS = 10;
    private static final double LEVEL = 0.8;

    @Test
    void everyPredictionIsFiniteWithinTheBoundsAndTheSameInEveryForm() {
        int worlds = Effort.of(WORLDS);
        Counts counts = new Counts();
        for (int seed = 0; seed < worlds; seed++) {
            try {
                check(new RandomWorld(seed), seed, counts);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("World " + seed, e);
            }
        }
        // the worlds must include enough of each case
        assertThat(counts.trained).isBetween(worlds * 3 / 4, worlds - 1);
        assertThat(counts.atBound).isGreaterThan(worlds);
        assertThat(counts.inside).isGreaterThan(worlds);
        assertThat(counts.continued).isGreaterThan(worlds / 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {93385, 165443})
    void worldsThatOnceShowedAFaultDoSoNoMore(int seed) throws Exception {
        check(new RandomWorld(seed), seed, new Counts());
    }

    private static final class Counts {
        private int trained;
        private int atBound;
        private int inside;
        private int continued;
    }

    private static void check(RandomWorld world, int number, Counts counts) throws Exception {
        BoundedMLPRegressor scheme = world.scheme();
        if (!trains(scheme, world.data())) {
            return;
        }
        counts.trained++;
        List<Instance> rows = world.strangeRows(ROWS);
        List<BoundedMLPRegressor> forms =
                new ArrayList<>(List.of((BoundedMLPRegressor) AbstractClassifier.makeCopy(scheme), (BoundedMLPRegressor)
                        new SerializedObject(scheme, true).getObject()));
        switch (number % 4) {
            case 0 -> forms.add(built(world.scheme(), world.data()));
            case 1 -> {
                forms.add(continued(world));
                counts.continued += scheme.getMaxEpochs() > 0 ? 1 : 0;
            }
            case 2 -> forms.add(epochByEpoch(world, rows));
            default -> {}
        }
        for (Instance row : rows) {
            double p = scheme.classifyInstance(row);
            assertKeepsTheBounds(scheme, row);
            for (BoundedMLPRegressor form : forms) {
                assertThat(Double.doubleToRawLongBits(form.classifyInstance(row)))
                        .as("%s", p)
                        .isEqualTo(Double.doubleToRawLongBits(p));
                assertThat(form.predictIntervals(row, LEVEL)[0])
                        .containsExactly(scheme.predictIntervals(row, LEVEL)[0]);
            }
            boolean touches = p == scheme.getLowerBound() || p == scheme.getUpperBound();
            counts.atBound += touches ? 1 : 0;
            counts.inside += touches ? 0 : 1;
        }
        assertThat(scheme.toString()).contains("Hidden units");
    }

    /** Compares in the order of {@link Double#compare}, in which -0.0 comes before 0.0. */
    private static void assertKeepsTheBounds(BoundedMLPRegressor scheme, Instance row) {
        double p = scheme.classifyInstance(row);
        double[] ends = scheme.predictIntervals(row, LEVEL)[0];
        double[] rising = {scheme.getLowerBound(), ends[0], p, ends[1], scheme.getUpperBound()};
        assertThat(p).isFinite();
        for (int i = 1; i < rising.length; i++) {
            assertThat(Double.compare(rising[i - 1], rising[i]))
                    .as("%s", rising)
                    .isLessThanOrEqualTo(0);
        }
    }

    private static BoundedMLPRegressor built(BoundedMLPRegressor scheme, Instances data) throws Exception {
        scheme.buildClassifier(data);
        return scheme;
    }

    /** A model of the world that is saved after half of the epochs, then trained further. */
    private static BoundedMLPRegressor continued(RandomWorld world) throws Exception {
        BoundedMLPRegressor scheme = world.scheme();
        int epochs = scheme.getMaxEpochs();
        scheme.setResume(true);
        scheme.setMaxEpochs(epochs / 2);
        BoundedMLPRegressor further =
                (BoundedMLPRegressor) new SerializedObject(built(scheme, world.data())).getObject();
        further.setMaxEpochs(epochs - epochs / 2);
        further.initializeClassifier(world.data());
        while (further.next()) {}
        further.done();
        return further;
    }

    /** A model of the world that predicts after every epoch of its training. */
    private static BoundedMLPRegressor epochByEpoch(RandomWorld world, List<Instance> rows) throws Exception {
        BoundedMLPRegressor scheme = world.scheme();
        scheme.initializeClassifier(world.data());
        do {
            rows.forEach(row -> assertKeepsTheBounds(scheme, row));
        } while (scheme.next());
        scheme.done();
        return scheme;
    }

    /** Whether training succeeds. It may only fail as documented, and must not change the data and the options. */
    private static boolean trains(BoundedMLPRegressor scheme, Instances data) throws Exception {
        byte[] before = serialised(data);
        String[] options = scheme.getOptions();
        boolean trained;
        try {
            scheme.buildClassifier(data);
            trained = true;
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage())
                    .matches("(Attribute attribute \\d is .* in row \\d+;|No row of world) .*[^.]\\.");
            trained = false;
        } catch (WekaException e) { // no rows, or none with a class
            trained = false;
        }
        assertThat(serialised(data)).isEqualTo(before);
        assertThat(scheme.getOptions()).containsExactly(options);
        return trained;
    }

    @Test
    void theExportedSourcePredictsTheSameBits() throws Exception {
        int last = -1;
        for (int compiled = 0; compiled < Effort.of(EXPORTED); compiled += COMPILED_TOGETHER) {
            Map<String, String> sources = new LinkedHashMap<>();
            Map<String, BoundedMLPRegressor> schemes = new LinkedHashMap<>();
            while (sources.size() < COMPILED_TOGETHER) {
                last++;
                BoundedMLPRegressor scheme = new RandomWorld(last).scheme();
                if (trains(scheme, new RandomWorld(last).data())) {
                    scheme = last % 2 == 0 ? scheme : continued(new RandomWorld(last));
                    String name = "World" + last;
                    schemes.put(name, scheme);
                    sources.put(name, scheme.toSource(name));
                }
            }
            ClassLoader loader = CompiledSource.of(sources);
            for (String name : schemes.keySet()) {
                var classify = loader.loadClass(name).getMethod("classify", Object[].class);
                classify.setAccessible(true); // the class is not public
                RandomWorld world = new RandomWorld(Long.parseLong(name.substring("World".length())));
                for (Instance row : world.strangeRows(ROWS)) {
                    double p = schemes.get(name).classifyInstance(row);
                    assertThat(classify.invoke(null, (Object) values(row)))
                            .as("%s: %s", name, row)
                            .isEqualTo(p);
                }
            }
        }
    }

    /** A row as Weka's wrapper passes it. A label that the header does not declare becomes one that matches none. */
    private static Object[] values(Instance row) {
        Object[] values = new Object[row.numAttributes()];
        for (int k = 0; k < values.length; k++) {
            if (k != row.classIndex() && !row.isMissing(k)) {
                Attribute attribute = row.attribute(k);
                boolean known = row.value(k) >= 0 && row.value(k) < attribute.numValues();
                values[k] = !attribute.isNominal()
                        ? (Object) row.value(k)
                        : known ? attribute.value((int) row.value(k)) : "no label";
            }
        }
        return values;
    }
}
