package weka.classifiers.functions.boundedmlp.architecture;

/** Depends on itself through another class, for the test of the rule that forbids this. */
public final class Circle {

    private Circle() {}

    /** Calls the other half, so that the two classes depend on each other. */
    public static int around(int turns) {
        return turns == 0 ? 0 : HalfCircle.around(turns - 1);
    }
}
