package weka.classifiers.functions.boundedmlp.options;

import java.beans.PropertyEditorSupport;
import java.util.Arrays;

/** Offers the constants of an enum in the property sheet under their names on the command line. */
public final class ChoiceEditor extends PropertyEditorSupport {

    /** Used by Weka's property sheet. */
    public ChoiceEditor() {}

    @Override
    public String[] getTags() {
        return Arrays.stream(type().getEnumConstants()).map(Object::toString).toArray(String[]::new);
    }

    @Override
    public void setAsText(String text) {
        setValue(StrictOptions.parse(text, type(), "The value"));
    }

    private Class<?> type() {
        return ((Enum<?>) getValue()).getDeclaringClass();
    }
}
