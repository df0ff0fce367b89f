package weka.classifiers.functions.boundedmlp.plot;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.options.BoundedMLPOptions;
import weka.core.Instances;
import weka.gui.ResultHistoryPanel;
import weka.gui.visualize.VisualizePanel;

/**
 * The result lists of all open windows. Weka tells a plugin the rows with their predictions and nothing about who made them;
 * but the rows stand in a result of some list, and in the same result stands its model.
 */
final class ResultLists {

    private ResultLists() {}

    /**
     * {@return the scheme of the result that holds the rows; null if that is not a bounded network, or was kept without its
     * model}
     *
     * @param rows rows with predictions, the very object
     */
    static @Nullable BoundedMLPOptions schemeOf(Instances rows) {
        for (Window window : Window.getWindows()) {
            BoundedMLPOptions scheme = schemeOf(rows, window);
            if (scheme != null) {
                return scheme;
            }
        }
        return null;
    }

    /** The same for the lists in one container. */
    static @Nullable BoundedMLPOptions schemeOf(Instances rows, Container container) {
        if (container instanceof ResultHistoryPanel list) {
            return schemeOf(rows, list);
        }
        for (Component component : container.getComponents()) {
            BoundedMLPOptions scheme = component instanceof Container inner ? schemeOf(rows, inner) : null;
            if (scheme != null) {
                return scheme;
            }
        }
        return null;
    }

    private static @Nullable BoundedMLPOptions schemeOf(Instances rows, ResultHistoryPanel list) {
        for (int i = 0; i < list.getList().getModel().getSize(); i++) {
            if (list.getNamedObject(list.getNameAtIndex(i)) instanceof List<?> result && holds(result, rows)) {
                return result.stream()
                        .filter(BoundedMLPOptions.class::isInstance)
                        .map(BoundedMLPOptions.class::cast)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    @SuppressWarnings("ReferenceEquality") // equal rows of another result would have another model
    private static boolean holds(List<?> result, Instances rows) {
        return result.stream().anyMatch(part -> part instanceof VisualizePanel panel && panel.getInstances() == rows);
    }
}
