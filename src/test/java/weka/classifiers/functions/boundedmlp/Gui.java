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

/** What tests of any window need: finding, pressing, waiting and screenshots. */
final class Gui {

    /** Generous, because a shared machine may be slow; nothing waits longer than it must. */
    static final long TIMEOUT_MS = 60_000;

    private static final Path SCREENSHOTS =
            Path.of("target", "screenshots", "jdk-" + Runtime.version().feature());

    private Gui() {}

    /** Waits for a dialog with this title and returns it. */
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
     * Gives a window the keyboard focus, and waits until it has it. Without a window manager, as under xvfb-run,
     * nothing else does so when the window in front of it closes.
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
     * Presses a button. The events go directly to the component. On a busy machine, the robot's click on the screen was
     * sometimes lost if the window had only just opened.
     */
    static void press(Robot robot, Container container, String text) {
        AbstractButton button = button(robot, container, text);
        waitFor("the button " + text, button::isEnabled);
        // Later, because the button may open a dialog, and the call would then wait until it is closed.
        SwingUtilities.invokeLater(button::doClick);
        robot.waitForIdle();
    }

    /** A visible button, by its text. */
    static AbstractButton button(Robot robot, Container container, String text) {
        return robot.finder().find(container, new GenericTypeMatcher<>(AbstractButton.class, true) {
            @Override
            protected boolean isMatching(AbstractButton candidate) {
                return text.equals(candidate.getText());
            }
        });
    }

    /** Waits until a condition holds, which is evaluated in the event thread. */
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

    /** Saves the part of the screen where a component is. */
    static void screenshot(Robot robot, Component component, String name) throws IOException {
        robot.waitForIdle();
        save(new Rectangle(AWT.locationOnScreenOf(component), component.getSize()), name);
    }

    /** Saves a part of the screen. */
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
