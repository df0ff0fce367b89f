package weka.classifiers.functions.boundedmlp.benchmark;

/** A reason why the benchmark cannot go on, in one sentence for the person who started it; Maven shows it. */
public final class BenchmarkFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure.
     *
     * @param sentence what is wrong and what is allowed
     */
    public BenchmarkFailure(String sentence) {
        super("Benchmark: " + sentence);
    }
}
