package weka.classifiers.functions.boundedmlp;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;

/** The class path of the tests, for processes that get a part of it. */
final class ClassPath {
    private ClassPath() {}

    /** All of it except the package and its library, which must come from where the package manager put them. */
    static List<Path> withoutThePackage() throws Exception {
        return without(BoundedMLPRegressor.class, JFreeChart.class);
    }

    /** All of it except Weka, because the process uses a Weka of its own. */
    static List<Path> withoutWeka() throws Exception {
        return without(Instances.class);
    }

    private static List<Path> without(Class<?>... types) throws Exception {
        List<Path> left = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .filter(entry -> Files.isDirectory(entry) || entry.toString().endsWith(".jar"))
                .collect(Collectors.toList());
        for (Class<?> type : types) {
            left.remove(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        return left;
    }
}
