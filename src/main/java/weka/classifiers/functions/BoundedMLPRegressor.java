package weka.classifiers.functions;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Enumeration;
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
 * A two-layer network for targets that cannot go below a limit, or above one: its output is a rectifier at the bounds, in the
 * forward pass and in back-propagation, so every prediction lies within them exactly.
 *
 * <p>This class is the scheme as Weka sees it. Its options are in {@link BoundedMLPOptions}, the fitted network and the
 * encoding of instances in {@link BoundedModel}, the mathematics in
 * {@link weka.classifiers.functions.boundedmlp.nn}.
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

    /** Without a model before the first training and after one that failed. Saved under a checksum. */
    private transient TrainableModel resumable = new TrainableModel();

    private transient @Nullable Logger log;
    private transient @Nullable TrainingProgress progress;

    /** {@return what the scheme does, shown by Weka beside its options} */
    public String globalInfo() {
        return "A two-layer perceptron with rectified hidden units for targets that cannot go below a limit (rain, claims,"
                + " prices, hours, counts) or above one. The output is a rectifier at the bounds during forward and back"
                + " propagation: the prediction is min(upper, max(lower, z)), and the gradient of the cost is zero wherever"
                + " the output sits at a bound or beyond it. So every prediction lies within the bounds exactly, and the"
                + " network spends nothing on values that cannot occur.\n\n"
                + "Attributes are standardised, nominal ones made one-hot and missing values replaced, all inside; bounds"
                + " are set in the units of the class. By default training stops early on held-out rows, and the network is"
                + " then trained anew on all rows. The held-out rows also tell how wide prediction intervals have to be; these"
                + " keep to the bounds, too.\n\n"
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
     * Fits the network, from the beginning.
     *
     * @param data the training data, its class set; not modified
     * @throws IllegalArgumentException if options do not fit together, a value or weight cannot be trained on, or memory does not
     *     suffice
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
     * Begins a training, to be carried on epoch by epoch. {@link #next} does that, and {@link #done} ends it. Where the model has been kept ready
     * for it, the training goes on from there, and the model stays until {@link #done}; otherwise it starts anew, and the model
     * is the one after the epochs so far.
     *
     * @param data the training data, its class set, the same as before if training goes on; not modified
     * @throws IllegalArgumentException if the training cannot go on with these options and data, options do not fit together,
     *     a value or weight cannot be trained on, or memory does not suffice
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
     * @return false if there was none, because the maximum number of epochs or the patience has been reached or training
     *     diverged
     * @throws IllegalStateException if no training is under way
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
     * Ends the training that is under way, if there is one, and drops what a further one would need unless the option resume is
     * set.
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
        if (data == null) { // what Weka hands over for a file that it could not read
            throw new IllegalArgumentException("There is no training data: the file could not be read.");
        }
        requireCapable(data);
        resumable.begin(data, hyperparameters(), getResume(), shown);
    }

    /**
     * The header is enough: all that rows may hold can be handled, and Weka would look at each of them. Whether there are rows
     * enough turns out when they are encoded.
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
     * Sets where training tells how it goes. A log that throws a {@link RuntimeException} does not disturb training, which then
     * tells it nothing more.
     *
     * @param value Weka's log, or null for none
     */
    @Override
    public void setLog(@Nullable Logger value) {
        log = value;
        ExplorerWorkarounds.remember(value);
    }

    /** {@return where training tells how it goes; null if nowhere} */
    @Override
    @ProgrammaticProperty
    public @Nullable Logger getLog() {
        return log;
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
     * {@return one interval, its two ends within the bounds; from bound to bound if the held-out rows are too few for the level,
     * which the model's text tells}
     *
     * @param instance an instance of the training data's structure, whatever its values
     * @param confidenceLevel the share of cases that the interval is to cover, such as 0.95
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     * @throws IllegalStateException if no model has been built
     */
    @Override
    public double[][] predictIntervals(Instance instance, double confidenceLevel) {
        return new double[][] {trained().predictInterval(instance, confidenceLevel)};
    }

    /**
     * {@return the model as the source of a Java class of its own, which predicts the same bits; Weka's option -z wraps it}
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
     * {@return a figure of the model; NaN, which Weka takes for a missing value, if it has none or no model has been built}
     *
     * @param name one of {@link #enumerateMeasures()}, in upper or lower case
     * @throws IllegalArgumentException if there is no such measure
     */
    @Override
    public double getMeasure(String name) {
        return ModelMeasure.valueOf(name, resumable.model());
    }

    /** {@return the model's measures in one line, or that there is no model} */
    @Override
    public String toSummaryString() {
        BoundedModel model = resumable.model();
        return model == null ? NO_MODEL : ModelMeasure.summary(model);
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
        return NetworkGraph.of(trained());
    }

    private BoundedModel trained() {
        BoundedModel model = resumable.model();
        if (model == null) {
            throw new IllegalStateException("BoundedMLPRegressor has not been trained yet.");
        }
        return model;
    }

    /** {@return the model in words and numbers, or that there is none} */
    @Override
    public String toString() {
        BoundedModel model = resumable.model();
        return model == null ? NO_MODEL : ModelText.of(model);
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
        } catch (Exception | OutOfMemoryError e) {
            Failures.print(e);
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
