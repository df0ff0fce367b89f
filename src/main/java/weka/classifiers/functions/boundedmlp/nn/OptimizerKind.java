package weka.classifiers.functions.boundedmlp.nn;

import java.util.Locale;
import weka.classifiers.functions.boundedmlp.nn.training.Adam;
import weka.classifiers.functions.boundedmlp.nn.training.Sgd;

/** Which rule turns gradients into steps. */
public enum OptimizerKind {
    /** {@link Adam}. */
    ADAM,
    /** {@link Sgd}, with momentum. */
    SGD;

    /** {@return the name as users write it, in lower case} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
