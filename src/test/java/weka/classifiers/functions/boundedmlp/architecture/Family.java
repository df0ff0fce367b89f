package weka.classifiers.functions.boundedmlp.architecture;

/** A sealed interface and its permitted classes depend on each other, which the rule against cycles allows. */
public sealed interface Family permits Child {}
