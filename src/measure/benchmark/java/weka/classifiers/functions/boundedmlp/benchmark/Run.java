package weka.classifiers.functions.boundedmlp.benchmark;

/** One learner on one file with one seed. */
record Run(DataFile file, Learner learner, RunKey key) {}
