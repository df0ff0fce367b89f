package weka.classifiers.functions.boundedmlp.options;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.beans.PropertyEditorSupport;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JTextField;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;

/**
 * A field for a number in the property sheet. Weka's own field complains at every key: typing 0.01 opens a dialog at
 * the first 0. It also keeps on showing text that it could not read or that was refused. This field sets the property
 * to every allowed value while the user types. When the user presses Enter or leaves the field and the text is not
 * allowed, it says in one sentence what is wrong and shows the previous value again.
 */
public final class NumberEditor extends PropertyEditorSupport {

    private final JTextField field = new JTextField();

    /** The value to go back to. */
    private Object settled = 0;

    /** Used by Weka's property sheet. */
    public NumberEditor() {
        field.addActionListener(e -> settle());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                settle();
            }
        });
        field.addKeyListener(new KeyAdapter() {
            @Override
            public void keyReleased(KeyEvent e) {
                takeIfAllowed();
            }
        });
    }

    @Override
    public boolean supportsCustomEditor() {
        return true;
    }

    @Override
    public Component getCustomEditor() {
        return field;
    }

    @Override
    public void setValue(Object value) {
        settled = value;
        super.setValue(value);
        field.setText(getAsText());
    }

    @Override
    public void setAsText(String text) {
        setValue(allowed(text));
    }

    private void takeIfAllowed() {
        try {
            Object typed = allowed(field.getText());
            if (!typed.equals(getValue())) {
                super.setValue(typed);
            }
        } catch (IllegalArgumentException e) {
            // perhaps the start of a number; settle() reports what is wrong at the end
        }
    }

    private void settle() {
        try {
            setAsText(field.getText());
        } catch (IllegalArgumentException e) {
            // before the dialog, which takes the focus from the field and so calls this method again
            setValue(settled);
            JOptionPane.showMessageDialog(field, e.getMessage(), "error", JOptionPane.WARNING_MESSAGE);
        }
    }

    /** Returns the number that the text means; throws if the property may not have it. */
    private Object allowed(String text) {
        Class<?> type = settled instanceof Integer ? int.class : double.class;
        String name = name();
        Object number = StrictOptions.parse(text, type, name);
        try {
            // checked here, because the property sheet would put the name of the exception above the message
            Hyperparameters.class.getMethod(name, type).invoke(new Hyperparameters(), number);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getTargetException().getMessage(), e);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            // one of Weka's own properties, whose setter does its own checks
        }
        return number;
    }

    /**
     * The property's name. Weka gives an editor neither its object nor its property, but puts a label with the name
     * before the field.
     */
    private String name() {
        Container cell = field.getParent();
        Container sheet = cell == null ? null : cell.getParent();
        if (sheet != null) {
            List<Component> components = Arrays.asList(sheet.getComponents());
            int before = components.indexOf(cell) - 1;
            if (before >= 0 && components.get(before) instanceof JLabel label) {
                return label.getText();
            }
        }
        return "The value";
    }
}
