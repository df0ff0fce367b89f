package weka.classifiers.functions.boundedmlp.benchmark;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table. The first column is flush left, the others are flush right, also in the source text. */
public final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Creates a table without rows.
     *
     * @param header the names of the columns
     */
    public MarkdownTable(List<String> header) {
        rows.add(List.copyOf(header));
    }

    /** Adds a row with one cell per column. */
    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(Math.max(widths[c], 3), row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            append(text, rows.get(r), widths);
            if (r == 0) {
                text.append("|").append("-".repeat(widths[0] + 2));
                for (int c = 1; c < columns; c++) {
                    text.append("|").append("-".repeat(widths[c] + 1)).append(":");
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        for (int c = 0; c < widths.length; c++) {
            String space = " ".repeat(widths[c] - row.get(c).length());
            text.append("| ")
                    .append(c == 0 ? row.get(c) + space : space + row.get(c))
                    .append(" ");
        }
        text.append("|\n");
    }
}
