package weka.classifiers.functions.boundedmlp.nn;

import java.io.InvalidObjectException;

/** Refuses a saved model whose parts none of this package's models have. */
public final class DamagedModel {

    private DamagedModel() {}

    /**
     * Refuses a model unless something holds.
     *
     * @param holds what holds for every model
     * @param otherwise what is wrong if it does not, as the end of a sentence
     * @throws InvalidObjectException if it does not hold
     */
    public static void unless(boolean holds, String otherwise) throws InvalidObjectException {
        if (!holds) {
            throw new InvalidObjectException("The model is damaged: " + otherwise + ".");
        }
    }

    /**
     * {@return the exception for a model that holds a value that is not allowed}
     *
     * @param refusal says which value, as a whole sentence
     */
    public static InvalidObjectException because(IllegalArgumentException refusal) {
        InvalidObjectException damaged = new InvalidObjectException("The model is damaged: " + refusal.getMessage());
        damaged.initCause(refusal);
        return damaged;
    }
}
