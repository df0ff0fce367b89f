package weka.classifiers.functions.boundedmlp.options;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.SimpleBeanInfo;

/**
 * Tells Weka's property sheet, by the naming convention of Java beans, which editors the options of
 * {@link BoundedMLPOptions} want.
 */
public class BoundedMLPOptionsBeanInfo extends SimpleBeanInfo {

    /** Used by {@link Introspector}. */
    public BoundedMLPOptionsBeanInfo() {}

    @Override
    public PropertyDescriptor[] getPropertyDescriptors() {
        try {
            // with those of the superclass, because Java leaves them out where a bean info lists properties
            PropertyDescriptor[] properties = Introspector.getBeanInfo(
                            BoundedMLPOptions.class, Introspector.IGNORE_ALL_BEANINFO)
                    .getPropertyDescriptors();
            for (PropertyDescriptor property : properties) {
                Class<?> type = property.getPropertyType();
                if (type == int.class || type == double.class) {
                    property.setPropertyEditorClass(NumberEditor.class);
                } else if (type.isEnum()) {
                    property.setPropertyEditorClass(ChoiceEditor.class);
                }
            }
            return properties;
        } catch (IntrospectionException e) {
            throw new IllegalStateException("The properties of " + BoundedMLPOptions.class + " cannot be read.", e);
        }
    }
}
