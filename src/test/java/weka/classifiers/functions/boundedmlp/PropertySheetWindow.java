package weka.classifiers.functions.boundedmlp;

import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToolTip;
import org.assertj.swing.core.Robot;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.JComboBoxFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import weka.gui.PropertySheetPanel;

/** The property sheet of a scheme: rows of a label and a field in which a user types. */
final class PropertySheetWindow {
    private final Robot robot;
    private final DialogFixture dialog;

    PropertySheetWindow(Robot robot, DialogFixture dialog) {
        this.robot = robot;
        this.dialog = dialog;
    }

    /** The labels, from top to bottom, with their fields. */
    private Map<String, JComponent> rows() {
        PropertySheetPanel sheet = robot.finder().findByType(dialog.target(), PropertySheetPanel.class, true);
        return execute(() -> {
            Map<String, JComponent> rows = new LinkedHashMap<>();
            for (JLabel label : labels(sheet)) {
                List<Component> siblings = Arrays.asList(label.getParent().getComponents());
                JPanel cell = (JPanel) siblings.get(siblings.indexOf(label) + 1);
                rows.put(label.getText(), (JComponent) cell.getComponent(0));
            }
            return rows;
        });
    }

    private List<JLabel> labels(PropertySheetPanel sheet) {
        return robot
                .finder()
                .findAll(sheet, c -> c instanceof JLabel && c.isShowing() && c.getParent() instanceof JPanel)
                .stream()
                .map(JLabel.class::cast)
                .sorted(Comparator.comparingInt(Component::getY))
                .toList();
    }

    /** The labels, from top to bottom. */
    List<String> properties() {
        return List.copyOf(rows().keySet());
    }

    String toolTip(String property) {
        JComponent field = row(property);
        return execute(() -> String.valueOf(field.getToolTipText()));
    }

    /** The width of the tool tip in pixels. */
    int widthOfToolTip(String property) {
        JComponent field = row(property);
        return execute(() -> {
            JToolTip tip = field.createToolTip();
            tip.setTipText(field.getToolTipText());
            return tip.getPreferredSize().width;
        });
    }

    /** The value that a field shows. */
    String value(String property) {
        JComponent field = row(property);
        return execute(() -> field instanceof JComboBox<?> box
                ? String.valueOf(box.getSelectedItem())
                : ((JTextField) field).getText());
    }

    /** Replaces the text of a field, key by key. */
    void type(String property, String text) {
        Gui.activate(dialog.target());
        new JTextComponentFixture(robot, (JTextField) row(property)).selectAll().enterText(text);
    }

    /** Moves the focus to the next field. */
    void leave(String property) {
        press(property, KeyEvent.VK_TAB);
    }

    void confirm(String property) {
        press(property, KeyEvent.VK_ENTER);
    }

    private void press(String property, int key) {
        Gui.activate(dialog.target());
        new JTextComponentFixture(robot, (JTextField) row(property)).pressAndReleaseKeys(key);
    }

    List<String> choices(String property) {
        return List.of(new JComboBoxFixture(robot, (JComboBox<?>) row(property)).contents());
    }

    void choose(String property, String value) {
        JComboBox<?> box = (JComboBox<?>) row(property);
        execute(() -> box.setSelectedItem(value));
    }

    /** The text that the button More shows. */
    String help() {
        Gui.press(robot, (Container) dialog.target(), "More");
        DialogFixture help = Gui.dialog(robot, "Information");
        JTextArea text = robot.finder().findByType(help.target(), JTextArea.class, true);
        String result = execute(() -> text.getText());
        help.close();
        return result;
    }

    void ok() {
        Gui.press(robot, (Container) dialog.target(), "OK");
        Gui.waitFor("the end of the property sheet", () -> !dialog.target().isShowing());
    }

    void screenshot(String name) throws IOException {
        Gui.screenshot(robot, dialog.target(), name);
    }

    private JComponent row(String property) {
        JComponent field = rows().get(property);
        if (field == null) {
            throw new AssertionError("The property sheet has no " + property + " but " + properties());
        }
        return field;
    }
}
