package weka.classifiers.functions.boundedmlp.options;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.SimpleBeanInfo;

/**
 * Assigns editors to the options of {@link BoundedMLPOptions} in Weka's property sheet. Java finds this class by the
 * naming convention of Java beans.
 */
public class BoundedMLPOptionsBeanInfo extends SimpleBeanInfo {

    /** Used by {@link Introspector}. */
    public BoundedMLPOptionsBeanInfo() {}

    @Override
    public PropertyDescriptor[] getPropertyDescriptors() {
        try {
            // superclass included: Java does not add its properties to those that a bean info lists
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
