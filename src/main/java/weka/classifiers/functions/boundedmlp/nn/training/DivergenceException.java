package weka.classifiers.functions.boundedmlp.nn.training;

/** Thrown if a loss, a gradient, a weight or an output is no longer a finite number. */
final class DivergenceException extends Exception {

    private static final long serialVersionUID = 1L;
}
