package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.boundedmlp.data.Scale;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.model.TrainableModel;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.core.Instances;
import weka.core.SerializationHelper;

/**
 * A model file whose checksum is right, but whose parts are not those of a model: it is refused when it is read, in one
 * sentence, and not when it predicts.
 */
class ForgedModelTest {

    private static final Instances DATA = Schemes.mixed(40, 1);

    @Test
    void everyOptionIsChecked() throws Exception {
        List<String> unchecked = new ArrayList<>();
        for (Field field : Hyperparameters.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getName().equals("seed")) {
                BoundedModel model = model();
                set(model.getClass(), "hyperparameters", model, forged(model.hyperparameters(), field));
                if (!isRefused(model)) {
                    unchecked.add(field.getName());
                }
            }
        }
        assertThat(unchecked).isEmpty();
    }

    private static Hyperparameters forged(Hyperparameters hyperparameters, Field field) throws Exception {
        field.setAccessible(true);
        if (field.getType() == int.class) {
            field.setInt(hyperparameters, Integer.MIN_VALUE);
        } else if (field.getType() == double.class) {
            field.setDouble(hyperparameters, Double.NaN);
        } else {
            field.set(hyperparameters, null);
        }
        return hyperparameters;
    }

    @ParameterizedTest
    @CsvSource({
        "encoder",
        "targetScale",
        "bounds",
        "predictionBounds",
        "activation",
        "network",
        "curve",
        "targets",
        "intervals",
        "hyperparameters"
    })
    void aMissingPartIsRefused(String part) throws Exception {
        BoundedModel model = model();
        set(BoundedModel.class, part, model, null);
        assertThat(isRefused(model)).isTrue();
    }

    @Test
    void aNetworkOfAnotherSizeIsRefused() throws Exception {
        for (Network other :
                List.of(new Network(3, 6), new Network(model().encoder().inputCount(), 7))) {
            BoundedModel model = model();
            set(BoundedModel.class, "network", model, other);
            assertThat(isRefused(model)).isTrue();
        }
    }

    @Test
    void weightsOfAnotherSizeAndWeightsThatAreNoNumbersAreRefused() throws Exception {
        int blocks = model().network().blocks().length;
        for (int block = 0; block < blocks; block++) {
            for (float[] forged : Arrays.asList(null, new float[0], new float[100], nan(block < blocks - 1 ? 6 : 1))) {
                BoundedModel model = model();
                model.network().blocks()[block] = forged;
                assertThat(isRefused(model)).as("block " + block).isTrue();
            }
        }
        for (int count : new int[] {-1, 0, 1, Integer.MAX_VALUE}) {
            BoundedModel model = model();
            set(Network.class, "hiddenSize", model.network(), count);
            assertThat(isRefused(model)).as(count + " hidden units").isTrue();
        }
    }

    @Test
    void aScaleThatIsNoneIsRefused() {
        for (double unit : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Scale(0, unit)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Scale(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] nan(int length) {
        float[] values = new float[length];
        values[0] = Float.NaN;
        return values;
    }

    private static BoundedModel model() throws Exception {
        return modelOf(Schemes.fit(DATA, "-H 6 -N 5 -lower-bound 1"));
    }

    private static BoundedModel modelOf(BoundedMLPRegressor scheme) throws Exception {
        Field field = BoundedMLPRegressor.class.getDeclaredField("resumable");
        field.setAccessible(true);
        return ((TrainableModel) field.get(scheme)).model();
    }

    /** Saves the model, with a checksum that is right, and reads it. */
    private static boolean isRefused(BoundedModel model) throws Exception {
        BoundedMLPRegressor scheme = Schemes.fit(DATA, "-H 6 -N 5 -lower-bound 1");
        Field field = BoundedMLPRegressor.class.getDeclaredField("resumable");
        field.setAccessible(true);
        set(TrainableModel.class, "model", field.get(scheme), model);
        byte[] saved = Schemes.serialised(scheme);
        try {
            SerializationHelper.read(new ByteArrayInputStream(saved));
            return false;
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("The model is damaged: .*[^.]\\.");
            return true;
        }
    }

    private static void set(Class<?> type, String name, Object object, Object value) throws Exception {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(object, value);
    }
}
