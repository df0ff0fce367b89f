package weka.classifiers.functions.boundedmlp.speed;

/** The names of Weka's schemes in the reports and in the arguments of processes. */
final class Schemes {
    static final String OURS = "BoundedMLPRegressor";
    static final String MULTILAYER_PERCEPTRON = "MultilayerPerceptron";
    static final String MLP_REGRESSOR = "MLPRegressor";

    private Schemes() {}
}
