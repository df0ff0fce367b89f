package weka.classifiers.functions.boundedmlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.functions.BoundedMLPRegressor;
import weka.core.Instances;

/** A thread that has predicted, as those of an application server that live on, does not keep the package's classes. */
class UnloadedPackageTest {

    private static final int COLLECTIONS = 50;

    @Test
    void theClassesCanBeUnloadedAfterAPrediction() throws Exception {
        WeakReference<ClassLoader> loader = predictWithClassesOfTheirOwn();
        for (int i = 0; i < COLLECTIONS && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> predictWithClassesOfTheirOwn() throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            path.add(new File(entry).toURI().toURL());
        }
        Instances data = Schemes.numeric(40, 1);
        try (URLClassLoader loader = new Apart(path.toArray(new URL[0]))) {
            Class<?> type = loader.loadClass(BoundedMLPRegressor.class.getName());
            assertThat(type).isNotSameAs(BoundedMLPRegressor.class);
            Classifier scheme = (Classifier) type.getDeclaredConstructor().newInstance();
            scheme.buildClassifier(data);
            assertThat(scheme.classifyInstance(data.instance(0))).isNotNegative();
            return new WeakReference<>(loader);
        }
    }

    /** Loads this package's classes itself, and the others as usual. */
    private static final class Apart extends URLClassLoader {

        Apart(URL[] path) {
            super(path, UnloadedPackageTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                boolean own = name.startsWith("weka.classifiers.functions.BoundedMLP")
                        || name.startsWith("weka.classifiers.functions.boundedmlp");
                return own ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
