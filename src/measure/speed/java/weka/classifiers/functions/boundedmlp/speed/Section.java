package weka.classifiers.functions.boundedmlp.speed;

/** A part of the comparison that can be run alone. */
interface Section {
    /** The name in {@code -Dspeed.sections}. */
    String name();

    /** The heading in the report. */
    String title();

    /**
     * Measures, and reports the results.
     *
     * @param harness starts the processes
     * @param report the section's part of the report
     */
    void run(Harness harness, SectionReport report) throws Exception;
}
