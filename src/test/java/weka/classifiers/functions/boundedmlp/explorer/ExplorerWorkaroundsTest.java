package weka.classifiers.functions.boundedmlp.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.functions.boundedmlp.RecordingLog;
import weka.classifiers.functions.boundedmlp.options.BoundedMLPOptions;
import weka.core.Attribute;
import weka.core.Instances;
import weka.gui.ResultHistoryPanel;
import weka.gui.explorer.CleanUp;
import weka.gui.visualize.PlotData2D;
import weka.gui.visualize.VisualizePanel;

/** Tests each workaround alone; IterativeTest and ExplorerTour test them in use. */
class ExplorerWorkaroundsTest {

    @Test
    void theLogGivenLastIsRemembered() {
        RecordingLog first = new RecordingLog();
        RecordingLog second = new RecordingLog();
        ExplorerWorkarounds.remember(first);
        ExplorerWorkarounds.remember(second);
        assertThat(ExplorerWorkarounds.latestLog()).isSameAs(second);
        ExplorerWorkarounds.remember(null);
        assertThat(ExplorerWorkarounds.latestLog()).isSameAs(second);
    }

    @Test
    void aTrainingIsLeftBehindIfTheExplorerEndsItOnAnotherThread() throws Exception {
        assertThat(CleanUp.<Boolean>calling(() -> ExplorerWorkarounds.leftBehind(Thread.currentThread())))
                .isFalse();
        assertThat(CleanUp.<Boolean>calling(() -> ExplorerWorkarounds.leftBehind(new Thread())))
                .isTrue();
        assertThat(ExplorerWorkarounds.leftBehind(new Thread()))
                .as("another program that ends it")
                .isFalse();
    }

    @Test
    void theSchemeBehindRowsIsThatOfTheirResult() throws Exception {
        BoundedMLPRegressor ours = new BoundedMLPRegressor();
        Instances first = predicted();
        Instances second = predicted();
        Instances third = predicted();
        Instances elsewhere = predicted();
        ResultHistoryPanel list = new ResultHistoryPanel(new JTextArea());
        addResult(list, "1", first, new LinearRegression());
        addResult(list, "2", second, ours);
        addResult(list, "3", third, null);
        addResult(list, "4");
        JPanel outer = new JPanel();
        outer.add(new JPanel());
        outer.add(new JPanel()).getParent().add(list);
        assertThat(schemeOf(second, outer)).isSameAs(ours);
        for (Instances rows : List.of(first, third, elsewhere)) {
            assertThat(schemeOf(rows, outer)).isNull();
        }
    }

    @Test
    void anEmptyMenuOfPluginsIsHiddenAndNoOther() {
        JPopupMenu popup = new JPopupMenu();
        JMenu empty = (JMenu) popup.add(new JMenu("Plugins"));
        JMenu another = (JMenu) popup.add(new JMenu("Visualize cost curve"));
        JMenu filled = (JMenu) popup.add(new JMenu("Plugins"));
        filled.add("A plugin");
        ExplorerWorkarounds.hideEmptyPluginsMenu(popup);
        assertThat(empty.isVisible()).isFalse();
        assertThat(another.isVisible()).isTrue();
        assertThat(filled.isVisible()).isTrue();
    }

    private static @Nullable BoundedMLPOptions schemeOf(Instances rows, Container container) {
        return ExplorerWorkarounds.sameResult(rows, BoundedMLPOptions.class, container);
    }

    private static Instances predicted() {
        Instances rows = new Instances(
                "weather_predicted",
                new ArrayList<>(List.of(new Attribute("x"), new Attribute("predictedrain"), new Attribute("rain"))),
                0);
        rows.setClassIndex(2);
        return rows;
    }

    private static void addResult(ResultHistoryPanel list, String name, Instances rows, @Nullable Classifier model)
            throws Exception {
        VisualizePanel panel = new VisualizePanel();
        PlotData2D plot = new PlotData2D(rows);
        panel.addPlot(plot);
        ArrayList<Object> result = new ArrayList<>(List.of(panel));
        if (model != null) {
            result.add(0, model);
        }
        addResult(list, name);
        list.addObject(name, result);
    }

    @SuppressWarnings("JdkObsolete") // Weka requires this type
    private static void addResult(ResultHistoryPanel list, String name) {
        list.addResult(name, new StringBuffer("the text of the result"));
    }
}
