package weka.classifiers.functions.boundedmlp.plot;

import java.awt.Component;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;

/**
 * The menu "Plugins" of the Explorer's result list. Weka shows it as soon as any plugin is installed, even for a result for
 * which none has an entry.
 */
final class EmptyPluginsMenu {

    private EmptyPluginsMenu() {}

    /** Hides the menu if it is empty, once Weka has built the menu that it stands in and shows that. */
    static void hideSoon() {
        SwingUtilities.invokeLater(() -> {
            for (MenuElement shown : MenuSelectionManager.defaultManager().getSelectedPath()) {
                if (shown instanceof JPopupMenu popup) {
                    hide(popup);
                }
            }
        });
    }

    /** Hides the menu if it is among the entries of the given one, and empty. */
    static void hide(JPopupMenu popup) {
        for (Component entry : popup.getComponents()) {
            if (entry instanceof JMenu menu && menu.getText().equals("Plugins") && menu.getMenuComponentCount() == 0) {
                menu.setVisible(false);
                popup.pack();
            }
        }
    }
}
