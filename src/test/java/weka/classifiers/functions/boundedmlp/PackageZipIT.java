package weka.classifiers.functions.boundedmlp;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.BoundedMLPRegressor;

/** The contents of the built zip: what a package needs, at its root, and nothing else. */
class PackageZipIT {
    /** Major version of the class files of Java 17. */
    private static final int JAVA_17 = 61;

    /**
     * What Javadoc adds to the pages of classes, in any of its versions: pages of packages, lists, scripts, pictures
     * and licences.
     */
    private static final String PAGE_OF_THE_TOOL = "doc/(.*/package-(summary|tree|use)\\.html"
            + "|(index|allclasses-index|allpackages-index|constant-values|deprecated-list|help-doc|index-all|overview-summary"
            + "|overview-tree|search|search-tags|serialized-form|system-properties)\\.html"
            + "|element-list|[a-z.-]+\\.(js|css)|(legal|resources|resource-files|script-dir|script-files)/[A-Za-z0-9._-]+)";

    /** Name and bytes of every file in the zip. */
    private static Map<String, byte[]> zip;

    /** Name and bytes of every file in the jar of the zip. */
    private static Map<String, byte[]> jar;

    @BeforeAll
    static void read() throws IOException {
        zip = files(Files.newInputStream(Path.of(property("package.zip"))));
        assertThat(zip).containsKey("boundedMLP.jar");
        jar = files(new ByteArrayInputStream(bytes("boundedMLP.jar")));
    }

    @Test
    void theRootHoldsWhatAPackageNeedsAndNothingElse() {
        Set<String> expected = Set.of(
                "boundedMLP.jar",
                "Description.props",
                "PluginManager.props",
                "build_package.xml",
                "pom.xml",
                "README.md",
                "LICENSE",
                "CHANGELOG.md",
                "CITATION.cff",
                "CONTRIBUTING.md",
                "SECURITY.md",
                "data/",
                "doc/",
                "guide/",
                "lib/",
                "src/");
        assertThat(zip.keySet().stream()
                        .map(name -> name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : name)
                        .collect(toSet()))
                .isEqualTo(expected);
    }

    @Test
    void filesAreThoseOfTheRepository() throws IOException {
        for (String name : zip.keySet()) {
            if (!name.matches("(doc|guide|data|lib)/.*") && !name.equals("boundedMLP.jar")) {
                Path origin = Path.of(name.equals("PluginManager.props") ? "src/main/package/" + name : name);
                assertThat(origin).isRegularFile().hasBinaryContent(bytes(name));
            }
        }
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .map(file -> file.toString().replace('\\', '/'))
                            .collect(toSet()))
                    .as("sources")
                    .isEqualTo(zip.keySet().stream()
                            .filter(name -> name.startsWith("src/"))
                            .collect(toSet()));
        }
    }

    @Test
    void exampleData() {
        assertThat(zip.keySet().stream().filter(name -> name.startsWith("data/")))
                .containsExactly(
                        "data/fares.arff",
                        "data/new-fares.arff",
                        "data/rain-experiment.xml",
                        "data/rain-flow.kf",
                        "data/seattle_rain.arff")
                .allSatisfy(name -> assertThat(bytes(name)).isEqualTo(bytes("src/main/" + name)));
        assertThat(text("data/seattle_rain.arff")).contains("NOAA", "public domain", "@relation seattle_rain");
        assertThat(text("data/fares.arff")).contains("NYC TLC", "NYC open data", "@relation taxi_fare");
    }

    @Test
    void theOneLibraryIsThatOfTheBuild() throws Exception {
        Path library = Path.of(JFreeChart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(zip.keySet().stream().filter(name -> name.startsWith("lib/")))
                .containsExactly("lib/" + library.getFileName());
        assertThat(library).hasBinaryContent(bytes("lib/" + library.getFileName()));
        assertThat(sha256(bytes("lib/" + library.getFileName())))
                .as("that of jfreechart-1.5.6.jar in Maven Central")
                .isEqualTo("be7ae6310ca005ac98eceb74fa514af88cad098c808845786f762ca08a5b4bb3");
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void everyPluginIsAPluginOfItsKind() throws Exception {
        Properties plugins = new Properties();
        plugins.load(new ByteArrayInputStream(bytes("PluginManager.props")));
        assertThat(plugins).hasSize(2);
        for (String type : plugins.stringPropertyNames()) {
            Object plugin =
                    Class.forName(plugins.getProperty(type)).getConstructor().newInstance();
            assertThat(plugin).isInstanceOf(Class.forName(type));
            assertThat(jar).containsKey(plugins.getProperty(type).replace('.', '/') + ".class");
        }
    }

    @Test
    void sourcesAreWhatVersionControlDoesNotIgnore() throws Exception {
        assumeTrue(Files.exists(Path.of(".git")), "no repository");
        Process git = new ProcessBuilder(
                        "git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "src")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        assertThat(zip.keySet().stream().filter(name -> name.startsWith("src/")))
                .containsExactlyInAnyOrderElementsOf(listed.lines().toList());
    }

    @Test
    void documentation() throws IOException {
        for (String name : zip.keySet()) {
            if (name.startsWith("doc/")) {
                assertThat(Path.of("target/reports/apidocs", name.substring("doc/".length())))
                        .as("what Javadoc made of %s", name)
                        .hasBinaryContent(bytes(name));
                assertThat(name.matches(PAGE_OF_THE_TOOL) || jar.containsKey(classOfPage(name)))
                        .as("%s is the page of one of our classes, or Javadoc's own", name)
                        .isTrue();
            }
        }
        assertThat(zip).containsKeys("doc/index.html", "doc/weka/classifiers/functions/BoundedMLPRegressor.html");
        assertThat(zip.keySet().stream().filter(name -> name.startsWith("doc/")))
                .as("temporary files of Javadoc")
                .noneMatch(name -> name.matches(".*(\\.sh|\\.bat|/options|/packages|\\.java)"));
    }

    /** The class file that a page of the documentation describes. The page's name has a dot before a nested class. */
    private static String classOfPage(String page) {
        String path = page.substring("doc/".length()).replace("class-use/", "").replaceFirst("\\.html$", "");
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + path.substring(name).replace('.', '$') + ".class";
    }

    @Test
    void theJarHoldsTheCompiledClassesAndNothingElse() throws Exception {
        Path classes = Path.of(BoundedMLPRegressor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> compiled = new TreeSet<>(Set.of("META-INF/MANIFEST.MF"));
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                compiled.add(name);
                assertThat(jar).containsKey(name);
                assertThat(file).hasBinaryContent(jar.get(name));
            }
        }
        assertThat(jar.keySet()).isEqualTo(compiled);
        for (String name : zip.keySet()) {
            if (name.matches("src/main/java/.*(?<!package-info)\\.java")) {
                assertThat(jar)
                        .containsKey(name.replaceFirst("src/main/java/", "").replaceFirst("java$", "class"));
            }
        }
    }

    @Test
    void theJarHoldsOurClassesOnly() throws IOException {
        assertThat(jar).containsKey("weka/classifiers/functions/BoundedMLPRegressor.class");
        for (Map.Entry<String, byte[]> entry : jar.entrySet()) {
            String name = entry.getKey();
            if (name.endsWith(".class")) {
                String source = name.replaceFirst("(\\$.*)?\\.class$", ".java");
                assertThat(zip).as("source of " + name).containsKey("src/main/java/" + source);
                DataInputStream header = new DataInputStream(new ByteArrayInputStream(entry.getValue()));
                assertThat(header.readInt()).isEqualTo(0xCAFEBABE);
                header.readUnsignedShort();
                assertThat(header.readUnsignedShort())
                        .as("class version of " + name)
                        .isEqualTo(JAVA_17);
            } else if (!name.equals("META-INF/MANIFEST.MF")) {
                assertThat(zip).as("source of " + name).containsKey("src/main/resources/" + name);
            }
        }
    }

    @Test
    void descriptionHasEveryKeyOfWekasTemplate() throws IOException {
        Properties description = description();
        assertThat(description.stringPropertyNames())
                .containsExactlyInAnyOrder(
                        "PackageName",
                        "Version",
                        "Date",
                        "Title",
                        "Category",
                        "Author",
                        "Maintainer",
                        "License",
                        "Description",
                        "Changes",
                        "PackageURL",
                        "URL",
                        "Enhances",
                        "Related",
                        "Depends",
                        "JVMVersion",
                        "MessageToDisplayOnInstallation");
        assertThat(description.stringPropertyNames().stream()
                        .filter(key -> !key.equals("Enhances"))
                        .map(description::getProperty))
                .allSatisfy(value -> assertThat(value).isNotBlank());
        assertThat(description)
                .containsEntry("PackageName", "boundedMLP")
                .containsEntry("Category", "Regression")
                .containsEntry("Depends", "weka (>=3.8.6)")
                .containsEntry("JVMVersion", ">16");
        assertThat(LocalDate.parse(description.getProperty("Date"))).isAfter(LocalDate.EPOCH);
    }

    @Test
    void everyFileNamesTheSameVersion() throws IOException {
        String version = property("package.version");
        assertThat(description().getProperty("Version")).isEqualTo(version);
        assertThat(description().getProperty("PackageURL")).contains("/v" + version + "/");
        assertThat(text("CHANGELOG.md")).contains("## [" + version + "]");
        assertThat(text("CITATION.cff")).contains("\nversion: " + version + "\n");
        assertThat(new String(jar.get("META-INF/MANIFEST.MF"), StandardCharsets.UTF_8))
                .contains("Implementation-Version: " + version);
    }

    @Test
    void everyEntryHasTheSameTime() throws IOException {
        Set<Object> times = new TreeSet<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(Path.of(property("package.zip"))))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                times.add(entry.getTimeLocal());
            }
        }
        assertThat(times)
                .as("times of the entries, equal so that two builds of the same sources are equal")
                .hasSize(1);
    }

    private static Properties description() throws IOException {
        Properties result = new Properties();
        result.load(new InputStreamReader(
                new ByteArrayInputStream(bytes("Description.props")), StandardCharsets.ISO_8859_1));
        return result;
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        return Optional.ofNullable(zip.get(name)).orElseThrow(() -> new AssertionError("not in the zip: " + name));
    }

    private static Map<String, byte[]> files(InputStream stream) throws IOException {
        Map<String, byte[]> result = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(stream)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    assertThat(result.put(entry.getName(), in.readAllBytes()))
                            .as("twice: " + entry)
                            .isNull();
                }
            }
        }
        return result;
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("Run by Maven only, which sets " + name));
    }
}
