package weka.classifiers.functions.boundedmlp.speed;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.functions.boundedmlp.benchmark.MarkdownTable;

/** The results of a section: paragraphs and tables, followed by the table of its targets. */
final class SectionReport {
    private final StringBuilder text = new StringBuilder();
    private final List<Target> targets = new ArrayList<>();

    SectionReport(String title) {
        text.append("## ").append(title).append("\n");
    }

    void paragraph(String sentences) {
        text.append("\n").append(sentences).append("\n");
    }

    void table(MarkdownTable table) {
        text.append("\n").append(table);
    }

    void target(Target target) {
        targets.add(target);
    }

    List<Target> targets() {
        return List.copyOf(targets);
    }

    /** The whole section as Markdown. */
    String text() {
        return targets.isEmpty() ? text.toString() : text + "\n" + table(targets);
    }

    /** A table of targets: what is wanted, what was measured, and whether that reaches it. */
    static MarkdownTable table(List<Target> targets) {
        MarkdownTable table = new MarkdownTable(List.of("Target", "wanted", "measured", "reached"));
        for (Target target : targets) {
            table.row(List.of(target.what(), target.wanted(), target.outcome(), target.verdict()));
        }
        return table;
    }
}
