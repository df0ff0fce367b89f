package weka.classifiers.functions.boundedmlp;

import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextArea;
import javax.swing.JTree;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import javax.swing.border.CompoundBorder;
import javax.swing.border.TitledBorder;
import javax.swing.tree.TreePath;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.assertj.swing.fixture.JOptionPaneFixture;
import weka.gui.GenericObjectEditor;
import weka.gui.LogPanel;
import weka.gui.LookAndFeel;
import weka.gui.PropertyDialog;
import weka.gui.PropertyPanel;
import weka.gui.ResultHistoryPanel;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.Explorer;

/** Weka's Explorer as its main method opens it. Tests use its buttons, menus and fields, and read what it shows. */
final class ExplorerWindow {
    private final Robot robot;
    private final JFrame frame;
    private final Explorer explorer;
    private final ClassifierPanel classify;

    private ExplorerWindow(Robot robot, JFrame frame, Explorer explorer) {
        this.robot = robot;
        this.frame = frame;
        this.explorer = explorer;
        this.classify = (ClassifierPanel) explorer.getPanels().stream()
                .filter(ClassifierPanel.class::isInstance)
                .findAny()
                .orElseThrow();
    }

    static ExplorerWindow open() {
        // Weka shows a closed property sheet again; the other kind of robot would not find it.
        Robot robot = BasicRobot.robotWithCurrentAwtHierarchy();
        robot.settings().delayBetweenEvents(20);
        robot.settings().timeoutToFindPopup((int) Gui.TIMEOUT_MS);
        LookAndFeel.setLookAndFeel();
        GenericObjectEditor.determineClasses();
        Explorer explorer = execute((Callable<Explorer>) Explorer::new);
        JFrame frame = execute(() -> {
            JFrame result = new JFrame("Weka Explorer");
            result.getContentPane().add(explorer, BorderLayout.CENTER);
            result.setSize(1000, 750);
            return result;
        });
        robot.showWindow(frame, frame.getSize(), false);
        return new ExplorerWindow(robot, frame, explorer);
    }

    void close() {
        robot.cleanUp();
    }

    /** Opens a file with the dialog of the Preprocess tab. */
    void openFile(Path file) {
        Gui.press(robot, explorer.getPreprocessPanel(), "Open file...");
        JFileChooserFixture chooser =
                JFileChooserFinder.findFileChooser().withTimeout(Gui.TIMEOUT_MS).using(robot);
        chooser.selectFile(file.toFile());
        Gui.press(robot, chooser.target(), "Open");
        Gui.waitFor("the data", () -> explorer.getPreprocessPanel().getInstances() != null);
        execute(() -> explorer.getTabbedPane().setSelectedComponent(classify));
    }

    /** Chooses a scheme from the tree that the button Choose opens. */
    void chooseScheme(String... path) {
        choose(classify, path);
    }

    private void choose(Container panel, String... path) {
        Gui.press(robot, panel, "Choose");
        JPopupMenu menu = popupMenu();
        JTree tree = robot.finder().find(menu, new GenericTypeMatcher<>(JTree.class, true) {
            @Override
            protected boolean isMatching(JTree candidate) {
                return true;
            }
        });
        execute(() -> tree.setSelectionRow(expand(tree, path)));
        Gui.press(robot, menu, "Close");
    }

    private JPopupMenu popupMenu() {
        Gui.waitFor("a menu", () -> robot.findActivePopupMenu() != null);
        return Objects.requireNonNull(robot.findActivePopupMenu());
    }

    /** Expands the tree down to a leaf and returns the leaf's row. */
    private static int expand(JTree tree, String... path) {
        TreePath at = tree.getPathForRow(0);
        for (String name : Arrays.asList(path).subList(1, path.length)) {
            tree.expandPath(at);
            TreePath parent = at;
            at = IntStream.range(0, tree.getRowCount())
                    .mapToObj(tree::getPathForRow)
                    .filter(candidate -> parent.equals(candidate.getParentPath()))
                    .filter(candidate ->
                            candidate.getLastPathComponent().toString().equals(name))
                    .findAny()
                    .orElseThrow(() -> new AssertionError("no " + name + " below " + parent));
        }
        return tree.getRowForPath(at);
    }

    /** The scheme and its options, as copied by the menu of the field next to the button Choose. */
    String configuration() throws Exception {
        click(field(), MouseEvent.BUTTON3);
        Gui.press(robot, popupMenu(), "Copy configuration to clipboard");
        execute(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        return (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
    }

    /** Opens the property sheet with a click on the field. */
    PropertySheetWindow openPropertySheet() {
        click(field(), MouseEvent.BUTTON1);
        DialogFixture sheet = WindowFinder.findDialog(PropertyDialog.class)
                .withTimeout(Gui.TIMEOUT_MS)
                .using(robot);
        return new PropertySheetWindow(robot, sheet);
    }

    private PropertyPanel field() {
        return robot.finder().find(classify, new GenericTypeMatcher<>(PropertyPanel.class, true) {
            @Override
            protected boolean isMatching(PropertyPanel panel) {
                return panel.getToolTipText() != null;
            }
        });
    }

    /** Sets in the dialog "More options..." that the predictions are printed, too. */
    void outputPredictionsAs(String... path) {
        Gui.press(robot, classify, "More options...");
        DialogFixture options = Gui.dialog(robot, "Classifier evaluation options");
        choose((Container) options.target(), path);
        Gui.press(robot, (Container) options.target(), "OK");
        Gui.waitFor("the end of the dialog", () -> !options.target().isShowing());
    }

    void start() {
        Gui.press(robot, classify, "Start");
    }

    void stop() {
        Gui.press(robot, classify, "Stop");
    }

    /** Waits until the status bar shows a text. */
    void waitForStatus(String pattern) {
        Gui.waitFor("the status " + pattern, () -> status().matches(pattern));
    }

    /** The text that the button Log would show. */
    String log() throws ReflectiveOperationException {
        Field text = LogPanel.class.getDeclaredField("m_LogText");
        text.setAccessible(true);
        LogPanel panel = robot.finder().findByType(explorer, LogPanel.class, true);
        return execute(() -> ((JTextArea) text.get(panel)).getText());
    }

    /** Chooses an item from the menu of an entry in the result list, where entries count from 1. */
    void chooseForResult(int number, String item) {
        JList<?> list = history().getList();
        execute(() -> history().setSingle(results().get(number - 1)));
        Rectangle cell = execute(() -> list.getCellBounds(number - 1, number - 1));
        SwingUtilities.invokeLater(() -> list.dispatchEvent(new MouseEvent(
                list,
                MouseEvent.MOUSE_CLICKED,
                System.currentTimeMillis(),
                0,
                cell.x + 5,
                cell.y + 5,
                1,
                false,
                MouseEvent.BUTTON3)));
        robot.waitForIdle();
        Gui.press(robot, popupMenu(), item);
    }

    /** Waits until training and evaluation have ended, whether they succeed or fail. */
    void waitUntilDone() {
        Gui.waitFor(
                "the run's end",
                () -> button(classify, "Start").isEnabled()
                        && !button(classify, "Stop").isEnabled());
    }

    /**
     * Waits for the end of the run with the given number in the result list, counted from 1, chooses its entry and
     * returns its text. Weka chooses new entries itself, except where two runs begin in the same second.
     */
    String waitForResult(int number) {
        Gui.waitFor("a result", () -> results().size() == number);
        waitUntilDone();
        execute(() -> history().setSingle(results().get(number - 1)));
        return execute(() -> robot.finder()
                .find(classify, new GenericTypeMatcher<>(JTextArea.class, true) {
                    @Override
                    protected boolean isMatching(JTextArea area) {
                        return area.getText().startsWith("=== Run information");
                    }
                })
                .getText());
    }

    /** The entries of the result list. */
    List<String> results() {
        JList<?> list = history().getList();
        return execute(() -> IntStream.range(0, list.getModel().getSize())
                .mapToObj(i -> list.getModel().getElementAt(i).toString())
                .toList());
    }

    private ResultHistoryPanel history() {
        return robot.finder().findByType(classify, ResultHistoryPanel.class, true);
    }

    /**
     * The texts in the menu that a right click on the chosen result opens; those in a submenu follow its text and a
     * slash.
     */
    List<String> menuOfTheResult() {
        JPopupMenu menu = openMenuOfTheResult();
        List<String> texts = execute(() -> {
            List<String> all = new ArrayList<>();
            for (Component component : menu.getComponents()) {
                if (component instanceof JMenuItem item && item.isVisible()) {
                    all.add(item.getText());
                }
                if (component instanceof JMenu inner) {
                    for (Component entry : inner.getMenuComponents()) {
                        all.add(inner.getText() + "/" + ((JMenuItem) entry).getText());
                    }
                }
            }
            return all;
        });
        execute(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        return texts;
    }

    /**
     * Chooses an entry in that menu, which opens a window.
     *
     * @param title how the window's title begins
     * @param path the texts of the submenus, if any, then that of the entry
     */
    ResultWindow open(String title, String... path) {
        Container menu = openMenuOfTheResult();
        for (String text : path) {
            Gui.press(robot, menu, text);
            menu = popupMenu();
        }
        return ResultWindow.find(robot, title);
    }

    private JPopupMenu openMenuOfTheResult() {
        JList<?> list = history().getList();
        click(list, MouseEvent.BUTTON3);
        return popupMenu();
    }

    /** The text of the status bar. */
    String status() {
        return execute(() -> robot.finder()
                .find(explorer, new GenericTypeMatcher<>(JLabel.class, true) {
                    @Override
                    protected boolean isMatching(JLabel label) {
                        return String.valueOf(label.getBorder()).contains("CompoundBorder")
                                && ((CompoundBorder) label.getBorder()).getOutsideBorder()
                                        instanceof TitledBorder titled
                                && "Status".equals(titled.getTitle());
                    }
                })
                .getText());
    }

    /** Waits for a message, presses its button and returns its text. */
    String readMessage() {
        JOptionPaneFixture message =
                JOptionPaneFinder.findOptionPane().withTimeout(Gui.TIMEOUT_MS).using(robot);
        String text = execute(() -> String.valueOf(message.target().getMessage()));
        Gui.press(robot, message.target(), "OK");
        Gui.waitFor("the end of the message", () -> !message.target().isShowing());
        return text;
    }

    /** A visible button, by its text. */
    private AbstractButton button(Container container, String text) {
        return Gui.button(robot, container, text);
    }

    private void click(Component component, int mouseButton) {
        SwingUtilities.invokeLater(() -> component.dispatchEvent(new MouseEvent(
                component, MouseEvent.MOUSE_CLICKED, System.currentTimeMillis(), 0, 5, 5, 1, false, mouseButton)));
        robot.waitForIdle();
    }

    /** Saves the part of the screen where the Explorer is. */
    void screenshot(String name) throws IOException {
        Gui.screenshot(robot, frame, name);
    }

    void screenshotOfEverything(String name) throws IOException {
        Gui.save(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()), name);
    }
}
