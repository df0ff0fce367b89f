package weka.classifiers.functions.boundedmlp.explorer;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.lang.ref.WeakReference;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;
import weka.gui.Logger;
import weka.gui.ResultHistoryPanel;
import weka.gui.visualize.VisualizePanel;

/**
 * All that is here only because of what Weka's Explorer does, or does not do.
 *
 * <p><b>The log.</b> The Explorer gives its log to a scheme that it builds, but not to the copy of a model that it trains
 * further, whose progress and failures would be seen by nobody. So the log that any scheme was given last is remembered,
 * weakly, and such a copy uses it: {@link #remember} and {@link #latestLog}. Both can go once Weka gives the copy its log.
 *
 * <p><b>Stop.</b> If a user stops the further training of a model between two epochs, the Explorer ends its own thread
 * and does not tell the scheme. Later it may call {@code done()} from another thread, only to clean the model up; the epochs
 * before the stop must not become part of the model then. So a training that another thread left behind is dropped:
 * {@link #leftBehind}. It can go once Weka calls {@code done()} after a stop, or cleans up in some other way.
 *
 * <p><b>The model of predictions.</b> The Explorer hands a plugin the rows with their predictions and does not say which
 * model made them. But a result list in some open window holds these rows, and the same result holds the model. So all
 * windows are searched: {@link #sameResult}. It can go once Weka hands over the model too.
 *
 * <p><b>The menu "Plugins".</b> The Explorer shows it in the menu of a result as soon as any plugin is installed, even if
 * none has an entry for this result. So plugins without an entry hide it: {@link #hideEmptyPluginsMenuSoon}. It can go
 * once Weka does not show an empty menu.
 */
public final class ExplorerWorkarounds {

    private static volatile WeakReference<Logger> latestLog = new WeakReference<>(null);

    private ExplorerWorkarounds() {}

    /**
     * Remembers a log as the latest.
     *
     * @param log what a scheme was given; nothing changes if it is null
     */
    public static void remember(@Nullable Logger log) {
        if (log != null) {
            latestLog = new WeakReference<>(log);
        }
    }

    /** {@return the log that was remembered last; null if there was none, or nobody else uses it any more} */
    public static @Nullable Logger latestLog() {
        return latestLog.get();
    }

    /**
     * {@return whether a further training was left behind by a thread that was stopped}
     *
     * @param trainer the thread that began the training, or trained its latest epoch
     */
    public static boolean leftBehind(@Nullable Thread trainer) {
        return trainer != Thread.currentThread();
    }

    /**
     * {@return the first part of a kind in the result that holds the rows; null if no open window has such a result, or the
     * result has no such part}
     *
     * @param rows rows with predictions, the very object
     * @param kind the class of the part, such as that of the model
     */
    public static <T> @Nullable T sameResult(Instances rows, Class<T> kind) {
        for (Window window : Window.getWindows()) {
            T part = sameResult(rows, kind, window);
            if (part != null) {
                return part;
            }
        }
        return null;
    }

    /** The same for the result lists in one container. */
    static <T> @Nullable T sameResult(Instances rows, Class<T> kind, Container container) {
        if (container instanceof ResultHistoryPanel list) {
            return sameResult(rows, kind, list);
        }
        for (Component component : container.getComponents()) {
            T part = component instanceof Container inner ? sameResult(rows, kind, inner) : null;
            if (part != null) {
                return part;
            }
        }
        return null;
    }

    private static <T> @Nullable T sameResult(Instances rows, Class<T> kind, ResultHistoryPanel list) {
        for (int i = 0; i < list.getList().getModel().getSize(); i++) {
            if (list.getNamedObject(list.getNameAtIndex(i)) instanceof List<?> result && holds(result, rows)) {
                return result.stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
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

    /** Hides the menu if it is empty, once Weka has built the menu that it stands in and shows that. */
    public static void hideEmptyPluginsMenuSoon() {
        SwingUtilities.invokeLater(() -> {
            for (MenuElement shown : MenuSelectionManager.defaultManager().getSelectedPath()) {
                if (shown instanceof JPopupMenu popup) {
                    hideEmptyPluginsMenu(popup);
                }
            }
        });
    }

    /** Hides the menu if it is among the entries of the given one, and empty. */
    static void hideEmptyPluginsMenu(JPopupMenu popup) {
        for (Component entry : popup.getComponents()) {
            if (entry instanceof JMenu menu && menu.getText().equals("Plugins") && menu.getMenuComponentCount() == 0) {
                menu.setVisible(false);
                popup.pack();
            }
        }
    }
}
