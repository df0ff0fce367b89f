package weka.classifiers.functions.boundedmlp.plot;

import javax.swing.JMenuItem;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.explorer.ExplorerWorkarounds;
import weka.classifiers.functions.boundedmlp.options.BoundedMLPOptions;
import weka.core.Instances;
import weka.gui.visualize.plugins.ErrorVisualizePlugin;

/** The entry of the result list that opens a window with predicted against actual values. */
public final class PredictedActualPlugin extends ExplorerPlugin implements ErrorVisualizePlugin {

    /** Used by Weka's plugin manager. */
    public PredictedActualPlugin() {}

    /**
     * {@return the entry; null for predictions of another scheme, or for a result without its model, because its bounds
     * are unknown}
     *
     * @param rows the rows of a result in the list, with their predictions
     */
    @Override
    public @Nullable JMenuItem getVisualizeMenuItem(@Nullable Instances rows) {
        BoundedMLPOptions scheme = rows == null ? null : ExplorerWorkarounds.sameResult(rows, BoundedMLPOptions.class);
        if (rows == null || scheme == null) {
            ExplorerWorkarounds.hideEmptyPluginsMenuSoon();
            return null;
        }
        JMenuItem item = new JMenuItem("Predicted against actual");
        item.addActionListener(event -> {
            Predictions predictions = Predictions.of(rows, scheme.getLowerBound(), scheme.getUpperBound());
            ChartWindow.open(
                    "Predicted against actual: " + predictions.target(),
                    PredictedActualChart.of(predictions),
                    () -> CsvText.of(predictions));
        });
        return item;
    }
}
