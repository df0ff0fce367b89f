package weka.classifiers.functions.boundedmlp.nn.training;

/** Thrown if training is to be resumed with data other than it began with. */
public final class OtherDataException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with its one message. */
    public OtherDataException() {
        super("Training can go on only with the data that it began with, all rows in the same order,"
                + " but this data is different.");
    }
}
