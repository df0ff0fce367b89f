package weka.classifiers.functions.boundedmlp.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.core.Utils;

/**
 * The figures of a model that Weka's Experimenter can show as columns. Losses are half the mean squared error in
 * standard units.
 */
public enum ModelMeasure {
    /** The number of epochs; if rows were held out, those of the search for the best one. */
    EPOCHS("measureEpochs", "epochs", model -> model.curve().epochCount()),
    /** The epoch with the best weights; 0 if none predicted better than the mean. */
    BEST_EPOCH("measureBestEpoch", "best epoch", model -> model.curve().bestEpoch()),
    /** The loss of the final network on all training rows. */
    TRAINING_LOSS("measureTrainingLoss", "training loss", model -> model.curve()
            .finalResult()
            .meanLoss()),
    /** The loss on the held-out rows after the best epoch; NaN if there is none. */
    VALIDATION_LOSS("measureValidationLoss", "validation loss", model -> validationLoss(model.curve())),
    /** The number of held-out rows of all splits together. */
    HELD_OUT_ROWS(
            "measureHeldOutRows", "held-out rows", model -> model.intervals().rows()),
    /** The number of training rows predicted at a bound. */
    ROWS_AT_BOUND("measureRowsAtBound", "rows at a bound", model -> model.curve()
            .finalResult()
            .clamped()),
    /** The number of training rows predicted at a bound whose target lies between the bounds. */
    STUCK_ROWS("measureStuckRows", "stuck rows", model -> model.curve()
            .finalResult()
            .stuck()),
    /** How often a stuck row was brought back to life. */
    RESCUES("measureRescues", "rescues", model -> model.curve().rescues()),
    /** How often training was restarted because its result was dead. */
    RESTARTS("measureRestarts", "restarts", model -> model.curve().restarts()),
    /** The number of bins of the numeric attribute that has most; 0 for none. */
    BINS("measureBins", "bins", model -> model.encoder().mostBins()),
    /** The number of weights and biases. */
    PARAMETERS("measureParameters", "parameters", model -> model.network().parameterCount());

    private final String wekaName;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final ToDoubleFunction<BoundedModel> value;

    ModelMeasure(String wekaName, String label, ToDoubleFunction<BoundedModel> value) {
        this.wekaName = wekaName;
        this.label = label;
        this.value = value;
    }

    /** {@return the names of all measures, in a fixed order} */
    public static List<String> names() {
        return Arrays.stream(values()).map(measure -> measure.wekaName).toList();
    }

    /**
     * {@return the value of a measure; NaN, which the Experimenter shows as missing, if it has no value}
     *
     * @param name one of {@link #names()}, in upper or lower case
     * @param model the model, or null if there is none
     * @throws IllegalArgumentException if there is no such measure; the message lists all measures
     */
    public static double valueOf(String name, @Nullable BoundedModel model) {
        for (ModelMeasure measure : values()) {
            if (measure.wekaName.equalsIgnoreCase(name)) {
                return model == null ? Double.NaN : measure.value.applyAsDouble(model);
            }
        }
        throw new IllegalArgumentException(
                "There is no measure " + name + "; the measures are " + String.join(", ", names()) + ".");
    }

    /**
     * {@return all measures that have a value, in one line}
     *
     * @param model the model
     */
    public static String summary(BoundedModel model) {
        return Arrays.stream(values())
                .filter(measure -> !Double.isNaN(measure.value.applyAsDouble(model)))
                .map(measure -> measure.label + ": " + shown(measure.value.applyAsDouble(model)))
                .collect(Collectors.joining(", "));
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Utils.doubleToString(value, 6);
    }

    private static double validationLoss(LearningCurve curve) {
        return curve.best().map(epoch -> epoch.validation().meanLoss()).orElse(Double.NaN);
    }
}
