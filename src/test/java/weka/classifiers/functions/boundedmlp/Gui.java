package weka.classifiers.functions.boundedmlp;

import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.SwingUtilities;
import org.assertj.swing.awt.AWT;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;

/** What driving any window takes: find, press, wait, and take pictures. */
final class Gui {

    /** Generous: a shared machine may be slow, and nothing waits longer than it must. */
    static final long TIMEOUT_MS = 60_000;

    private static final Path SCREENSHOTS =
            Path.of("target", "screenshots", "jdk-" + Runtime.version().feature());

    private Gui() {}

    /** A dialog with this title, once it shows. */
    static DialogFixture dialog(Robot robot, String title) {
        return WindowFinder.findDialog(new GenericTypeMatcher<>(JDialog.class, true) {
                    @Override
                    protected boolean isMatching(JDialog candidate) {
                        return title.equals(candidate.getTitle());
                    }
                })
                .withTimeout(TIMEOUT_MS)
                .using(robot);
    }

    /**
     * Gives a window the keyboard, and waits until it has it: without a window manager, as under xvfb-run, nobody else does
     * when the window in front of it has closed.
     */
    static void activate(Window window) {
        waitFor("the focus", () -> {
            if (!window.isFocused()) {
                window.toFront();
                window.requestFocus();
            }
            return window.isFocused();
        });
    }

    /**
     * Presses a button. Events are handed to the component, not to the screen: on a busy machine a click of the robot was
     * lost now and then, on its way to a window just opened.
     */
    static void press(Robot robot, Container container, String text) {
        AbstractButton button = button(robot, container, text);
        waitFor("the button " + text, button::isEnabled);
        // Later, because the button may open a dialog that waits for its end.
        SwingUtilities.invokeLater(button::doClick);
        robot.waitForIdle();
    }

    /** A showing button, by its text. */
    static AbstractButton button(Robot robot, Container container, String text) {
        return robot.finder().find(container, new GenericTypeMatcher<>(AbstractButton.class, true) {
            @Override
            protected boolean isMatching(AbstractButton candidate) {
                return text.equals(candidate.getText());
            }
        });
    }

    /** Waits until a condition holds that is looked at in the event thread. */
    static void waitFor(String what, Callable<Boolean> condition) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return execute(condition);
                    }
                },
                TIMEOUT_MS);
    }

    /** Saves what the screen shows where a component is. */
    static void screenshot(Robot robot, Component component, String name) throws IOException {
        robot.waitForIdle();
        save(new Rectangle(AWT.locationOnScreenOf(component), component.getSize()), name);
    }

    /** Saves what a part of the screen shows. */
    static void save(Rectangle area, String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        try {
            ImageIO.write(
                    new java.awt.Robot().createScreenCapture(area),
                    "png",
                    SCREENSHOTS.resolve(name + ".png").toFile());
        } catch (AWTException e) {
            throw new IOException(e);
        }
    }
}
