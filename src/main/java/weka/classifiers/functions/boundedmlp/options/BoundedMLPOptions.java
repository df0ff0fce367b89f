package weka.classifiers.functions.boundedmlp.options;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.boundedmlp.nn.HeldOutRows;
import weka.classifiers.functions.boundedmlp.nn.Hyperparameters;
import weka.classifiers.functions.boundedmlp.nn.OptimizerKind;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;
import weka.classifiers.functions.boundedmlp.saved.Checksummed;
import weka.core.OptionMetadata;
import weka.core.Randomizable;

/**
 * The options of the bounded network. Each is declared once, in this class: Weka builds the command line, the property
 * sheet and the help from the annotations. Values, defaults and allowed ranges are those of {@link Hyperparameters}.
 * Every setter throws {@link IllegalArgumentException} for a value that is not allowed and then changes nothing.
 */
public abstract class BoundedMLPOptions extends AbstractClassifier implements Randomizable {

    private static final long serialVersionUID = 1L;

    /** Saved with a checksum, like {@link #resume}. */
    private transient Hyperparameters hyperparameters = new Hyperparameters();

    private transient boolean resume;

    /** {@return the hyperparameters; changing them changes the options} */
    protected Hyperparameters hyperparameters() {
        return hyperparameters;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Checksummed.write(out, new Saved(hyperparameters, resume));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Saved saved = Objects.requireNonNull(Checksummed.read(in, Saved.class));
        hyperparameters = saved.hyperparameters();
        resume = saved.resume();
    }

    private record Saved(Hyperparameters hyperparameters, boolean resume) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Java calls this if a damaged file claims that this class wrote nothing. */
    @SuppressWarnings("unused") // Java calls it
    private void readObjectNoData() throws InvalidObjectException {
        throw new InvalidObjectException("The model is damaged: its options are missing.");
    }

    /**
     * Sets all options; those that are not given get their defaults. After an exception no option has changed.
     *
     * @param options the command line
     * @throws IllegalArgumentException if a value is not allowed or the values do not fit together
     * @throws Exception if an option is unknown
     */
    @Override
    public void setOptions(String[] options) throws Exception {
        Hyperparameters hyperparametersBefore = hyperparameters;
        boolean resumeBefore = resume;
        boolean debugBefore = getDebug();
        boolean uncheckedBefore = getDoNotCheckCapabilities();
        int decimalsBefore = getNumDecimalPlaces();
        String batchSizeBefore = getBatchSize();
        try {
            takeOptions(options);
        } catch (Exception e) {
            hyperparameters = hyperparametersBefore;
            resume = resumeBefore;
            setDebug(debugBefore);
            setDoNotCheckCapabilities(uncheckedBefore);
            setNumDecimalPlaces(decimalsBefore);
            setBatchSize(batchSizeBefore);
            throw e;
        }
    }

    private void takeOptions(String[] options) throws Exception {
        hyperparameters = new Hyperparameters();
        resume = false; // Weka sets flags only if the command line has any option
        setNumDecimalPlaces(NUM_DECIMAL_PLACES_DEFAULT);
        setBatchSize(BATCH_SIZE_DEFAULT);
        StrictOptions.requireWholeNumber("num-decimal-places", options);
        StrictOptions.requireWholeNumber("batch-size", options);
        StrictOptions.take(this, BoundedMLPOptions.class, options);
        StrictOptions.refuseLoneHyphen(options);
        super.setOptions(options);
        hyperparameters.requireConsistent();
    }

    /** {@return {@link Hyperparameters#hiddenSize()}} */
    @OptionMetadata(
            displayName = "hiddenSize",
            description = "The number of hidden units of each member, at least 1. Default: "
                    + Hyperparameters.HIDDEN_SIZE + ".",
            commandLineParamName = "H",
            commandLineParamSynopsis = "-H <int>",
            displayOrder = 1)
    public int getHiddenSize() {
        return hyperparameters.hiddenSize();
    }

    /** Sets {@link Hyperparameters#hiddenSize()}. */
    public void setHiddenSize(int value) {
        hyperparameters.hiddenSize(value);
    }

    /** {@return {@link Hyperparameters#learningRate()}} */
    @OptionMetadata(
            displayName = "learningRate",
            description = "The size of the optimizer's steps, above 0. Default: " + Hyperparameters.LEARNING_RATE + ".",
            commandLineParamName = "L",
            commandLineParamSynopsis = "-L <num>",
            displayOrder = 2)
    public double getLearningRate() {
        return hyperparameters.learningRate();
    }

    /** Sets {@link Hyperparameters#learningRate()}. */
    public void setLearningRate(double value) {
        hyperparameters.learningRate(value);
    }

    /** {@return {@link Hyperparameters#lowerBound()}} */
    @OptionMetadata(
            displayName = "lowerBound",
            description = "The smallest value that a prediction may have, in the units of the class:"
                    + " below the upper bound, or -Infinity for none. Default: "
                    + Hyperparameters.LOWER_BOUND + ".",
            commandLineParamName = "lower-bound",
            commandLineParamSynopsis = "-lower-bound <num>",
            displayOrder = 3)
    public double getLowerBound() {
        return hyperparameters.lowerBound();
    }

    /** Sets {@link Hyperparameters#lowerBound()}. */
    public void setLowerBound(double value) {
        hyperparameters.lowerBound(value);
    }

    /** {@return {@link Hyperparameters#upperBound()}} */
    @OptionMetadata(
            displayName = "upperBound",
            description = "The largest value that a prediction may have, in the units of the class:"
                    + " above the lower bound, or Infinity for none. Default: "
                    + Hyperparameters.UPPER_BOUND + ".",
            commandLineParamName = "upper-bound",
            commandLineParamSynopsis = "-upper-bound <num>",
            displayOrder = 4)
    public double getUpperBound() {
        return hyperparameters.upperBound();
    }

    /** Sets {@link Hyperparameters#upperBound()}. */
    public void setUpperBound(double value) {
        hyperparameters.upperBound(value);
    }

    /** {@return {@link Hyperparameters#outputActivation()}} */
    @OptionMetadata(
            displayName = "outputActivation",
            description = "How predictions are kept within the bounds: clamp cuts them off, softplus bends smoothly"
                    + " at a single bound, sigmoid runs smoothly between two. Default: clamp.",
            commandLineParamName = "output",
            commandLineParamSynopsis = "-output <clamp|softplus|sigmoid>",
            displayOrder = 5)
    public OutputKind getOutputActivation() {
        return hyperparameters.outputActivation();
    }

    /** Sets {@link Hyperparameters#outputActivation()}. */
    public void setOutputActivation(OutputKind value) {
        hyperparameters.outputActivation(value);
    }

    /** {@return {@link Hyperparameters#gradientPolicy()}} */
    @OptionMetadata(
            displayName = "gradientPolicy",
            description = "The gradient where the clamp is active: masked makes it 0, towards keeps what moves the"
                    + " output back between the bounds, leaky multiplies it by leakSlope. Default: masked.",
            commandLineParamName = "gradient",
            commandLineParamSynopsis = "-gradient <masked|towards|leaky>",
            displayOrder = 6)
    public GradientPolicy getGradientPolicy() {
        return hyperparameters.gradientPolicy();
    }

    /** Sets {@link Hyperparameters#gradientPolicy()}. */
    public void setGradientPolicy(GradientPolicy value) {
        hyperparameters.gradientPolicy(value);
    }

    /** {@return {@link Hyperparameters#leakSlope()}} */
    @OptionMetadata(
            displayName = "leakSlope",
            description = "The fraction of the gradient that leaky keeps where the clamp is active;"
                    + " between 0 and 1, both excluded. Default: "
                    + Hyperparameters.LEAK_SLOPE + ".",
            commandLineParamName = "leak",
            commandLineParamSynopsis = "-leak <num>",
            displayOrder = 7)
    public double getLeakSlope() {
        return hyperparameters.leakSlope();
    }

    /** Sets {@link Hyperparameters#leakSlope()}. */
    public void setLeakSlope(double value) {
        hyperparameters.leakSlope(value);
    }

    /** {@return {@link Hyperparameters#maxEpochs()}} */
    @OptionMetadata(
            displayName = "maxEpochs",
            description = "The maximum number of epochs, that is, passes over the training rows;"
                    + " 0 leaves the network untrained. Default: "
                    + Hyperparameters.MAX_EPOCHS + ".",
            commandLineParamName = "N",
            commandLineParamSynopsis = "-N <int>",
            displayOrder = 8)
    public int getMaxEpochs() {
        return hyperparameters.maxEpochs();
    }

    /** Sets {@link Hyperparameters#maxEpochs()}. */
    public void setMaxEpochs(int value) {
        hyperparameters.maxEpochs(value);
    }

    /** {@return {@link Hyperparameters#miniBatchSize()}} */
    @OptionMetadata(
            displayName = "miniBatchSize",
            description = "The number of rows in a mini-batch; 0 chooses it from the number of rows. Default: "
                    + Hyperparameters.MINI_BATCH_SIZE + ".",
            commandLineParamName = "mini-batch",
            commandLineParamSynopsis = "-mini-batch <int>",
            displayOrder = 9)
    public int getMiniBatchSize() {
        return hyperparameters.miniBatchSize();
    }

    /** Sets {@link Hyperparameters#miniBatchSize()}. */
    public void setMiniBatchSize(int value) {
        hyperparameters.miniBatchSize(value);
    }

    /** {@return {@link Hyperparameters#validationSetSize()}} */
    @OptionMetadata(
            displayName = "validationSetSize",
            description = "The percentage of rows held out to choose the numbers of epochs and bins, from 0 to 90,"
                    + " before training on all rows; 0 trains for maxEpochs. Default: "
                    + Hyperparameters.VALIDATION_SET_SIZE + ".",
            commandLineParamName = "V",
            commandLineParamSynopsis = "-V <int>",
            displayOrder = 10)
    public int getValidationSetSize() {
        return hyperparameters.validationSetSize();
    }

    /** Sets {@link Hyperparameters#validationSetSize()}. */
    public void setValidationSetSize(int value) {
        hyperparameters.validationSetSize(value);
    }

    /** {@return {@link Hyperparameters#heldOutRows()}} */
    @OptionMetadata(
            displayName = "heldOutRows",
            description = "Which rows are held out: random draws them from all over the data, last takes the last ones,"
                    + " for data that drifts in time. Default: random.",
            commandLineParamName = "held-out-rows",
            commandLineParamSynopsis = "-held-out-rows <random|last>",
            displayOrder = 11)
    public HeldOutRows getHeldOutRows() {
        return hyperparameters.heldOutRows();
    }

    /** Sets {@link Hyperparameters#heldOutRows()}. */
    public void setHeldOutRows(HeldOutRows value) {
        hyperparameters.heldOutRows(value);
    }

    /** {@return {@link Hyperparameters#patience()}} */
    @OptionMetadata(
            displayName = "patience",
            description = "The number of epochs without a better loss on the held-out rows after which training"
                    + " stops, at least 1. Default: "
                    + Hyperparameters.PATIENCE + ".",
            commandLineParamName = "E",
            commandLineParamSynopsis = "-E <int>",
            displayOrder = 12)
    public int getPatience() {
        return hyperparameters.patience();
    }

    /** Sets {@link Hyperparameters#patience()}. */
    public void setPatience(int value) {
        hyperparameters.patience(value);
    }

    /** {@return {@link Hyperparameters#bins()}} */
    @OptionMetadata(
            displayName = "bins",
            description = "The most bins of a numeric attribute, at whose edges predictions can bend; 0 for none,"
                    + " -1 lets the held-out rows choose, if there are any. Default: "
                    + Hyperparameters.BINS_BY_HELD_OUT_ROWS + ".",
            commandLineParamName = "bins",
            commandLineParamSynopsis = "-bins <int>",
            displayOrder = 13)
    public int getBins() {
        return hyperparameters.bins();
    }

    /** Sets {@link Hyperparameters#bins()}. */
    public void setBins(int value) {
        hyperparameters.bins(value);
    }

    /** {@return {@link Hyperparameters#members()}} */
    @OptionMetadata(
            displayName = "members",
            description = "The number of networks that are trained on all rows with different initial weights and"
                    + " then averaged, at least 1. Default: "
                    + Hyperparameters.MEMBERS + ".",
            commandLineParamName = "members",
            commandLineParamSynopsis = "-members <int>",
            displayOrder = 14)
    public int getMembers() {
        return hyperparameters.members();
    }

    /** Sets {@link Hyperparameters#members()}. */
    public void setMembers(int value) {
        hyperparameters.members(value);
    }

    /** {@return {@link Hyperparameters#optimizer()}} */
    @OptionMetadata(
            displayName = "optimizer",
            description = "The rule that turns gradients into steps: adam, or sgd with momentum. Default: adam.",
            commandLineParamName = "optimizer",
            commandLineParamSynopsis = "-optimizer <adam|sgd>",
            displayOrder = 15)
    public OptimizerKind getOptimizer() {
        return hyperparameters.optimizer();
    }

    /** Sets {@link Hyperparameters#optimizer()}. */
    public void setOptimizer(OptimizerKind value) {
        hyperparameters.optimizer(value);
    }

    /** {@return {@link Hyperparameters#momentum()}} */
    @OptionMetadata(
            displayName = "momentum",
            description = "The momentum of sgd, at least 0 and below 1. Default: " + Hyperparameters.MOMENTUM + ".",
            commandLineParamName = "M",
            commandLineParamSynopsis = "-M <num>",
            displayOrder = 16)
    public double getMomentum() {
        return hyperparameters.momentum();
    }

    /** Sets {@link Hyperparameters#momentum()}. */
    public void setMomentum(double value) {
        hyperparameters.momentum(value);
    }

    /** {@return {@link Hyperparameters#weightDecay()}} */
    @OptionMetadata(
            displayName = "weightDecay",
            description = "The factor of the penalty on the squared weights, at least 0; the penalty is divided by"
                    + " the sum of the instance weights. Default: "
                    + Hyperparameters.WEIGHT_DECAY + ".",
            commandLineParamName = "weight-decay",
            commandLineParamSynopsis = "-weight-decay <num>",
            displayOrder = 17)
    public double getWeightDecay() {
        return hyperparameters.weightDecay();
    }

    /** Sets {@link Hyperparameters#weightDecay()}. */
    public void setWeightDecay(double value) {
        hyperparameters.weightDecay(value);
    }

    /** {@return {@link Hyperparameters#maxGradientNorm()}} */
    @OptionMetadata(
            displayName = "maxGradientNorm",
            description = "The norm to which longer gradients are cut, above 0, or Infinity for no limit. Default: "
                    + Hyperparameters.MAX_GRADIENT_NORM + ".",
            commandLineParamName = "clip-norm",
            commandLineParamSynopsis = "-clip-norm <num>",
            displayOrder = 18)
    public double getMaxGradientNorm() {
        return hyperparameters.maxGradientNorm();
    }

    /** Sets {@link Hyperparameters#maxGradientNorm()}. */
    public void setMaxGradientNorm(double value) {
        hyperparameters.maxGradientNorm(value);
    }

    /** {@return {@link Hyperparameters#seed()}} */
    @Override
    @OptionMetadata(
            displayName = "seed",
            description = "The seed of the initial weights, the held-out rows and the order of the rows. Default: "
                    + Hyperparameters.SEED + ".",
            commandLineParamName = "S",
            commandLineParamSynopsis = "-S <int>",
            displayOrder = 19)
    public int getSeed() {
        return hyperparameters.seed();
    }

    /** Sets {@link Hyperparameters#seed()}. */
    @Override
    public void setSeed(int value) {
        hyperparameters.seed(value);
    }

    /** {@return {@link Hyperparameters#numThreads()}} */
    @OptionMetadata(
            displayName = "numThreads",
            description = "The maximum number of threads, used from 512 hidden units on; 0 means all processors,"
                    + " and the model is the same with any number. Default: "
                    + Hyperparameters.NUM_THREADS + ".",
            commandLineParamName = "num-threads",
            commandLineParamSynopsis = "-num-threads <int>",
            displayOrder = 20)
    public int getNumThreads() {
        return hyperparameters.numThreads();
    }

    /** Sets {@link Hyperparameters#numThreads()}. */
    public void setNumThreads(int value) {
        hyperparameters.numThreads(value);
    }

    /** {@return whether a trained model keeps what it needs to be trained further} */
    @OptionMetadata(
            displayName = "resume",
            description = "Whether training can be resumed later on the same data, for up to maxEpochs more epochs;"
                    + " the saved model is larger. Default: false.",
            commandLineParamName = "resume",
            commandLineParamSynopsis = "-resume",
            commandLineParamIsFlag = true,
            displayOrder = 21)
    public boolean getResume() {
        return resume;
    }

    /** Sets {@link #getResume()}. */
    public void setResume(boolean value) {
        resume = value;
    }
}
