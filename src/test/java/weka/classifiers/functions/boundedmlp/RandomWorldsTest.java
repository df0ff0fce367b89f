package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.classifiers.functions.boundedmlp.Schemes.serialised;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.WekaException;

/**
 * What holds for whatever data, options and rows: training succeeds or says in one sentence why not, every prediction is
 * finite and within the bounds, and every form of a model predicts the same bits. A failure names its world, to be drawn
 * again by {@link RandomWorld}.
 */
class RandomWorldsTest {

    private static final int WORLDS = 3000;
    private static final int EXPORTED = 200;
    private static final int COMPILED_TOGETHER = 100;
    private static final int ROWS = 10;

    @Test
    void everyPredictionIsFiniteWithinTheBoundsAndTheSameInEveryForm() {
        int worlds = Effort.of(WORLDS);
        Counts counts = new Counts();
        for (int seed = 0; seed < worlds; seed++) {
            try {
                check(new RandomWorld(seed), seed % 4 == 0, counts);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("World " + seed, e);
            }
        }
        // else the worlds would not have tried what they are there to try
        assertThat(counts.trained).isBetween(worlds * 3 / 4, worlds - 1);
        assertThat(counts.atBound).isGreaterThan(worlds);
        assertThat(counts.inside).isGreaterThan(worlds);
    }

    private static final class Counts {
        private int trained;
        private int atBound;
        private int inside;
    }

    private static void check(RandomWorld world, boolean twice, Counts counts) throws Exception {
        BoundedMLPRegressor scheme = world.scheme();
        if (!trains(scheme, world.data())) {
            return;
        }
        counts.trained++;
        List<Classifier> forms = new ArrayList<>(List.of(
                AbstractClassifier.makeCopy(scheme), (Classifier) new SerializedObject(scheme, true).getObject()));
        if (twice) {
            BoundedMLPRegressor again = new BoundedMLPRegressor();
            again.setOptions(scheme.getOptions());
            again.buildClassifier(world.data());
            forms.add(again);
        }
        double lower = scheme.getLowerBound();
        double upper = scheme.getUpperBound();
        for (Instance row : world.strangeRows(ROWS)) {
            double p = scheme.classifyInstance(row);
            // compared in the order in which -0.0 comes before 0.0
            boolean within = Double.compare(lower, p) <= 0 && Double.compare(p, upper) <= 0;
            assertThat(Double.isFinite(p) && within).as("%s", p).isTrue();
            for (Classifier form : forms) {
                assertThat(Double.doubleToRawLongBits(form.classifyInstance(row)))
                        .as("%s", p)
                        .isEqualTo(Double.doubleToRawLongBits(p));
            }
            boolean touches = p == lower || p == upper;
            counts.atBound += touches ? 1 : 0;
            counts.inside += touches ? 0 : 1;
        }
        assertThat(scheme.toString()).contains("Hidden units");
    }

    /** Whether training succeeds; it may only fail as documented, and leaves the data and the options as they are. */
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

    /** A row as Weka's wrapper hands it over; a label that the header does not know is one that nobody knows. */
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
