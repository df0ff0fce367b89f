package weka.classifiers.functions.boundedmlp.benchmark;

/** The reason why a benchmark or speed comparison cannot go on, as one sentence for its user; Maven prints it. */
public final class BenchmarkFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure.
     *
     * @param sentence what is wrong and what is allowed, starting in lower case
     */
    public BenchmarkFailure(String sentence) {
        super("Benchmark: " + sentence);
    }
}
