package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import java.util.function.DoubleFunction;

/** How the values of one attribute become inputs of the network; {@link RowEncoder} does it. */
sealed interface AttributeEncoder extends Serializable permits NumericInput, NominalInput {

    /** The index of the attribute in the data. */
    int attributeIndex();

    /** The name of the attribute. */
    String name();

    /** The number of inputs. */
    int width();

    /** The name of an input, counted from 0 within this attribute. */
    String inputName(int input);

    /** How the inputs follow from numbers in the data's units. */
    Scale inputScale();

    /** What an input is, in words, its numbers written by the given function. */
    String inputDescription(DoubleFunction<String> number);

    /**
     * The same as a call of a helper of {@link SourceCode}.
     *
     * @param value the Java expression of the value
     * @param at the first input
     */
    String encodingSource(String value, int at);
}
