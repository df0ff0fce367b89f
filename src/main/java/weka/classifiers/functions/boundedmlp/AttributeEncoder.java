package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import java.util.function.DoubleFunction;

/** Turns the values of one attribute into inputs of the network. */
sealed interface AttributeEncoder extends Serializable permits NumericInput, NominalInput {

    /** The index of the attribute in the data. */
    int attributeIndex();

    /** The name of the attribute. */
    String name();

    /** The number of inputs. */
    int width();

    /**
     * {@return which input is not zero for a value, counted from 0 within this attribute; -1 if all are}
     *
     * @param value the value as Weka holds it, whatever it is: NaN for a missing one, the index of a nominal one
     */
    int activeInput(double value);

    /**
     * {@return that input, a finite number}
     *
     * @param value a value that has one
     */
    float input(double value);

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
