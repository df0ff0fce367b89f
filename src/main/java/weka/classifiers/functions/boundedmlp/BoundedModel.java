package weka.classifiers.functions.boundedmlp;

import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.nn.Bounds;
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
    private final OutputActivation activation;
    private final Network network;
    private final LearningCurve curve;
    private final TargetSummary targets;

    BoundedModel(Hyperparameters hyperparameters, EncodedData data, FittedNetwork fitted) {
        this.hyperparameters = hyperparameters;
        encoder = data.encoder();
        targetScale = data.targetScale();
        bounds = hyperparameters.bounds();
        activation = data.activation();
        network = fitted.network();
        curve = fitted.curve();
        targets = data.targets();
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
        ModelTraining training = ModelTraining.start(data, settings, TrainingProgress.shownOn(null, false, ""));
        while (training.next()) {}
        return training.finish();
    }

    /**
     * {@return the prediction for an instance, finite and within the bounds}
     *
     * @param instance an instance of the training data's structure, whatever its values
     */
    public double predict(Instance instance) {
        Workspace workspace = Workspace.of(encoder.attributes().size(), network.hiddenSize());
        encoder.encode(instance, workspace.inputs());
        double z = network.netInput(workspace.inputs(), workspace.hidden());
        return bounds.limit(targetScale.fromStandard(activation.forward(z)));
    }

    /**
     * {@return the model as the source of a Java class of its own, which predicts the same bits}
     *
     * @param className the name of the class
     */
    public String toSource(String className) {
        return SourceCode.of(this, className);
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

    /** {@return a description for people: what was trained, how that went, and the weights in the data's own units} */
    @Override
    public String toString() {
        return ModelText.of(this);
    }
}
