package weka.classifiers.functions.boundedmlp.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import weka.classifiers.functions.boundedmlp.data.AttributeEncoding;
import weka.classifiers.functions.boundedmlp.data.Scale;
import weka.classifiers.functions.boundedmlp.data.TargetSummary;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.intervals.ConformalIntervals;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;

/**
 * Describes a model for people: what was trained, how that went, and every weight in the data's own units, so that a
 * prediction can be reproduced by hand.
 */
public final class ModelText {

    /** A network with more weights than this is shown by its first hidden units only. */
    private static final int MOST_WEIGHTS = 5_000;

    private static final int FIRST_UNITS = 10;

    /** Of the intervals that Weka asks for. */
    private static final double USUAL_LEVEL = 0.95;

    /** Enough digits for a prediction to come out right to about six where the data lies around 0. */
    private static final int DIGITS = 10;

    /** All that a double has. */
    private static final int MOST_DIGITS = 17;

    private final BoundedModel model;
    private final Hyperparameters settings;
    private final LearningCurve curve;
    private final TargetSummary targets;
    private final Network network;
    private final MathContext precision;
    private final StringBuilder text = new StringBuilder();

    private ModelText(BoundedModel model) {
        this.model = model;
        settings = model.hyperparameters();
        curve = model.curve();
        targets = model.targets();
        network = model.network();
        precision = new MathContext(digits(model));
    }

    /** More digits for data far from 0: there large numbers cancel each other out, like a date's weight times it and the bias. */
    private static int digits(BoundedModel model) {
        double furthest = Stream.concat(
                        Stream.of(model.targetScale()),
                        model.encoder().attributes().stream().map(AttributeEncoding::inputScale))
                .mapToDouble(scale -> Math.abs(scale.center()) / scale.unit())
                .max()
                .orElse(1);
        return DIGITS + (int) Math.min(MOST_DIGITS - DIGITS, Math.log10(Math.max(1, furthest)));
    }

    /** The whole description, several lines, the last one ended too. */
    public static String of(BoundedModel model) {
        ModelText text = new ModelText(model);
        text.addSettings();
        text.addTraining();
        text.addFormula();
        text.addInputs();
        text.addWeights();
        return text.text.toString();
    }

    private void addSettings() {
        line("Bounded two-layer perceptron for %s", targets.name());
        line("");
        line("Bounds           %s", bounds(settings.bounds()));
        line(
                "Network          %d inputs, %d hidden units, %d weights",
                network.inputCount(), network.hiddenSize(), network.parameterCount());
        line("Output           %s", output());
        line("Optimizer        %s", optimizer());
        line("Weight decay     %s over the sum of the instance weights", settings.weightDecay());
        line(
                "Gradient norm    %s",
                settings.maxGradientNorm() < Double.POSITIVE_INFINITY
                        ? "at most " + settings.maxGradientNorm()
                        : "not limited");
        line("Seed             %d", settings.seed());
    }

    private static String bounds(Bounds bounds) {
        if (!bounds.hasLower() && !bounds.hasUpper()) {
            return "none";
        }
        List<String> parts = new ArrayList<>();
        if (bounds.hasLower()) {
            parts.add("at least " + bounds.lower());
        }
        if (bounds.hasUpper()) {
            parts.add("at most " + bounds.upper());
        }
        return String.join(", ", parts);
    }

    private String output() {
        if (settings.outputActivation() != OutputKind.CLAMP) {
            return settings.outputActivation().toString();
        }
        String leak = settings.gradientPolicy() == GradientPolicy.LEAKY ? " of slope " + settings.leakSlope() : "";
        return "clamp, " + settings.gradientPolicy() + " gradient" + leak;
    }

    private String optimizer() {
        String momentum =
                switch (settings.optimizer()) {
                    case ADAM -> "";
                    case SGD -> ", momentum " + settings.momentum();
                };
        return settings.optimizer() + ", learning rate " + settings.learningRate() + momentum;
    }

    private void addTraining() {
        line("");
        line("Training rows    %d", targets.rows());
        line("  targets below the lower bound   %d", targets.below());
        line("  targets above the upper bound   %d", targets.above());
        line("  targets at a bound              %d", targets.atBound());
        line(
                "  scaled by                       mean %s, standard deviation %s, once limited to the bounds",
                number(model.targetScale().center()), number(model.targetScale().unit()));
        RowFigures result = curve.finalResult();
        line("  predictions at a bound          %d", result.clamped());
        line("  of these stuck                  %d (their target lies between the bounds)", result.stuck());
        line(
                "Epochs           %d of at most %d, because %s",
                curve.epochCount(), settings.maxEpochs(), curve.stopReason());
        boolean noSignal = curve.bestEpoch() == 0 && curve.epochCount() > 0;
        line(
                "Best epoch       %d%s",
                curve.bestEpoch(),
                noSignal ? ", because none predicted the held-out rows better than the mean, chance apart" : "");
        if (curve.refitEpochs() > 0) {
            line("Then             trained anew on all rows for %d epochs", curve.refitEpochs());
        }
        if (curve.rescues() > 0 || curve.restarts() > 0) {
            line(
                    "Dead output      brought back to life %d times, trained anew more gently %d times",
                    curve.rescues(), curve.restarts());
        }
        if (curve.best().isPresent()) {
            Epoch best = curve.best().get();
            line(
                    "%-16s %s in training at the best epoch",
                    settings.lossFunction().errorName(), error(best.training()));
            if (best.validation().rows() > 0) {
                line(
                        "                 %s on %d held-out rows then",
                        error(best.validation()), best.validation().rows());
            }
        }
        line("                 %s of the final network on all training rows", error(result));
        addIntervals();
    }

    private void addIntervals() {
        ConformalIntervals intervals = model.intervals();
        if (intervals.rows() == 0) {
            line("Intervals        for no level, because no rows were held out; each reaches from bound to bound");
            return;
        }
        String beyond = intervals.rowsBeyondBounds() > 0
                ? " (" + intervals.rowsBeyondBounds() + " of them have targets beyond the bounds)"
                : "";
        line(
                "Intervals        for levels up to %s %%, which is all that %d held-out rows can tell%s; above it from bound to bound",
                number(Math.floor(10_000 * intervals.highestLevel()) / 100), intervals.rows(), beyond);
        if (intervals.highestLevel() >= USUAL_LEVEL) {
            line(
                    "                 at 95 %% they reach from %s to %s to either side, but never beyond the bounds",
                    reach(intervals.smallestReach(USUAL_LEVEL)), reach(intervals.largestReach(USUAL_LEVEL)));
        }
    }

    private String reach(double standard) {
        return number(standard * model.targetScale().unit());
    }

    /** In the units of the class. */
    private String error(RowFigures result) {
        return number(settings.lossFunction()
                .error(result.meanLoss(), model.targetScale().unit()));
    }

    private void addFormula() {
        Bounds bounds = settings.bounds();
        line("");
        line("Prediction");
        switch (settings.outputActivation()) {
            case CLAMP -> line("  %s = %s", targets.name(), clamp(bounds));
            case SOFTPLUS -> {
                String unit = number(model.targetScale().unit());
                if (bounds.hasLower()) {
                    line(
                            "  %s = %s + %s * log(1 + exp((z - %s) / %s))",
                            targets.name(), bounds.lower(), unit, bounds.lower(), unit);
                } else {
                    line(
                            "  %s = %s - %s * log(1 + exp((%s - z) / %s))",
                            targets.name(), bounds.upper(), unit, bounds.upper(), unit);
                }
            }
            case SIGMOID ->
                line(
                        "  %s = L + (U - L) / (1 + exp(-4 * (z - (L + U) / 2) / (U - L))) with L = %s, U = %s",
                        targets.name(), bounds.lower(), bounds.upper());
        }
        line(
                "  z = %s + sum over hidden units of weight * max(0, bias + sum over inputs of weight * input)",
                number(model.targetScale().center() + model.targetScale().unit() * network.outputBias()));
    }

    /** The clamp as a formula of z. */
    static String clamp(Bounds bounds) {
        String above = bounds.hasLower() ? "max(" + bounds.lower() + ", z)" : "z";
        return bounds.hasUpper() ? "min(" + bounds.upper() + ", " + above + ")" : above;
    }

    private void addInputs() {
        line("");
        line("Inputs, in the units of the data");
        int input = 0;
        for (AttributeEncoding attribute : model.encoder().attributes()) {
            for (int i = 0; i < attribute.width(); i++) {
                input++;
                line("  %3d  %s: %s", input, attribute.inputName(i), attribute.inputDescription(this::number));
            }
        }
        if (input == 0) {
            line("  none: no attribute varies");
        }
    }

    private void addWeights() {
        boolean whole = network.parameterCount() <= MOST_WEIGHTS;
        int units = whole ? network.hiddenSize() : Math.min(FIRST_UNITS, network.hiddenSize());
        line("");
        line("Hidden units: weight, bias, weight of each input, in the units of the data");
        for (int unit = 0; unit < units; unit++) {
            addUnit(unit);
        }
        if (units < network.hiddenSize()) {
            line("  (%d more hidden units are left out)", network.hiddenSize() - units);
        }
    }

    /** Folds the scaling of inputs and target into the weights. */
    private void addUnit(int unit) {
        double bias = network.hiddenBiases()[unit];
        StringBuilder weights = new StringBuilder();
        int input = 0;
        for (AttributeEncoding attribute : model.encoder().attributes()) {
            Scale scale = attribute.inputScale();
            for (int i = 0; i < attribute.width(); i++) {
                double weight = network.inputWeights(input++)[unit] / scale.unit();
                bias -= weight * scale.center();
                weights.append(' ').append(number(weight));
            }
        }
        double outputWeight =
                network.outputWeights()[unit] * model.targetScale().unit();
        line("  %3d %s %s%s", unit + 1, number(outputWeight), number(bias), weights);
    }

    /** An error of targets near the largest double can be infinite, or NaN. */
    private String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return new BigDecimal(value).round(precision).stripTrailingZeros().toString();
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
