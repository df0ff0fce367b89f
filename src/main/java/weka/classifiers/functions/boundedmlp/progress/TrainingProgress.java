package weka.classifiers.functions.boundedmlp.progress;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.data.Decimal;
import weka.classifiers.functions.boundedmlp.data.EncodedData;
import weka.classifiers.functions.boundedmlp.nn.BinsChoice;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve;
import weka.classifiers.functions.boundedmlp.nn.LearningCurve.Epoch;
import weka.classifiers.functions.boundedmlp.nn.RowFigures;
import weka.classifiers.functions.boundedmlp.nn.output.LossKind;
import weka.classifiers.functions.boundedmlp.nn.training.TrainingListener;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.gui.Logger;

/**
 * Reports to people how training progresses, in words and in the units of the class. No failure of a display reaches
 * the training.
 */
public final class TrainingProgress implements TrainingListener {

    private static final long NANOS_BETWEEN_STATUS = 250_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final MathContext DIGITS = new MathContext(4);

    /** What standard error has been told, without the numbers of rows, which differ between folds. */
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private final List<ProgressDisplay> displays;
    private final String options;
    private final LongSupplier clock;
    private long lastStatus;
    private int rows;
    private int inputs;
    private boolean withoutBins;
    private int hiddenUnits;
    private int members;
    private double unit;
    private LossKind loss = LossKind.SQUARED;
    private long begin;

    /**
     * Creates progress that is shown on displays.
     *
     * @param displays where to show it; one that throws a {@link RuntimeException} is not used again
     * @param options the options of the scheme
     * @param clock returns nanoseconds since some fixed time
     */
    TrainingProgress(List<ProgressDisplay> displays, String options, LongSupplier clock) {
        this.displays = new ArrayList<>();
        for (ProgressDisplay display : displays) {
            this.displays.add(new UnbreakableDisplay(display));
        }
        this.options = options;
        this.clock = clock;
        lastStatus = clock.getAsLong() - NANOS_BETWEEN_STATUS;
    }

    /**
     * {@return progress that is shown where Weka asks for it, which may be nowhere}
     *
     * @param scheme the scheme that is trained
     * @param log Weka's log, or null if there is none
     * @param onConsole whether to show it on standard error, too
     */
    public static TrainingProgress of(OptionHandler scheme, @Nullable Logger log, boolean onConsole) {
        if (log == null && !onConsole) {
            return nowhere();
        }
        List<ProgressDisplay> displays = new ArrayList<>();
        String shownOptions = Utils.joinOptions(scheme.getOptions());
        if (log != null) {
            displays.add(new LoggerDisplay(log, shownOptions));
        }
        if (onConsole) {
            displays.add(ConsoleDisplay.onStandardError());
        }
        return new TrainingProgress(displays, shownOptions, System::nanoTime);
    }

    /** {@return progress that is not shown} */
    public static TrainingProgress nowhere() {
        return new TrainingProgress(List.of(), "", System::nanoTime);
    }

    /** Reports that the data is being encoded, which takes a while for large data. */
    public void preparing(Instances data) {
        if (statusIsDue()) {
            status(String.format(Locale.ROOT, "Preparing %,d rows", data.numInstances()));
        }
    }

    /** Records what will be trained. */
    public void prepared(EncodedData data, Hyperparameters hyperparameters) {
        rows = data.samples().size();
        unit = data.targetScale().unit();
        loss = hyperparameters.lossFunction();
        inputs = data.encoder().inputCount();
        withoutBins = hyperparameters.bins() == 0;
        hiddenUnits = hyperparameters.hiddenSize();
        members = hyperparameters.members();
        data.targets().warning(hyperparameters.bounds()).ifPresent(this::warn);
    }

    /** Where there is no log, standard error is told, once for all folds of a cross-validation and all its runs. */
    private void warn(String warning) {
        if (isShown()) {
            log(warning);
        } else if (WARNED.add(warning.replaceAll("^[0-9]+ of [0-9]+", ""))) {
            System.err.println("BoundedMLPRegressor: " + warning);
        }
    }

    @Override
    public void started(int epochs, int epochLimit) {
        if (isShown()) {
            log(String.format(
                    Locale.ROOT,
                    "training %s: %,d rows, %,d inputs%s, %,d hidden units in each of %,d networks; options: %s",
                    epochs == 0 ? "starts" : "resumes after epoch " + epochs,
                    rows,
                    inputs,
                    withoutBins ? "" : " without bins",
                    hiddenUnits,
                    members,
                    options));
        }
        begin = clock.getAsLong();
    }

    @Override
    public void epochEnded(Epoch figures, int epochLimit, double workLeft) {
        if (statusIsDue()) {
            boolean heldOut = figures.validation().rows() > 0;
            status(String.format(
                    Locale.ROOT,
                    "Epoch %d of at most %d, %s %s%s, at most %s left",
                    figures.number(),
                    epochLimit,
                    loss.errorName(),
                    error(figures.training()),
                    heldOut ? ", " + error(figures.validation()) + " on held-out rows" : "",
                    duration(workLeft)));
        }
    }

    @Override
    public void refitEpochEnded(int number, int epochs, double workLeft) {
        if (statusIsDue()) {
            status(String.format(
                    Locale.ROOT,
                    "Training on all rows, epoch %d of %d, at most %s left",
                    number,
                    epochs,
                    duration(workLeft)));
        }
    }

    @Override
    public void restarted(int restart) {
        if (isShown()) {
            log("the trained output was dead, so training restarts with gentler settings: restart " + restart);
        }
    }

    @Override
    public void ended(BinsChoice bins, LearningCurve curve) {
        if (isShown()) {
            log(ending(bins, curve));
        }
    }

    private String ending(BinsChoice bins, LearningCurve curve) {
        int epochs = curve.epochCount();
        StringBuilder text = new StringBuilder("training ");
        if (!bins.trials().isEmpty()) {
            text.append(bins.most() == 0 ? "without bins" : "with at most " + bins.most() + " bins");
            text.append(", which the held-out rows chose, ");
        }
        text.append("ended after ").append(Decimal.count(epochs, "epoch"));
        text.append(", because ").append(curve.stopReason());
        if (curve.best().isPresent()) {
            Epoch best = curve.best().get();
            boolean heldOut = best.validation().rows() > 0;
            text.append("; best epoch ").append(curve.bestEpoch());
            text.append(", " + loss.errorName() + " ").append(error(heldOut ? best.validation() : best.training()));
            text.append(heldOut ? " on held-out rows" : " in training");
        } else if (epochs > 0) {
            text.append("; no epoch predicted the held-out rows better than the mean by more than chance");
        }
        if (curve.refitEpochs() > 0) {
            text.append("; trained on all rows for ").append(Decimal.count(curve.refitEpochs(), "epoch"));
        }
        return text.toString();
    }

    /**
     * Reports why training failed.
     *
     * @param reason a sentence
     */
    void failed(String reason) {
        log(reason);
    }

    /** Ends the displays. */
    public void close() {
        for (ProgressDisplay display : displays) {
            display.end();
        }
    }

    /** Whether progress is shown. Messages are built only then: the first use of a format takes as long as an epoch. */
    private boolean isShown() {
        return !displays.isEmpty();
    }

    private boolean statusIsDue() {
        return isShown() && clock.getAsLong() - lastStatus >= NANOS_BETWEEN_STATUS;
    }

    private void log(String message) {
        for (ProgressDisplay display : displays) {
            display.log(message);
        }
    }

    private void status(String message) {
        lastStatus = clock.getAsLong();
        for (ProgressDisplay display : displays) {
            display.status(message);
        }
    }

    /** The error in the units of the class. */
    private String error(RowFigures result) {
        double error = loss.error(result.meanLoss(), unit);
        return Decimal.padded(error, DIGITS);
    }

    /** The time for work that is given in multiples of the work so far. */
    private String duration(double workLeft) {
        double seconds = (clock.getAsLong() - begin) / NANOS_PER_SECOND * workLeft;
        if (seconds < 100) {
            return (long) Math.ceil(seconds) + " s";
        }
        return seconds < 100 * 60 ? (long) Math.ceil(seconds / 60) + " min" : (long) Math.ceil(seconds / 3600) + " h";
    }
}
