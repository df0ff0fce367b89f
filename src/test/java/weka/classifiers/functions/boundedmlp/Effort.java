package weka.classifiers.functions.boundedmlp;

/**
 * How much the tests that draw their cases at random do: the system property {@code trust.times} multiplies it, so that the
 * same tests can run for a minute with every build and for a night now and then.
 */
final class Effort {

    private static final int TIMES = Integer.getInteger("trust.times", 1);

    private Effort() {}

    /** The number of cases to try, from the number that every build tries. */
    static int of(int cases) {
        return Math.multiplyExact(cases, TIMES);
    }
}
