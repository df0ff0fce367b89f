package weka.classifiers.functions.boundedmlp.plot;

import javax.swing.JMenuItem;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.explorer.ExplorerWorkarounds;
import weka.classifiers.functions.boundedmlp.export.CurveData;
import weka.classifiers.functions.boundedmlp.export.NetworkGraph;
import weka.gui.visualize.plugins.GraphVisualizePlugin;

/** The entry of the result list that opens a window with the learning curve. */
public final class LearningCurvePlugin extends ExplorerPlugin implements GraphVisualizePlugin {

    /** Used by Weka's plugin manager. */
    public LearningCurvePlugin() {}

    /**
     * {@return the entry; null for a graph of another scheme, or if no epoch was trained}
     *
     * @param graph the return value of a scheme's {@code graph()}
     * @param name the result's name in the list
     */
    @Override
    public @Nullable JMenuItem getVisualizeMenuItem(@Nullable String graph, String name) {
        CurveData curve = graph == null ? null : CurveData.read(NetworkGraph.properties(graph));
        if (curve == null || curve.points().isEmpty()) {
            ExplorerWorkarounds.hideEmptyPluginsMenuSoon();
            return null;
        }
        JMenuItem item = new JMenuItem("Learning curve");
        item.addActionListener(event ->
                ChartWindow.open("Learning curve: " + name, LearningCurveChart.of(curve), () -> CsvText.of(curve)));
        return item;
    }
}
