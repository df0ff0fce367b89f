package weka.classifiers.functions.boundedmlp.data;

/**
 * What inputs of the network mean.
 *
 * @param count how many inputs are described, at least 1
 * @param name their name
 * @param meaning how their values follow from the attribute
 */
public record InputDescription(int count, String name, String meaning) {}
