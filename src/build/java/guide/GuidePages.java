package guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Makes the pages of the package's guide: converts README.md and the other Markdown files to HTML pages that link to
 * each other and can be read without the network. build_package.xml runs it.
 */
final class GuidePages {
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    /** The folder of the pictures below that of the pages. */
    private static final String PICTURES = "images/";

    private final Path root;
    private final Path folder;

    /** The names of the pages by Markdown file, in the order of the menu. */
    private final Map<Path, String> names = new LinkedHashMap<>();

    private final Set<Path> pictures = new TreeSet<>();

    private GuidePages(Path root, Path folder, List<Path> sources) {
        this.root = root;
        this.folder = folder;
        for (Path source : sources) {
            String name = source.getFileName().toString();
            names.put(
                    source,
                    name.equals("README.md")
                            ? "index.html"
                            : name.toLowerCase(Locale.ROOT).replaceFirst("\\.md$", ".html"));
        }
    }

    /**
     * Makes the pages.
     *
     * @param arguments the folder of the sources, the folder for the pages, the name of the project, and the Markdown
     *     files in the order of the menu, as paths relative to the first folder
     * @throws IllegalArgumentException if a file has no heading or links to a file that does not exist
     */
    public static void main(String[] arguments) throws IOException {
        // The anchors of headings are in lower case: the same on every machine.
        Locale.setDefault(Locale.ROOT);
        List<Path> sources = new ArrayList<>();
        for (String source : List.of(arguments).subList(3, arguments.length)) {
            sources.add(Path.of(source));
        }
        new GuidePages(Path.of(arguments[0]), Path.of(arguments[1]), sources).write(arguments[2]);
    }

    private void write(String project) throws IOException {
        Files.createDirectories(folder);
        Map<Path, Node> documents = new LinkedHashMap<>();
        Map<Path, String> titles = new LinkedHashMap<>();
        for (Path source : names.keySet()) {
            Node document = PARSER.parse(Files.readString(root.resolve(source)));
            documents.put(source, document);
            titles.put(source, title(source, document));
        }
        for (Map.Entry<Path, Node> page : documents.entrySet()) {
            Path source = page.getKey();
            page.getValue().accept(new Relinking(source));
            String html = page(project, source, titles, RENDERER.render(page.getValue()));
            Files.writeString(folder.resolve(nameOf(source)), html);
        }
        Files.createDirectories(folder.resolve(PICTURES));
        for (Path picture : pictures) {
            Files.copy(
                    root.resolve(picture),
                    folder.resolve(PICTURES + picture.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String nameOf(Path source) {
        return names.getOrDefault(source, "");
    }

    /** The text of the first heading. */
    private static String title(Path source, Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                return TextContentRenderer.builder().build().render(node).strip();
            }
        }
        throw new IllegalArgumentException(source + " has no heading");
    }

    private String page(String project, Path current, Map<Path, String> titles, String body) {
        StringBuilder menu = new StringBuilder();
        titles.forEach((source, title) -> menu.append("<li><a href=\"")
                .append(nameOf(source))
                .append(source.equals(current) ? "\" aria-current=\"page" : "")
                .append("\">")
                .append(escape(title))
                .append("</a></li>\n"));
        String title = titles.getOrDefault(current, "");
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="guide.css">
                </head>
                <body>
                <nav aria-label="Pages">
                <ul>
                %s<li><a href="../doc/index.html">Javadoc</a></li>
                </ul>
                </nav>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(
                        escape(title.equals(project) ? project : title + " - " + project),
                        menu,
                        body.replace("<table>", "<div class=\"table\"><table>").replace("</table>", "</table></div>"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Changes the links and pictures of a page to the places that their files have in the package. */
    private final class Relinking extends AbstractVisitor {
        private final Path source;

        Relinking(Path source) {
            this.source = source;
        }

        @Override
        public void visit(Link link) {
            link.setDestination(relinked(link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            pictures.add(source.resolveSibling(image.getDestination()).normalize());
            image.setDestination(PICTURES + image.getDestination().replaceFirst(".*/", ""));
            visitChildren(image);
        }

        private String relinked(String destination) {
            if (ELSEWHERE.matcher(destination).matches() || destination.startsWith("#")) {
                return destination;
            }
            int hash = destination.indexOf('#');
            String fragment = hash < 0 ? "" : destination.substring(hash);
            String file = hash < 0 ? destination : destination.substring(0, hash);
            Path target = source.resolveSibling(file).normalize();
            if (names.containsKey(target)) {
                return nameOf(target) + fragment;
            }
            if (!Files.exists(root.resolve(target))) {
                throw new IllegalArgumentException(source + " links to " + destination + ", which does not exist");
            }
            return "../" + target.toString().replace('\\', '/') + fragment;
        }
    }
}
