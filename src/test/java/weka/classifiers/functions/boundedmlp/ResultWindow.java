package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JFileChooserFixture;

/** A window that was opened from the menu of the result list. */
final class ResultWindow {
    private static final Path SAVED = Path.of("target", "saved-charts");

    private final Robot robot;
    private final FrameFixture frame;

    private ResultWindow(Robot robot, FrameFixture frame) {
        this.robot = robot;
        this.frame = frame;
    }

    /** Waits for a window with the given beginning of its title and returns it. */
    static ResultWindow find(Robot robot, String title) {
        FrameFixture frame = WindowFinder.findFrame(new GenericTypeMatcher<>(JFrame.class, true) {
                    @Override
                    protected boolean isMatching(JFrame candidate) {
                        return String.valueOf(candidate.getTitle()).startsWith(title);
                    }
                })
                .withTimeout(Gui.TIMEOUT_MS)
                .using(robot);
        return new ResultWindow(robot, frame);
    }

    void resize(int width, int height) {
        frame.moveTo(new Point(0, 0));
        frame.resizeTo(new Dimension(width, height));
    }

    void screenshot(String name) throws IOException {
        Gui.activate(frame.target());
        Gui.screenshot(robot, frame.target(), name);
    }

    /** Presses "Save data..." and returns the lines of the file. */
    List<String> saveData(String name) throws IOException {
        return Files.readAllLines(save("Save data...", name, ".csv"));
    }

    /** Presses "Save picture..." and returns the size of the picture. */
    Dimension savePicture(String name) throws IOException {
        BufferedImage picture =
                ImageIO.read(save("Save picture...", name, ".png").toFile());
        return new Dimension(picture.getWidth(), picture.getHeight());
    }

    Dimension twiceTheSizeOfTheChart() {
        return execute(() -> {
            JFrame window = (JFrame) frame.target();
            Component chart =
                    ((BorderLayout) window.getContentPane().getLayout()).getLayoutComponent(BorderLayout.CENTER);
            return new Dimension(2 * chart.getWidth(), 2 * chart.getHeight());
        });
    }

    /** Saves under a name to which the window adds the extension. */
    private Path save(String button, String name, String extension) throws IOException {
        Path file = SAVED.resolve(name + extension).toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Gui.press(robot, (JFrame) frame.target(), button);
        JFileChooserFixture chooser =
                JFileChooserFinder.findFileChooser().withTimeout(Gui.TIMEOUT_MS).using(robot);
        execute(() -> chooser.target()
                .setSelectedFile(SAVED.resolve(name).toAbsolutePath().toFile()));
        Gui.press(robot, chooser.target(), "Save");
        Gui.waitFor("the end of the dialog", () -> !chooser.target().isShowing());
        Gui.waitFor("the file", () -> Files.exists(file));
        assertThat(Files.size(file)).isPositive();
        return file;
    }

    void close() {
        frame.close();
        Gui.waitFor("the end of the window", () -> !frame.target().isShowing());
    }
}
