package weka.classifiers.functions.boundedmlp.speed;

/** A part of the comparison that can be run by itself. */
interface Section {
    /** The name that {@code -Dspeed.sections} knows. */
    String name();

    /** The heading. */
    String title();

    /**
     * Measures, and writes what came out.
     *
     * @param harness what starts processes
     * @param report this section's part of the report
     */
    void run(Harness harness, SectionReport report) throws Exception;
}
