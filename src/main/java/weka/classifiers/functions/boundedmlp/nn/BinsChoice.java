package weka.classifiers.functions.boundedmlp.nn;

import java.io.Serializable;
import java.util.List;

/**
 * How many bins the inputs of a network got, and how the held-out rows chose.
 *
 * @param most the largest number of bins of a numeric attribute; 0 for none
 * @param trials what the held-out rows chose from; empty if they did not choose
 */
public record BinsChoice(int most, List<Trial> trials) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Creates a choice. */
    public BinsChoice {
        trials = List.copyOf(trials);
    }

    /**
     * One of the numbers that were tried.
     *
     * @param bins the largest number of bins of a numeric attribute
     * @param validationLoss the mean loss on the held-out rows in the best epoch, in standard units
     */
    public record Trial(int bins, double validationLoss) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
