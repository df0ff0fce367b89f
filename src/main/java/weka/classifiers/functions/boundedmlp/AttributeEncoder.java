package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import java.util.function.DoubleFunction;

/** Turns the values of one attribute into inputs of the network. */
sealed interface AttributeEncoder extends Serializable permits NumericInput, NominalInput {

    /** The index of the attribute in the data. */
    int attributeIndex();

    /** The number of inputs. */
    int width();

    /**
     * Writes the inputs for one value.
     *
     * @param value the value as Weka holds it, whatever it is: NaN for a missing one, the index of a nominal one
     * @param row the inputs of a row, written from {@code at} to {@code at + width() - 1} with finite numbers
     */
    void encode(double value, float[] row, int at);

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
