package weka.classifiers.functions.boundedmlp.model;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import weka.classifiers.functions.boundedmlp.data.EncodedData;
import weka.classifiers.functions.boundedmlp.data.Encoder;
import weka.classifiers.functions.boundedmlp.data.Scale;
import weka.classifiers.functions.boundedmlp.data.TargetSummary;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.DamagedModel;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.intervals.ConformalIntervals;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.training.FittedNetwork;
import weka.core.Instance;

/**
 * A fitted network with everything that converts an instance to a prediction in the data's own units: it encodes the
 * instance, runs the network, scales the output back and only then limits it to the bounds, so that no rounding can
 * cross them. Immutable and thread-safe.
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
    private final BinsChoice binsChoice;
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
        encoder = data.encoder().withBins(fitted.bins());
        targetScale = data.targetScale();
        bounds = hyperparameters.bounds();
        predictionBounds = bounds.forAverages();
        activation = data.loss().activation();
        network = fitted.network();
        binsChoice = fitted.binsChoice();
        curve = fitted.curve();
        targets = data.targets();
        intervals = ConformalIntervals.of(fitted.heldOut(), activation.bounds());
    }

    /** Refuses parts that do not belong together: a row would end beyond an array, or a prediction beyond a bound. */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        DamagedModel.unless(
                hyperparameters != null && encoder != null && targetScale != null && network != null,
                "a part is missing");
        DamagedModel.unless(
                binsChoice != null && curve != null && targets != null && intervals != null, "a part is missing");
        try {
            hyperparameters.requireConsistent();
        } catch (IllegalArgumentException e) {
            throw DamagedModel.because(e);
        }
        DamagedModel.unless(
                network.inputCount() == encoder.inputCount(), "its network does not have the inputs of its attributes");
        DamagedModel.unless(
                network.hiddenSize() == hyperparameters.hiddenSize()
                        || network.hiddenSize() == hyperparameters.members() * hyperparameters.hiddenSize(),
                "its network does not have the hidden units of its options");
        DamagedModel.unless(!network.hasNaN(), "one of its weights is not a number");
        DamagedModel.unless(hyperparameters.bounds().equals(bounds), "its bounds are not those of its options");
        DamagedModel.unless(bounds.forAverages().equals(predictionBounds), "its bounds are not those of its options");
        DamagedModel.unless(
                hyperparameters
                        .outputActivation(targetScale.center(), targetScale.unit())
                        .equals(activation),
                "its output is not that of its options");
    }

    /**
     * {@return the prediction for an instance, finite and within the bounds}
     *
     * @param instance an instance with the structure of the training data; any values are allowed
     * @throws IllegalArgumentException if its data has an attribute of another type, or the attributes or labels in
     *     another order
     */
    public double predict(Instance instance) {
        return inDataUnits(standardPrediction(instance), predictionBounds);
    }

    /**
     * {@return the two ends of an interval around the prediction, both within the bounds; the bounds themselves if
     * there are too few held-out rows for the level}
     *
     * @param instance an instance with the structure of the training data; any values are allowed
     * @param level the fraction of targets that should lie in their intervals, above 0 and below 1
     * @throws IllegalArgumentException if the level is not between 0 and 1, or as for {@link #predict}
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
        double lower = inDataUnits(prediction - reach, bounds);
        double upper = inDataUnits(prediction + reach, bounds);
        double middle = inDataUnits(prediction, predictionBounds);
        return new double[] {Math.min(lower, middle), Math.max(upper, middle)};
    }

    private double standardPrediction(Instance instance) {
        PredictionWorkspace workspace = PredictionWorkspace.of(encoder.activeCount(), network.hiddenSize());
        encoder.encode(instance, workspace.inputs());
        return activation.forward(network.netInput(workspace.inputs(), workspace.hidden()));
    }

    /** What lies at a bound in standard units lies at the bound itself, which rounding would miss by the last digit. */
    private double inDataUnits(double standard, Bounds limits) {
        if (limits.hasLower() && standard <= activation.bounds().lower()) {
            return limits.lower();
        }
        if (limits.hasUpper() && standard >= activation.bounds().upper()) {
            return limits.upper();
        }
        return limits.limit(targetScale.fromStandard(standard));
    }

    /** {@return a copy of the hyperparameters that the model was trained with} */
    public Hyperparameters hyperparameters() {
        return hyperparameters.copy();
    }

    public Encoder encoder() {
        return encoder;
    }

    public Scale targetScale() {
        return targetScale;
    }

    /** The output activation in standard units. */
    public OutputActivation activation() {
        return activation;
    }

    public Network network() {
        return network;
    }

    /** How many bins the inputs have, and why. */
    public BinsChoice binsChoice() {
        return binsChoice;
    }

    public LearningCurve curve() {
        return curve;
    }

    public TargetSummary targets() {
        return targets;
    }

    public ConformalIntervals intervals() {
        return intervals;
    }
}
