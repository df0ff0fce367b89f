package weka.classifiers.functions.boundedmlp.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A fenced block of the README or the guide.
 *
 * @param page the file
 * @param line the line of its fence, counted from 1
 * @param language the word after the opening fence
 * @param text the lines between the fences
 */
record GuideBlock(Path page, int line, String language, String text) {

    static final Path README = Path.of("README.md");

    /** The README, the other pages at the root, and all pages of the guide. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README, Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md")));
        try (Stream<Path> files = Files.list(Path.of("src/doc"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    /** The blocks of a page, from top to bottom. */
    static List<GuideBlock> of(Path page) throws IOException {
        List<GuideBlock> blocks = new ArrayList<>();
        Parser parser =
                Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
        parser.parse(Files.readString(page)).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                int line = block.getSourceSpans().get(0).getLineIndex() + 1;
                blocks.add(new GuideBlock(page, line, block.getInfo(), block.getLiteral()));
            }
        });
        return blocks;
    }

    /** The only block of a language on a page. */
    static GuideBlock only(Path page, String language) throws IOException {
        List<GuideBlock> blocks = of(page).stream()
                .filter(block -> block.language.equals(language))
                .toList();
        assertThat(blocks).as("%s blocks of %s", language, page).hasSize(1);
        return blocks.get(0);
    }

    /** Whether all its lines call Maven or Ant, which cannot run inside a test that they started. */
    boolean isBuild() {
        return language.equals("sh") && text.lines().allMatch(line -> line.matches("(mvn|ant) .*"));
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
