package weka.classifiers.functions.boundedmlp.architecture;

/** Permitted by {@link Family}. */
record Child(int age) implements Family {}
