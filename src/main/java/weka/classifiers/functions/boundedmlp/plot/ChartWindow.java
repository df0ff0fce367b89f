package weka.classifiers.functions.boundedmlp.plot;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;

/** A window with a chart. The chart can be zoomed with the mouse and saved as a picture or as data. */
final class ChartWindow extends JFrame {

    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 820;
    private static final int HEIGHT = 620;

    /** The number of pixels of a saved picture per pixel on the screen, in both directions. */
    private static final int FINENESS = 2;

    private final ChartPanel panel;

    private ChartWindow(String title, JFreeChart chart, Supplier<String> csv) {
        super(title);
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        panel = panel(chart);
        add(panel, BorderLayout.CENTER);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
        buttons.add(button("Save picture...", "png", "PNG pictures", this::writePicture));
        buttons.add(
                button("Save data...", "csv", "Comma-separated values", file -> Files.writeString(file, csv.get())));
        add(buttons, BorderLayout.SOUTH);
    }

    /** Something that writes a file. */
    private interface Writer {
        void write(Path file) throws IOException;
    }

    /**
     * Opens a window.
     *
     * @param title the window's title
     * @param chart the chart that it shows
     * @param csv makes the chart's data as comma-separated values
     */
    static void open(String title, JFreeChart chart, Supplier<String> csv) {
        ChartWindow window = new ChartWindow(title, chart, csv);
        for (Frame frame : Frame.getFrames()) {
            if (frame.isActive()) {
                window.setIconImage(frame.getIconImage());
            }
        }
        window.pack();
        window.setLocationByPlatform(true);
        window.setVisible(true);
    }

    private static ChartPanel panel(JFreeChart chart) {
        // the context menu prints and zooms; saving has its own buttons
        ChartPanel panel = new ChartPanel(chart, false, false, true, true, true);
        panel.setPreferredSize(new Dimension(WIDTH, HEIGHT));
        // otherwise letters would be stretched with the window
        panel.setMinimumDrawWidth(0);
        panel.setMinimumDrawHeight(0);
        panel.setMaximumDrawWidth(Integer.MAX_VALUE);
        panel.setMaximumDrawHeight(Integer.MAX_VALUE);
        panel.setMouseWheelEnabled(true);
        panel.setInitialDelay(100);
        return panel;
    }

    private JButton button(String text, String extension, String kind, Writer writer) {
        JButton button = new JButton(text);
        button.addActionListener(event -> save(text, extension, kind, writer));
        return button;
    }

    private void writePicture(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ChartUtils.writeScaledChartAsPNG(
                    out, panel.getChart(), panel.getWidth(), panel.getHeight(), FINENESS, FINENESS);
        }
    }

    private void save(String title, String extension, String kind, Writer writer) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(title);
        chooser.setFileFilter(new FileNameExtensionFilter(kind, extension));
        if (chooser.showSaveDialog(this) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        String chosen = chooser.getSelectedFile().getPath();
        String file = chosen.toLowerCase(Locale.ROOT).endsWith("." + extension) ? chosen : chosen + "." + extension;
        try {
            Path path = Path.of(file);
            if (!Files.exists(path) || confirms(file + " exists. Replace it?")) {
                writer.write(path);
            }
        } catch (IOException | InvalidPathException e) {
            JOptionPane.showMessageDialog(
                    this, file + " could not be written: " + reason(e), title, JOptionPane.ERROR_MESSAGE);
        }
    }

    /** Why a file could not be written. The message of some exceptions is only its name. */
    static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "its folder does not exist.";
        }
        if (failure instanceof AccessDeniedException) {
            return "access is denied.";
        }
        if (failure instanceof InvalidPathException invalid) {
            return "the name is not allowed here (" + invalid.getReason() + ").";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason() + ".";
        }
        return String.valueOf(failure.getMessage());
    }

    private boolean confirms(String question) {
        return JOptionPane.showConfirmDialog(this, question, "Replace", JOptionPane.YES_NO_OPTION)
                == JOptionPane.YES_OPTION;
    }
}
