package weka.classifiers.functions.boundedmlp.nn;

import java.util.Locale;

/** Which rule turns gradients into steps. */
public enum OptimizerKind {
    /** Adam (Kingma and Ba 2015). */
    ADAM,
    /** Stochastic gradient descent with momentum. */
    SGD;

    /** {@return the name as users write it, in lower case} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
