package weka.classifiers.functions.boundedmlp.data;

import java.io.Serializable;
import java.util.function.DoubleFunction;

/** How the values of one attribute become inputs of the network. {@link RowEncoder} applies it. */
public sealed interface AttributeEncoding extends Serializable permits NumericEncoding, NominalEncoding {

    /** The index of the attribute in the data. */
    int attributeIndex();

    /** The name of the attribute. */
    String name();

    /** The number of inputs. */
    int width();

    /** The name of an input, counted from 0 within this attribute. */
    String inputName(int input);

    /** The scale from the data's units to the inputs. */
    Scale inputScale();

    /** A description of an input. The given function formats its numbers. */
    String inputDescription(DoubleFunction<String> number);
}
