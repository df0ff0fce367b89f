package weka.classifiers.functions.boundedmlp.data;

import java.io.Serializable;
import java.util.List;
import java.util.function.DoubleFunction;
import weka.core.Attribute;

/** How the values of one attribute become inputs of the network. {@link RowEncoder} applies it. */
public sealed interface AttributeEncoding extends Serializable permits NumericEncoding, NominalEncoding {

    /** The index of the attribute in the data. */
    int attributeIndex();

    /** The name of the attribute. */
    String name();

    /** {@return whether an attribute is of the type that the encoding was made for} */
    boolean hasType(Attribute attribute);

    /** The type that the encoding was made for, in words. */
    String type();

    /** The number of inputs. */
    int width();

    /** The name of an input, counted from 0 within this attribute. */
    String inputName(int input);

    /** The scale from the data's units to the input, counted from 0 within this attribute. */
    Scale inputScale(int input);

    /** Descriptions of the inputs, in their order; some describe several. The given function formats numbers. */
    List<InputDescription> descriptions(DoubleFunction<String> number);
}
