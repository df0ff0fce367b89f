package weka.classifiers.functions.boundedmlp.export;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weka.classifiers.functions.boundedmlp.data.AttributeEncoding;
import weka.classifiers.functions.boundedmlp.data.Decimal;
import weka.classifiers.functions.boundedmlp.data.InputDescription;
import weka.classifiers.functions.boundedmlp.data.Scale;
import weka.classifiers.functions.boundedmlp.data.TargetSummary;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.HeldOutRows;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.Network;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.intervals.ConformalIntervals;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;

/**
 * Describes a model for people: what was trained, how training went, and every weight in the data's own units, so that
 * a prediction can be computed by hand.
 */
public final class ModelText {

    /** For a network with more weights than this, only the first hidden units are shown. */
    private static final int MOST_WEIGHTS = 5_000;

    private static final int FIRST_UNITS = 10;

    /** The level of the intervals that Weka asks for by default. */
    private static final double USUAL_LEVEL = 0.95;

    /**
     * The number of digits with which a prediction computed by hand is right to about six digits, for data around 0.
     */
    private static final int DIGITS = 10;

    /** The number of digits of a double. */
    private static final int MOST_DIGITS = 17;

    private final BoundedModel model;
    private final Hyperparameters hyperparameters;
    private final LearningCurve curve;
    private final TargetSummary targets;
    private final Network network;
    private final MathContext precision;
    private final StringBuilder text = new StringBuilder();

    private ModelText(BoundedModel model) {
        this.model = model;
        hyperparameters = model.hyperparameters();
        curve = model.curve();
        targets = model.targets();
        network = model.network();
        precision = new MathContext(digits(model));
    }

    /**
     * The number of digits for a model. Data far from 0 needs more, because large numbers cancel each other out, such
     * as a date times its weight and the bias.
     */
    private static int digits(BoundedModel model) {
        double furthest = Stream.concat(
                        Stream.of(model.targetScale()),
                        model.encoder().attributes().stream().map(attribute -> attribute.inputScale(0)))
                .mapToDouble(scale -> Math.abs(scale.center()) / scale.unit())
                .max()
                .orElse(1);
        return DIGITS + (int) Math.min(MOST_DIGITS - DIGITS, Math.log10(Math.max(1, furthest)));
    }

    /** The whole description: several lines, each ending with a line break. */
    public static String of(BoundedModel model) {
        ModelText text = new ModelText(model);
        text.addHyperparameters();
        text.addTraining();
        text.addFormula();
        text.addInputs();
        text.addWeights();
        return text.text.toString();
    }

    private void addHyperparameters() {
        line("Bounded two-layer perceptron for %s", targets.name());
        line("");
        line("Bounds           %s", bounds(hyperparameters.bounds()));
        line(
                "Network          %d inputs, %d hidden units%s, %d weights",
                network.inputCount(),
                network.hiddenSize(),
                members() == 1 ? "" : " of " + members() + " members",
                network.parameterCount());
        line("Bins             %s", bins());
        line("Output           %s", output());
        line("Optimizer        %s", optimizer());
        line("Weight decay     %s over the sum of the instance weights", hyperparameters.weightDecay());
        line(
                "Gradient norm    %s",
                hyperparameters.maxGradientNorm() < Double.POSITIVE_INFINITY
                        ? "at most " + hyperparameters.maxGradientNorm()
                        : "not limited");
        line("Seed             %d", hyperparameters.seed());
    }

    private int members() {
        return network.hiddenSize() / hyperparameters.hiddenSize();
    }

    private String bins() {
        BinsChoice choice = model.binsChoice();
        int most = model.encoder().mostBins();
        String bins = most == 0 ? "none" : "at most " + most + " for each numeric attribute";
        if (hyperparameters.bins() != Hyperparameters.BINS_BY_HELD_OUT_ROWS) {
            return bins;
        }
        if (model.intervals().rows() == 0) {
            return bins + ", because no rows were held out to choose";
        }
        if (choice.trials().isEmpty()) {
            return bins + ", because no numeric attribute has more than two values";
        }
        return bins + ", chosen by the held-out rows: "
                + choice.trials().stream()
                        .map(trial -> error(trial.validationLoss()) + " with " + trial.bins())
                        .collect(Collectors.joining(
                                ", ", hyperparameters.lossFunction().errorName() + " ", ""));
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
        if (hyperparameters.outputActivation() != OutputKind.CLAMP) {
            return hyperparameters.outputActivation().toString();
        }
        String leak = hyperparameters.gradientPolicy() == GradientPolicy.LEAKY
                ? " of slope " + hyperparameters.leakSlope()
                : "";
        return "clamp, " + hyperparameters.gradientPolicy() + " gradient" + leak;
    }

    private String optimizer() {
        String momentum =
                switch (hyperparameters.optimizer()) {
                    case ADAM -> "";
                    case SGD -> ", momentum " + hyperparameters.momentum();
                };
        return hyperparameters.optimizer() + ", learning rate " + hyperparameters.learningRate() + momentum;
    }

    private void addTraining() {
        line("");
        targets.warning(hyperparameters.bounds()).ifPresent(warning -> line("Warning          %s", warning));
        line("Training rows    %d", targets.rows());
        line("  targets below the lower bound   %d", targets.below());
        line("  targets above the upper bound   %d", targets.above());
        line("  targets at a bound              %d", targets.atBound());
        line(
                "  scaled by                       mean %s, standard deviation %s, after limiting to the bounds",
                number(model.targetScale().center()), number(model.targetScale().unit()));
        RowFigures result = curve.finalResult();
        line("  predictions at a bound          %d", result.clamped());
        line("  stuck there                     %d (their targets lie between the bounds)", result.stuck());
        if (curve.rescues() > 0) {
            line(
                    "  brought back from there         %s while the network was trained",
                    Decimal.count(curve.rescues(), "time"));
        }
        line(
                "Epochs           %d of at most %d, because %s",
                curve.epochCount(), hyperparameters.maxEpochs(), curve.stopReason());
        boolean noSignal = curve.bestEpoch() == 0 && curve.epochCount() > 0;
        line(
                "Best epoch       %d%s",
                curve.bestEpoch(),
                noSignal ? ", because none predicted the held-out rows better than the mean by more than chance" : "");
        if (curve.refitEpochs() > 0) {
            line(
                    "Then             %s on all rows for %s",
                    members() == 1 ? "retrained" : members() + " members trained",
                    Decimal.count(curve.refitEpochs(), "epoch"));
        }
        if (curve.restarts() > 0) {
            line("Dead output      restarted with gentler settings %s", Decimal.count(curve.restarts(), "time"));
        }
        String errorName = hyperparameters.lossFunction().errorName();
        if (curve.best().isPresent()) {
            Epoch best = curve.best().get();
            line("%-16s %s on the training rows in the best epoch", errorName, error(best.training()));
            errorName = "";
            if (best.validation().rows() > 0) {
                line(
                        "                 %s on %d held-out rows after it%s",
                        error(best.validation()),
                        best.validation().rows(),
                        hyperparameters.heldOutRows() == HeldOutRows.LAST ? ", the last ones of the data" : "");
            }
        }
        line("%-16s %s on all training rows with the final network", errorName, error(result));
        addIntervals();
    }

    private void addIntervals() {
        ConformalIntervals intervals = model.intervals();
        if (intervals.rows() == 0) {
            line("Intervals        span the bounds at every level, because no rows were held out");
            return;
        }
        String beyond = intervals.rowsBeyondBounds() > 0
                ? " (" + intervals.rowsBeyondBounds() + " of them with targets beyond the bounds)"
                : "";
        line(
                "Intervals        for levels up to %s %%, the highest that %d held-out rows allow%s;"
                        + " at higher levels they span the bounds",
                number(Math.floor(10_000 * intervals.highestLevel()) / 100), intervals.rows(), beyond);
        if (intervals.highestLevel() >= USUAL_LEVEL) {
            line(
                    "                 at 95 %% they extend %s to %s to either side of the prediction,"
                            + " cut off at the bounds",
                    reach(intervals.smallestReach(USUAL_LEVEL)), reach(intervals.largestReach(USUAL_LEVEL)));
        }
    }

    private String reach(double standard) {
        return number(standard * model.targetScale().unit());
    }

    private String error(RowFigures result) {
        return error(result.meanLoss());
    }

    /** The error in the units of the class. */
    private String error(double meanLoss) {
        return number(hyperparameters
                .lossFunction()
                .error(meanLoss, model.targetScale().unit()));
    }

    private void addFormula() {
        Bounds bounds = hyperparameters.bounds();
        line("");
        line("Prediction");
        switch (hyperparameters.outputActivation()) {
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
            case SIGMOID -> {
                SigmoidOutput sigmoid = (SigmoidOutput) model.activation();
                Bounds scaled = sigmoid.bounds();
                line(
                        "  %s = L + (U - L) / (1 + %s * exp((%s - z) / %s)) with L = %s, U = %s",
                        targets.name(),
                        number((scaled.upper() - sigmoid.start()) / (sigmoid.start() - scaled.lower())),
                        number(model.targetScale().fromStandard(sigmoid.start())),
                        number(model.targetScale().unit() * sigmoid.scale()),
                        bounds.lower(),
                        bounds.upper());
            }
        }
        line(
                "  z = %s + sum over hidden units of weight * max(0, bias + sum over inputs of weight * input)",
                number(model.targetScale().center() + model.targetScale().unit() * network.outputBias()));
    }

    /** The clamp as a formula of the net input z. */
    static String clamp(Bounds bounds) {
        String above = bounds.hasLower() ? "max(" + bounds.lower() + ", z)" : "z";
        return bounds.hasUpper() ? "min(" + bounds.upper() + ", " + above + ")" : above;
    }

    private void addInputs() {
        line("");
        line("Inputs, in the units of the data");
        int input = 0;
        for (AttributeEncoding attribute : model.encoder().attributes()) {
            for (InputDescription description : attribute.descriptions(this::number)) {
                String numbers = description.count() == 1
                        ? String.format(Locale.ROOT, "%3d", input + 1)
                        : (input + 1) + "-" + (input + description.count());
                line("  %s  %s: %s", numbers, description.name(), description.meaning());
                input += description.count();
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

    /** Writes a hidden unit, with the scaling of the inputs and the target folded into its weights. */
    private void addUnit(int unit) {
        double bias = network.hiddenBiases()[unit];
        StringBuilder weights = new StringBuilder();
        int input = 0;
        for (AttributeEncoding attribute : model.encoder().attributes()) {
            for (int i = 0; i < attribute.width(); i++) {
                Scale scale = attribute.inputScale(i);
                double weight = network.inputWeights(input++)[unit] / scale.unit();
                bias -= weight * scale.center();
                weights.append(' ').append(number(weight));
            }
        }
        double outputWeight =
                network.outputWeights()[unit] * model.targetScale().unit();
        line("  %3d %s %s%s", unit + 1, number(outputWeight), number(bias), weights);
    }

    /** Formats a number. An error can be infinite or NaN if targets are near the largest double. */
    private String number(double value) {
        return Decimal.of(value, precision);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
