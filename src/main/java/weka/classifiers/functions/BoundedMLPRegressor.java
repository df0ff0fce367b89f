package weka.classifiers.functions;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import weka.classifiers.IntervalEstimator;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.Sourcable;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.boundedmlp.explorer.ExplorerWorkarounds;
import weka.classifiers.functions.boundedmlp.export.JavaSource;
import weka.classifiers.functions.boundedmlp.export.ModelMeasure;
import weka.classifiers.functions.boundedmlp.export.ModelText;
import weka.classifiers.functions.boundedmlp.export.NetworkGraph;
import weka.classifiers.functions.boundedmlp.export.References;
import weka.classifiers.functions.boundedmlp.model.BoundedModel;
import weka.classifiers.functions.boundedmlp.model.TrainableModel;
import weka.classifiers.functions.boundedmlp.options.BoundedMLPOptions;
import weka.classifiers.functions.boundedmlp.progress.Failures;
import weka.classifiers.functions.boundedmlp.progress.TrainingProgress;
import weka.classifiers.functions.boundedmlp.saved.Checksummed;
import weka.core.AdditionalMeasureProducer;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Drawable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Summarizable;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.gui.Logger;
import weka.gui.ProgrammaticProperty;

/**
 * A two-layer network for targets with a lower limit, an upper limit or both. Its output is clamped to the bounds, in
 * the forward pass and in back-propagation, so every prediction lies within the bounds exactly.
 *
 * <p>This class is the scheme as Weka sees it. Its options are in {@link BoundedMLPOptions}, the fitted network and the
 * encoding of instances in {@link BoundedModel}, the mathematics in {@link weka.classifiers.functions.boundedmlp.nn}.
 */
@NullMarked
public class BoundedMLPRegressor extends BoundedMLPOptions
        implements WeightedInstancesHandler,
                TechnicalInformationHandler,
                IntervalEstimator,
                IterativeClassifier,
                LogHandler,
                Drawable,
                Sourcable,
                AdditionalMeasureProducer,
                Summarizable {

    private static final long serialVersionUID = 1L;

    private static final String NO_MODEL = "BoundedMLPRegressor: no model has been built yet.";

    /** Has no model before the first training and after a failed one. Saved with a checksum. */
    private transient TrainableModel resumable = new TrainableModel();

    private transient @Nullable Logger log;
    private transient @Nullable TrainingProgress progress;

    /** {@return a description of the scheme, which Weka shows beside its options} */
    public String globalInfo() {
        return "A two-layer perceptron with rectified hidden units for targets with a lower limit, an upper"
                + " limit or both, such as rain, claims, prices, hours or counts. The output is clamped to the"
                + " bounds, in the forward pass and in back-propagation: the prediction is min(upper, max(lower,"
                + " z)), and the gradient of the loss is zero wherever the output lies at a bound or beyond it. So"
                + " every prediction lies within the bounds exactly, and the network wastes nothing on values that"
                + " cannot occur.\n\n"
                + "Attributes are standardised, nominal attributes one-hot encoded and missing values replaced"
                + " automatically. Bounds are set in the units of the class. By default, held-out rows decide when"
                + " training stops, and how many bins each numeric attribute gets; predictions can bend at their edges."
                + " Then several networks are trained on all rows and averaged. The held-out rows also determine the"
                + " width of the prediction intervals, which stay within the bounds, too.\n\n"
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
     * Fits the network from scratch.
     *
     * @param data the training data with its class set; not modified
     * @throws IllegalArgumentException if options do not fit together, a value or weight cannot be trained on, or
     *     memory does not suffice
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     * @throws Exception if the data is of a kind that the capabilities exclude
     */
    @Override
    public void buildClassifier(@Nullable Instances data) throws Exception {
        resumable.clear();
        TrainingProgress shown = progressOn(log);
        try {
            begin(data, shown);
            while (resumable.advance()) {}
            resumable.end(getResume());
        } catch (OutOfMemoryError e) {
            throw Failures.refused(e);
        } finally {
            shown.close();
        }
    }

    /**
     * Starts a training that {@code next} continues epoch by epoch and {@code done} ends. If the model was kept ready
     * for further training, that training is resumed, and the model stays as it is until {@link #done}. Otherwise a new
     * training starts, and the model is the one after the epochs so far.
     *
     * @param data the training data with its class set, the same as before if training is resumed; not modified
     * @throws IllegalArgumentException if training cannot be resumed with these options and data, options do not fit
     *     together, a value or weight cannot be trained on, or memory does not suffice
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     * @throws Exception if the data is of a kind that the capabilities exclude
     */
    @Override
    public void initializeClassifier(@Nullable Instances data) throws Exception {
        TrainingProgress shown = progressOn(log != null ? log : ExplorerWorkarounds.latestLog());
        progress = shown;
        Failures.told(progress, () -> {
            if (getResume() && resumable.isFrozen()) {
                throw new IllegalArgumentException("This model cannot be trained further:"
                        + " it was built without the option -resume, or has been cleaned up.");
            }
            begin(data, shown);
            resumable.showModelSoFar();
            return true;
        });
    }

    /**
     * Trains for one epoch.
     *
     * @return false if no epoch was trained, because the maximum number of epochs or the patience has been reached or
     *     training diverged
     * @throws IllegalStateException if no training is in progress
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set and the training is over
     */
    @Override
    public boolean next() throws Exception {
        return Failures.told(progress, () -> {
            boolean advanced = resumable.advance();
            resumable.showModelSoFar();
            return advanced;
        });
    }

    /**
     * Ends the training in progress, if there is one. Unless the option resume is set, drops what further training
     * would need.
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set and the training is over
     */
    @Override
    public void done() throws Exception {
        Failures.told(progress, () -> {
            resumable.end(getResume());
            return true;
        });
        if (progress != null) {
            progress.close();
        }
    }

    private void begin(@Nullable Instances data, TrainingProgress shown) throws Exception {
        if (data == null) { // Weka passes null for a file that it could not read
            throw new IllegalArgumentException("There is no training data: the file could not be read.");
        }
        requireCapable(data);
        resumable.begin(data, hyperparameters(), getResume(), shown);
    }

    /**
     * Checks the header only: any values in the rows are allowed, and Weka would look at each of them. Whether enough
     * rows are usable is checked when they are encoded.
     */
    private void requireCapable(Instances data) throws Exception {
        Capabilities ofTheHeader = getCapabilities();
        ofTheHeader.setMinimumNumberInstances(0);
        ofTheHeader.testWithFail(new Instances(data, 0));
    }

    private TrainingProgress progressOn(@Nullable Logger shownOn) {
        return TrainingProgress.of(this, shownOn, getDebug());
    }

    /**
     * Sets the log that shows the progress of training. If it throws a {@link RuntimeException}, training continues and
     * does not use it any more.
     *
     * @param value Weka's log, or null for none
     */
    @Override
    public void setLog(@Nullable Logger value) {
        log = value;
        ExplorerWorkarounds.remember(value);
    }

    /** {@return the log that shows the progress of training; null if there is none} */
    @Override
    @ProgrammaticProperty
    public @Nullable Logger getLog() {
        return log;
    }

    /**
     * {@return the prediction for an instance, finite and within the bounds}
     *
     * @param instance an instance with the structure of the training data; any values are allowed, and names may
     *     differ
     * @throws IllegalArgumentException if its data has an attribute of another type, or the attributes or labels in
     *     another order; an instance that belongs to no data is taken as it is
     * @throws IllegalStateException if no model has been built
     */
    @Override
    public double classifyInstance(Instance instance) {
        return trained().predict(instance);
    }

    /**
     * {@return one interval whose ends lie within the bounds; if there are too few held-out rows for the level, it
     * spans the bounds. The model's text says up to which level they suffice.}
     *
     * @param instance an instance with the structure of the training data; any values are allowed
     * @param confidenceLevel the fraction of targets that the interval should cover, such as 0.95
     * @throws IllegalArgumentException if the level is not above 0 and below 1, or as for {@link #classifyInstance}
     * @throws IllegalStateException if no model has been built
     */
    @Override
    public double[][] predictIntervals(Instance instance, double confidenceLevel) {
        return new double[][] {trained().predictInterval(instance, confidenceLevel)};
    }

    /**
     * {@return the model as the source of a standalone Java class that makes the same predictions bit for bit; Weka's
     * option -z wraps it}
     *
     * @param className the name of the class
     * @throws IllegalStateException if no model has been built
     */
    @Override
    public String toSource(String className) {
        return JavaSource.of(trained(), className);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Checksummed.write(out, resumable);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        resumable = Objects.requireNonNull(Checksummed.read(in, TrainableModel.class));
    }

    /** {@return the names of the measures, the same with and without a model} */
    @Override
    public Enumeration<String> enumerateMeasures() {
        return Collections.enumeration(ModelMeasure.names());
    }

    /**
     * {@return the value of a measure; NaN, which Weka shows as missing, if the model has no such value or no model has
     * been built}
     *
     * @param name one of {@link #enumerateMeasures()}, in upper or lower case
     * @throws IllegalArgumentException if there is no such measure
     */
    @Override
    public double getMeasure(String name) {
        return ModelMeasure.valueOf(name, resumable.model());
    }

    /** {@return the model's measures in one line, or a note that there is no model} */
    @Override
    public String toSummaryString() {
        BoundedModel model = resumable.model();
        return model == null ? NO_MODEL : ModelMeasure.summary(model);
    }

    /** {@return {@link Drawable#BayesNet}: a layered graph in XMLBIF} */
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
        return NetworkGraph.of(trained());
    }

    private BoundedModel trained() {
        BoundedModel model = resumable.model();
        if (model == null) {
            throw new IllegalStateException(NO_MODEL);
        }
        return model;
    }

    /** {@return the model in words and numbers, or a note that there is no model} */
    @Override
    public String toString() {
        BoundedModel model = resumable.model();
        return model == null ? NO_MODEL : ModelText.of(model);
    }

    /**
     * Runs a scheme from the command line. Failures that the user can mend are reported in one sentence, without a
     * stack trace.
     *
     * @param toRun the scheme
     * @param options the command line
     */
    @Override
    public void run(Object toRun, String[] options) {
        BoundedMLPRegressor scheme = (BoundedMLPRegressor) toRun;
        List<String> commandLine = List.of(options); // before Weka blanks what it has read
        try {
            System.out.println(Evaluation.evaluateModel(scheme, options));
        } catch (Exception | OutOfMemoryError e) {
            Failures.print(e, commandLine);
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
