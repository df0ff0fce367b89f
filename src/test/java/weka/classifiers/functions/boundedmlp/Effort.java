package weka.classifiers.functions.boundedmlp;

/**
 * How many cases the randomised tests draw. The system property {@code trust.times} multiplies this number, so that the
 * same tests can run for seconds in every build and for hours now and then, as in
 * {@code mvn -q -B test -Dtest=RandomWorldsTest -Dtrust.times=400}.
 */
final class Effort {

    private static final int TIMES = Integer.getInteger("trust.times", 1);

    private Effort() {}

    /** The number of cases to try, given the number that every build tries. */
    static int of(int cases) {
        return Math.multiplyExact(cases, TIMES);
    }
}
