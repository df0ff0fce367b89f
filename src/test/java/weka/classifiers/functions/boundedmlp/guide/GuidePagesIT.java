package weka.classifiers.functions.boundedmlp.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guide's pages in the package zip are all there, linked to each other, and complete without a network. */
class GuidePagesIT {
    private static final Pattern LINK = Pattern.compile("<(\\w+) [^>]*?(href|src)=\"([^\"]*)\"");

    private static final Map<String, byte[]> zip = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(Path.of(property("package.zip"))))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    @Test
    void everyPageIsThere() throws IOException {
        assertThat(pages()).contains("guide/changelog.html");
        for (Path source : GuideBlock.pages()) {
            String name = source.getFileName().toString();
            String page = name.equals("README.md")
                    ? "guide/index.html"
                    : "guide/" + name.toLowerCase(Locale.ROOT).replace(".md", ".html");
            String title = Files.readAllLines(source).get(0).substring(2);
            assertThat(text(page)).containsPattern("<h1[^>]*>" + Pattern.quote(title) + "</h1>");
            for (String other : pages()) {
                assertThat(text(other))
                        .as("the menu of %s", other)
                        .containsPattern("<li><a href=\"" + page.substring("guide/".length()) + "\"[^>]*>" + title);
            }
        }
    }

    @Test
    void everyLinkAndPictureLeadsToSomethingInThePackage() {
        assertThat(text("guide/explorer.html")).contains("<img src=\"images/network.png\" alt=\"The network\"");
        assertThat(text("guide/results.html")).contains("<table>");
        for (String page : pages()) {
            assertThat(brokenLinks(page, text(page))).as(page).isEmpty();
        }
        assertThat(
                        brokenLinks(
                                "guide/index.html",
                                "<a href=\"no.html\"><a href=\"explorer.html#no\"><a href=\"https://x.org/\">"
                                        + "<img src=\"https://x.org/y.png\"><a href=\"../src/doc/explorer.md\"><img src=\"images/network.png\">"))
                .containsExactly("no.html", "explorer.html#no", "https://x.org/y.png", "../src/doc/explorer.md");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        for (String page : pages()) {
            assertThat(text(page)).doesNotContain("<script", "<iframe", "@import", "url(");
        }
        assertThat(text("guide/guide.css")).doesNotContain("@import", "url(", "http");
    }

    @Test
    void thePicturesAreThoseOfTheRepository() throws IOException {
        List<String> pictures = zip.keySet().stream()
                .filter(name -> name.matches("guide/images/.+"))
                .toList();
        assertThat(pictures).hasSizeGreaterThanOrEqualTo(5);
        for (String picture : pictures) {
            assertThat(Path.of(picture.replace("guide/", "src/doc/"))).hasBinaryContent(zip.get(picture));
        }
    }

    /** What a page refers to that is not in the package. Links may lead elsewhere, but what is loaded may not. */
    private static List<String> brokenLinks(String page, String html) {
        return LINK.matcher(html)
                .results()
                .filter(link -> !resolves(page, link))
                .map(link -> link.group(3))
                .toList();
    }

    private static boolean resolves(String page, MatchResult link) {
        String target = link.group(3);
        if (link.group(1).equals("a") && target.startsWith("https://")) {
            return true;
        }
        String[] parts = target.split("#", 2);
        String file = parts[0].isEmpty()
                ? page
                : Path.of(page).resolveSibling(parts[0]).normalize().toString().replace('\\', '/');
        return zip.containsKey(file)
                && !file.endsWith(".md")
                && (parts.length == 1 || text(file).contains("id=\"" + parts[1] + "\""));
    }

    private static List<String> pages() {
        List<String> pages = zip.keySet().stream()
                .filter(name -> name.matches("guide/.*\\.html"))
                .toList();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(10);
        return pages;
    }

    private static String text(String name) {
        return new String(
                Optional.ofNullable(zip.get(name)).orElseThrow(() -> new AssertionError("not in the zip: " + name)),
                StandardCharsets.UTF_8);
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("Run by Maven only, which sets " + name));
    }
}
