package weka.classifiers.functions.boundedmlp.architecture;

/** Depends on itself by way of another class, for the test of the rule that forbids it. */
public final class Circle {

    private Circle() {}

    /** Goes once around. */
    public static int around(int turns) {
        return turns == 0 ? 0 : HalfCircle.around(turns - 1);
    }
}
