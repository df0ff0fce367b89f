package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import java.util.function.DoubleFunction;
import weka.classifiers.functions.boundedmlp.nn.ActiveInputs;

/** Turns the values of one attribute into inputs of the network. */
sealed interface AttributeEncoder extends Serializable permits NumericInput, NominalInput {

    /** The index of the attribute in the data. */
    int attributeIndex();

    /** The name of the attribute. */
    String name();

    /** The number of inputs. */
    int width();

    /**
     * Sets the inputs for one value to finite numbers.
     *
     * @param value the value as Weka holds it, whatever it is: NaN for a missing one, the index of a nominal one
     * @param at the first of the inputs, {@code at + width() - 1} being the last
     * @param inputs the inputs of a row, so far zero from {@code at} on
     */
    void encode(double value, int at, ActiveInputs inputs);

    /** The name of an input, counted from 0 within this attribute. */
    String inputName(int input);

    /** How the inputs follow from numbers in the data's units. */
    Scale inputScale();

    /** What an input is, in words, its numbers written by the given function. */
    String inputDescription(DoubleFunction<String> number);

    /**
     * The same as {@link #encode} as a call of a helper of {@link SourceCode}.
     *
     * @param value the Java expression of the value
     * @param at the first input
     */
    String encodingSource(String value, int at);
}
