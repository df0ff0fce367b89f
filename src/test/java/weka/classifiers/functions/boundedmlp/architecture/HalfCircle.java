package weka.classifiers.functions.boundedmlp.architecture;

/** The other half of {@link Circle}. */
final class HalfCircle {

    private HalfCircle() {}

    static int around(int turns) {
        return Circle.around(turns);
    }
}
