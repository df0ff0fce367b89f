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
 * Workarounds for Weka's Explorer.
 *
 * <p><b>The log.</b> The Explorer gives its log to a scheme that it builds, but not to the copy of a model that it
 * trains further. Nobody would see the progress and failures of that copy. So the log that was last given to any scheme
 * is remembered through a weak reference, and the copy uses it: {@link #remember} and {@link #latestLog}. Both can go
 * once Weka gives the copy its log.
 *
 * <p><b>Stop.</b> If a user stops the further training of a model between two epochs, the Explorer ends its own thread
 * and does not notify the scheme. Later it may call {@code done()} from another thread, only to clean up the model. The
 * epochs before the stop must not become part of the model then. So if the Explorer ends a training that another thread
 * left behind, it is dropped: {@link #leftBehind}. Other programs may train and end on different threads. It can go
 * once Weka calls {@code done()} after a stop, or cleans up in some other way.
 *
 * <p><b>The model of predictions.</b> The Explorer passes a plugin the rows with their predictions, but not the model
 * that made them. A result list in some open window holds these rows, and the same result holds the model. So all
 * windows are searched: {@link #sameResult}. It can go once Weka passes the model, too.
 *
 * <p><b>The menu "Plugins".</b> The Explorer shows this submenu for a result as soon as any plugin is installed, even
 * if no plugin has an entry for the result. So plugins without an entry hide the empty menu: {@link
 * #hideEmptyPluginsMenuSoon}. It can go once Weka hides an empty menu itself.
 */
public final class ExplorerWorkarounds {

    private static volatile WeakReference<Logger> latestLog = new WeakReference<>(null);

    private ExplorerWorkarounds() {}

    /**
     * Remembers a log as the latest.
     *
     * @param log the log that a scheme was given; null changes nothing
     */
    public static void remember(@Nullable Logger log) {
        if (log != null) {
            latestLog = new WeakReference<>(log);
        }
    }

    /** {@return the log that was remembered last; null if there was none or nobody else refers to it any more} */
    public static @Nullable Logger latestLog() {
        return latestLog.get();
    }

    /**
     * {@return whether a resumed training was left behind by a thread of the Explorer that was stopped, and the
     * Explorer only cleans up now}
     *
     * @param trainer the thread that began the training or trained its latest epoch
     */
    public static boolean leftBehind(@Nullable Thread trainer) {
        return trainer != Thread.currentThread()
                && StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame -> frame.getClassName().startsWith("weka.gui.explorer.")));
    }

    /**
     * {@return the first part of the given class in the result that holds the rows; null if no open window has such a
     * result, or the result has no such part}
     *
     * @param rows rows with predictions; compared by identity
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

    /** Does the same for the result lists in one container. */
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

    @SuppressWarnings("ReferenceEquality") // equal rows of another result have another model
    private static boolean holds(List<?> result, Instances rows) {
        return result.stream().anyMatch(part -> part instanceof VisualizePanel panel && panel.getInstances() == rows);
    }

    /** Hides the "Plugins" menu if it is empty, as soon as Weka has built and shown the menu that contains it. */
    public static void hideEmptyPluginsMenuSoon() {
        SwingUtilities.invokeLater(() -> {
            for (MenuElement shown : MenuSelectionManager.defaultManager().getSelectedPath()) {
                if (shown instanceof JPopupMenu popup) {
                    hideEmptyPluginsMenu(popup);
                }
            }
        });
    }

    /** Hides the "Plugins" menu if it is an entry of the given menu and empty. */
    static void hideEmptyPluginsMenu(JPopupMenu popup) {
        for (Component entry : popup.getComponents()) {
            if (entry instanceof JMenu menu && menu.getText().equals("Plugins") && menu.getMenuComponentCount() == 0) {
                menu.setVisible(false);
                popup.pack();
            }
        }
    }
}
