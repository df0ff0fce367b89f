package weka.classifiers.functions;

import org.jspecify.annotations.Nullable;
import weka.classifiers.Sourcable;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.boundedmlp.BoundedMLPOptions;
import weka.classifiers.functions.boundedmlp.BoundedModel;
import weka.classifiers.functions.boundedmlp.References;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Drawable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;

/**
 * A two-layer network for targets that cannot go below a limit, or above one: its output is a rectifier at the bounds, in the
 * forward pass and in back-propagation, so every prediction lies within them exactly.
 *
 * <p>This class is the scheme as Weka sees it. Its options are in {@link BoundedMLPOptions}, the fitted network and the
 * encoding of instances in {@link BoundedModel}, the mathematics in
 * {@link weka.classifiers.functions.boundedmlp.nn}.
 */
public class BoundedMLPRegressor extends BoundedMLPOptions
        implements WeightedInstancesHandler, TechnicalInformationHandler, Sourcable, Drawable {

    private static final long serialVersionUID = 1L;

    /** The fitted model; null before the first training and after one that failed. */
    private @Nullable BoundedModel model;

    /** {@return what the scheme does, shown by Weka beside its options} */
    public String globalInfo() {
        return "A two-layer perceptron with rectified hidden units for targets that cannot go below a limit (rain, claims,"
                + " prices, hours, counts) or above one. The output is a rectifier at the bounds during forward and back"
                + " propagation: the prediction is min(upper, max(lower, z)), and the gradient of the cost is zero wherever"
                + " the output sits at a bound or beyond it. So every prediction lies within the bounds exactly, and the"
                + " network spends nothing on values that cannot occur.\n\n"
                + "Attributes are standardised, nominal ones made one-hot and missing values replaced, all inside; bounds"
                + " are set in the units of the class. By default training stops early on held-out rows, and the network is"
                + " then trained anew on all rows.\n\n"
                + "For more information see:\n\n"
                + getTechnicalInformation();
    }

    /** {@return the sources of the method} */
    @Override
    public TechnicalInformation getTechnicalInformation() {
        return References.all();
    }

    @Override
    public Capabilities getCapabilities() {
        Capabilities capabilities = super.getCapabilities();
        capabilities.disableAll();
        capabilities.enable(Capability.NUMERIC_ATTRIBUTES);
        capabilities.enable(Capability.NOMINAL_ATTRIBUTES);
        capabilities.enable(Capability.DATE_ATTRIBUTES);
        capabilities.enable(Capability.MISSING_VALUES);
        capabilities.enable(Capability.NUMERIC_CLASS);
        capabilities.enable(Capability.DATE_CLASS);
        capabilities.enable(Capability.MISSING_CLASS_VALUES);
        return capabilities;
    }

    /**
     * Fits the network.
     *
     * @param data the training data, its class set; not modified
     * @throws IllegalArgumentException if options do not fit together, or a value or weight cannot be trained on
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     * @throws Exception if the data is of a kind that the capabilities exclude
     */
    @Override
    public void buildClassifier(@Nullable Instances data) throws Exception {
        model = null;
        if (data == null) { // what Weka hands over for a file that it could not read
            throw new IllegalArgumentException("There is no training data: the file could not be read.");
        }
        getCapabilities().testWithFail(data);
        model = BoundedModel.fit(data, hyperparameters());
    }

    /**
     * {@return the prediction for an instance, finite and within the bounds}
     *
     * @param instance an instance of the training data's structure, whatever its values
     * @throws IllegalStateException if no model has been built
     */
    @Override
    public double classifyInstance(Instance instance) {
        return trained().predict(instance);
    }

    /**
     * {@return the model as the source of a Java class of its own, which predicts the same bits; Weka's option -z wraps it}
     *
     * @param className the name of the class
     * @throws IllegalStateException if no model has been built
     */
    @Override
    public String toSource(String className) {
        return trained().toSource(className);
    }

    /** {@return {@link Drawable#BayesNet}: a graph in layers, in XMLBIF} */
    @Override
    public int graphType() {
        return Drawable.BayesNet;
    }

    /**
     * {@return the network as a graph in XMLBIF}
     *
     * @throws IllegalStateException if no model has been built
     */
    @Override
    public String graph() {
        return trained().toGraph();
    }

    private BoundedModel trained() {
        if (model == null) {
            throw new IllegalStateException("BoundedMLPRegressor has not been trained yet.");
        }
        return model;
    }

    /** {@return the model in words and numbers, or that there is none} */
    @Override
    public String toString() {
        return model == null ? "BoundedMLPRegressor: no model has been built yet." : model.toString();
    }

    /**
     * Runs a scheme from the command line; what a user can mend is told in one sentence, without a stack trace.
     *
     * @param toRun the scheme
     * @param options the command line
     */
    @Override
    public void run(Object toRun, String[] options) {
        BoundedMLPRegressor scheme = (BoundedMLPRegressor) toRun;
        try {
            System.out.println(Evaluation.evaluateModel(scheme, options));
        } catch (IllegalArgumentException | WekaException e) {
            System.err.println(e.getMessage());
        } catch (Exception e) {
            // Weka wraps what options are refused for, and its help, in a plain exception
            if (e.getClass() == Exception.class) {
                System.err.println(e.getMessage());
            } else {
                e.printStackTrace();
            }
        }
    }

    /**
     * Runs the scheme from the command line.
     *
     * @param options Weka's general options and the scheme's own; {@code -h} lists them
     */
    public static void main(String[] options) {
        BoundedMLPRegressor scheme = new BoundedMLPRegressor();
        scheme.run(scheme, options);
    }
}
