package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.Bounds;
import weka.classifiers.functions.boundedmlp.nn.ConformalIntervals;
import weka.classifiers.functions.boundedmlp.nn.FittedNetwork;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.OutputActivation;
import weka.core.Instance;
import weka.core.Instances;

/**
 * A fitted network together with all that leads from an instance to a prediction in the data's own units: encode, run the
 * network, scale back, and only then limit to the bounds, so that no rounding can cross them. Immutable, and safe to be used
 * by many threads.
 */
public final class BoundedModel implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Hyperparameters hyperparameters;
    private final Encoder encoder;
    private final Scale targetScale;
    private final Bounds bounds;
    private final Bounds predictionBounds;
    private final OutputActivation activation;
    private final Network network;
    private final LearningCurve curve;
    private final TargetSummary targets;
    private final ConformalIntervals intervals;

    /**
     * Creates a model.
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    BoundedModel(Hyperparameters hyperparameters, EncodedData data, FittedNetwork fitted) throws InterruptedException {
        this.hyperparameters = hyperparameters;
        encoder = data.encoder();
        targetScale = data.targetScale();
        bounds = hyperparameters.bounds();
        predictionBounds = bounds.forAverages();
        activation = data.activation();
        network = fitted.network();
        curve = fitted.curve();
        targets = data.targets();
        intervals = ConformalIntervals.of(fitted.heldOut(), activation.bounds());
    }

    /**
     * Fits a model in one go, without telling anybody how it goes.
     *
     * @param data the training data, its class numeric; not modified
     * @param settings the settings, of which a copy is taken
     * @throws IllegalArgumentException if the settings do not fit together or the data cannot be trained on
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static BoundedModel fit(Instances data, Hyperparameters settings) throws InterruptedException {
        ModelTraining training = ModelTraining.start(data, settings, false, TrainingProgress.nowhere());
        while (training.next()) {}
        return training.finish();
    }

    /**
     * {@return the prediction for an instance, finite and within the bounds}
     *
     * @param instance an instance of the training data's structure, whatever its values
     */
    public double predict(Instance instance) {
        return inDataUnits(standardPrediction(instance));
    }

    /**
     * {@return the two ends of an interval around the prediction, both within the bounds; the bounds themselves if the held-out
     * rows cannot tell the level}
     *
     * @param instance an instance of the training data's structure, whatever its values
     * @param level the share of targets that are to lie in their interval, above 0 and below 1
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public double[] predictInterval(Instance instance, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "The confidence level must be a number between 0 and 1, both excluded, but is " + level + ".");
        }
        double prediction = standardPrediction(instance);
        double reach = intervals.reach(prediction, level);
        if (reach == Double.POSITIVE_INFINITY) {
            return new double[] {bounds.lower(), bounds.upper()};
        }
        double lower = bounds.limit(targetScale.fromStandard(prediction - reach));
        double upper = bounds.limit(targetScale.fromStandard(prediction + reach));
        double middle = inDataUnits(prediction);
        return new double[] {Math.min(lower, middle), Math.max(upper, middle)};
    }

    private double standardPrediction(Instance instance) {
        Workspace workspace = Workspace.of(encoder.attributes().size(), network.hiddenSize());
        encoder.encode(instance, workspace.inputs());
        return activation.forward(network.netInput(workspace.inputs(), workspace.hidden()));
    }

    private double inDataUnits(double standardPrediction) {
        return predictionBounds.limit(targetScale.fromStandard(standardPrediction));
    }

    /**
     * {@return the model as the source of a Java class of its own, which predicts the same bits}
     *
     * @param className the name of the class
     */
    public String toSource(String className) {
        return SourceCode.of(this, className);
    }

    /** {@return the network as a graph in XMLBIF, which carries the learning curve too} */
    public String toGraph() {
        return NetworkGraph.of(this);
    }

    /** {@return the settings that the model was trained with; changing them changes nothing} */
    Hyperparameters hyperparameters() {
        return hyperparameters.copy();
    }

    Encoder encoder() {
        return encoder;
    }

    Scale targetScale() {
        return targetScale;
    }

    /** In standard units. */
    OutputActivation activation() {
        return activation;
    }

    Network network() {
        return network;
    }

    LearningCurve curve() {
        return curve;
    }

    TargetSummary targets() {
        return targets;
    }

    ConformalIntervals intervals() {
        return intervals;
    }

    /** {@return a description for people: what was trained, how that went, and the weights in the data's own units} */
    @Override
    public String toString() {
        return ModelText.of(this);
    }
}
