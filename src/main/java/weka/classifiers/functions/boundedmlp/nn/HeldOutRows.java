package weka.classifiers.functions.boundedmlp.nn;

import java.util.Locale;

/** Which rows are held out to choose the number of epochs and of bins, and to learn how wide intervals must be. */
public enum HeldOutRows {
    /** Rows from all over the data. */
    RANDOM,
    /** The last rows of the data, which must be in the order of time. */
    LAST;

    /** {@return the name as users write it, in lower case} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
