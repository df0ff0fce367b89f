package weka.classifiers.functions.boundedmlp.architecture;

/** A sealed interface and what it permits know each other, which the rule against cycles allows. */
public sealed interface Family permits Child {}
