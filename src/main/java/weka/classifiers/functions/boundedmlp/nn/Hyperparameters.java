package weka.classifiers.functions.boundedmlp.nn;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.classifiers.functions.boundedmlp.nn.output.ClampOutput;
import weka.classifiers.functions.boundedmlp.nn.output.GradientPolicy;
import weka.classifiers.functions.boundedmlp.nn.output.Loss;
import weka.classifiers.functions.boundedmlp.nn.output.LossKind;
import weka.classifiers.functions.boundedmlp.nn.output.OutputActivation;
import weka.classifiers.functions.boundedmlp.nn.output.OutputKind;
import weka.classifiers.functions.boundedmlp.nn.output.SigmoidOutput;
import weka.classifiers.functions.boundedmlp.nn.output.SoftplusOutput;

/**
 * Everything about a network and its training that a user may set, in the user's units, with the only home of the
 * defaults and of what is allowed. Each setter refuses a bad value; {@link #requireConsistent} refuses values that are
 * good each but make no sense together.
 */
public final class Hyperparameters implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Default number of hidden units: small smooth problems did markedly worse with 64, and no better with 100. */
    public static final int HIDDEN_SIZE = 128;
    /** Default learning rate: Adam's usual one; 0.002 and 0.003 were worse on small noisy data and gained only on large. */
    public static final double LEARNING_RATE = 0.001;
    /** Default lower bound. */
    public static final double LOWER_BOUND = 0;
    /** Default upper bound: none. */
    public static final double UPPER_BOUND = Double.POSITIVE_INFINITY;
    /** Default slope of the leaky gradient. */
    public static final double LEAK_SLOPE = 0.01;
    /** Default limit on the passes over the data: large data still gains after 400, noisy data stops by itself long before. */
    public static final int MAX_EPOCHS = 500;
    /** Default mini-batch size: chosen from the number of rows. */
    public static final int MINI_BATCH_SIZE = 0;
    /** Default share of the rows held out for early stopping, in per cent: with 10 the epoch chosen was left to chance. */
    public static final int VALIDATION_SET_SIZE = 20;
    /** Default number of epochs without improvement before training stops: 50 gained nothing. */
    public static final int PATIENCE = 30;
    /** Default momentum of stochastic gradient descent. */
    public static final double MOMENTUM = 0.9;
    /** Default weight decay: divided by the number of rows, one value serves 150 rows and 17,000. 1 is better on noisy data and
     * much worse on smooth, 0.1 the other way round. */
    public static final double WEIGHT_DECAY = 0.3;
    /** Default limit of the gradient's norm, against single wild batches: 1 and less did worse on small noisy data. */
    public static final double MAX_GRADIENT_NORM = 3;
    /** Default seed. */
    public static final int SEED = 1;
    /** Default number of threads: Weka's other schemes use one, and leave the other processors to other work. */
    public static final int NUM_THREADS = 1;

    /** In scaled units; out of reach, yet its distance from another such bound is a finite float. */
    private static final double FURTHEST_BOUND = 1e30;

    private int hiddenSize = HIDDEN_SIZE;
    private double learningRate = LEARNING_RATE;
    private double lowerBound = LOWER_BOUND;
    private double upperBound = UPPER_BOUND;
    private OutputKind outputActivation = OutputKind.CLAMP;
    private GradientPolicy gradientPolicy = GradientPolicy.MASKED;
    private double leakSlope = LEAK_SLOPE;
    private LossKind lossFunction = LossKind.SQUARED;
    private int maxEpochs = MAX_EPOCHS;
    private int miniBatchSize = MINI_BATCH_SIZE;
    private int validationSetSize = VALIDATION_SET_SIZE;
    private int patience = PATIENCE;
    private OptimizerKind optimizer = OptimizerKind.ADAM;
    private double momentum = MOMENTUM;
    private double weightDecay = WEIGHT_DECAY;
    private double maxGradientNorm = MAX_GRADIENT_NORM;
    private int seed = SEED;
    private int numThreads = NUM_THREADS;

    /** Creates the defaults. */
    public Hyperparameters() {}

    /** {@return the number of hidden units, at least 1} */
    public int hiddenSize() {
        return hiddenSize;
    }

    /** Sets {@link #hiddenSize()}. */
    public Hyperparameters hiddenSize(int value) {
        require(value >= 1, "hiddenSize", value, "a whole number of at least 1");
        hiddenSize = value;
        return this;
    }

    /** {@return the size of the optimizer's steps, above 0 and finite} */
    public double learningRate() {
        return learningRate;
    }

    /** Sets {@link #learningRate()}. */
    public Hyperparameters learningRate(double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, "learningRate", value, "a finite number above 0");
        learningRate = value;
        return this;
    }

    /** {@return the smallest value that a prediction may have; negative infinity for none} */
    public double lowerBound() {
        return lowerBound;
    }

    /** Sets {@link #lowerBound()}. */
    public Hyperparameters lowerBound(double value) {
        require(
                value < Double.POSITIVE_INFINITY,
                "lowerBound",
                value,
                "a number below the upper bound, or -Infinity for none");
        lowerBound = value;
        return this;
    }

    /** {@return the largest value that a prediction may have; positive infinity for none} */
    public double upperBound() {
        return upperBound;
    }

    /** Sets {@link #upperBound()}. */
    public Hyperparameters upperBound(double value) {
        require(
                value > Double.NEGATIVE_INFINITY,
                "upperBound",
                value,
                "a number above the lower bound, or Infinity for none");
        upperBound = value;
        return this;
    }

    /** {@return which function keeps predictions within the bounds} */
    public OutputKind outputActivation() {
        return outputActivation;
    }

    /** Sets {@link #outputActivation()}. */
    public Hyperparameters outputActivation(OutputKind value) {
        requireOneOf(OutputKind.values(), "outputActivation", value);
        outputActivation = value;
        return this;
    }

    /** {@return what the gradient does where the clamp is active} */
    public GradientPolicy gradientPolicy() {
        return gradientPolicy;
    }

    /** Sets {@link #gradientPolicy()}. */
    public Hyperparameters gradientPolicy(GradientPolicy value) {
        requireOneOf(GradientPolicy.values(), "gradientPolicy", value);
        gradientPolicy = value;
        return this;
    }

    /** {@return the share of the gradient that {@link GradientPolicy#LEAKY} lets through, in (0, 1)} */
    public double leakSlope() {
        return leakSlope;
    }

    /** Sets {@link #leakSlope()}. */
    public Hyperparameters leakSlope(double value) {
        require(value > 0 && value < 1, "leakSlope", value, "a number between 0 and 1, both excluded");
        leakSlope = value;
        return this;
    }

    /** {@return the loss that training minimises} */
    public LossKind lossFunction() {
        return lossFunction;
    }

    /** Sets {@link #lossFunction()}. */
    public Hyperparameters lossFunction(LossKind value) {
        requireOneOf(LossKind.values(), "lossFunction", value);
        lossFunction = value;
        return this;
    }

    /** {@return the largest number of passes over the training rows, at least 0} */
    public int maxEpochs() {
        return maxEpochs;
    }

    /** Sets {@link #maxEpochs()}. */
    public Hyperparameters maxEpochs(int value) {
        require(value >= 0, "maxEpochs", value, "a whole number of at least 0");
        maxEpochs = value;
        return this;
    }

    /** {@return the number of rows in a mini-batch, or 0 to choose it from the number of rows} */
    public int miniBatchSize() {
        return miniBatchSize;
    }

    /** Sets {@link #miniBatchSize()}. */
    public Hyperparameters miniBatchSize(int value) {
        require(
                value >= 0,
                "miniBatchSize",
                value,
                "a whole number of at least 0, which chooses the size from the data");
        miniBatchSize = value;
        return this;
    }

    /** {@return the share of the rows held out for early stopping, in per cent from 0 (none) to 90} */
    public int validationSetSize() {
        return validationSetSize;
    }

    /** Sets {@link #validationSetSize()}. */
    public Hyperparameters validationSetSize(int value) {
        require(value >= 0 && value <= 90, "validationSetSize", value, "a whole number from 0 to 90");
        validationSetSize = value;
        return this;
    }

    /** {@return after how many epochs without a better validation loss training stops, at least 1} */
    public int patience() {
        return patience;
    }

    /** Sets {@link #patience()}. */
    public Hyperparameters patience(int value) {
        require(value >= 1, "patience", value, "a whole number of at least 1");
        patience = value;
        return this;
    }

    /** {@return the rule that turns gradients into steps} */
    public OptimizerKind optimizer() {
        return optimizer;
    }

    /** Sets {@link #optimizer()}. */
    public Hyperparameters optimizer(OptimizerKind value) {
        requireOneOf(OptimizerKind.values(), "optimizer", value);
        optimizer = value;
        return this;
    }

    /** {@return the momentum of stochastic gradient descent, in [0, 1)} */
    public double momentum() {
        return momentum;
    }

    /** Sets {@link #momentum()}. */
    public Hyperparameters momentum(double value) {
        require(value >= 0 && value < 1, "momentum", value, "a number from 0 to 1, 1 excluded");
        momentum = value;
        return this;
    }

    /** {@return the factor of the penalty on the squared weights, which is divided by the sum of the
     * instance weights; at least 0 and finite} */
    public double weightDecay() {
        return weightDecay;
    }

    /** Sets {@link #weightDecay()}. */
    public Hyperparameters weightDecay(double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, "weightDecay", value, "a finite number of at least 0");
        weightDecay = value;
        return this;
    }

    /** {@return the norm to which longer gradients are cut, above 0; positive infinity for no limit} */
    public double maxGradientNorm() {
        return maxGradientNorm;
    }

    /** Sets {@link #maxGradientNorm()}. */
    public Hyperparameters maxGradientNorm(double value) {
        require(value > 0, "maxGradientNorm", value, "a number above 0, or Infinity for no limit");
        maxGradientNorm = value;
        return this;
    }

    /** {@return the seed of everything random} */
    public int seed() {
        return seed;
    }

    /** Sets {@link #seed()}. */
    public Hyperparameters seed(int value) {
        seed = value;
        return this;
    }

    /** {@return the number of threads that train at most, or 0 for one per processor; the outcome is the same with any} */
    public int numThreads() {
        return numThreads;
    }

    /** Sets {@link #numThreads()}. */
    public Hyperparameters numThreads(int value) {
        require(value >= 0, "numThreads", value, "a whole number of at least 0, which means all processors");
        numThreads = value;
        return this;
    }

    /** {@return the number of threads that train at most, at least 1 and no more than there are processors} */
    public int threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return numThreads == 0 ? processors : Math.min(numThreads, processors);
    }

    /** {@return the lower and the upper bound together} */
    public Bounds bounds() {
        return new Bounds(lowerBound, upperBound);
    }

    /**
     * {@return the output activation in scaled units, in which {@code center} is 0 and {@code scale} is 1}
     *
     * @param center the target value, in the user's units, that the network calls 0
     * @param scale the number of the user's units, above 0, that the network calls 1
     */
    public OutputActivation outputActivation(double center, double scale) {
        Bounds scaled = new Bounds(scaled(lowerBound, center, scale), scaled(upperBound, center, scale));
        return switch (outputActivation) {
            case CLAMP -> new ClampOutput(scaled, gradientPolicy, leakSlope);
            case SOFTPLUS -> new SoftplusOutput(scaled);
            case SIGMOID -> new SigmoidOutput(scaled);
        };
    }

    /**
     * {@return the loss that training minimises, in scaled units, in which {@code center} is 0 and {@code scale} is 1}
     *
     * @param center the target value, in the user's units, that the network calls 0
     * @param scale the number of the user's units, above 0, that the network calls 1
     */
    public Loss loss(double center, double scale) {
        return lossFunction.of(outputActivation(center, scale));
    }

    /** A bound that is finite must stay so: one that overflowed would count as none. */
    private static double scaled(double bound, double center, double scale) {
        return Double.isInfinite(bound)
                ? bound
                : Math.max(-FURTHEST_BOUND, Math.min(FURTHEST_BOUND, (bound - center) / scale));
    }

    /**
     * Checks the values against each other.
     *
     * @throws IllegalArgumentException if the lower bound is not below the upper bound, or the output activation does not
     *     fit the bounds; the message names the options and their values
     */
    public void requireConsistent() {
        if (!(lowerBound < upperBound)) {
            throw new IllegalArgumentException(
                    "lowerBound must be below upperBound, but they are " + lowerBound + " and " + upperBound + ".");
        }
        int finiteBounds = (bounds().hasLower() ? 1 : 0) + (bounds().hasUpper() ? 1 : 0);
        int needed =
                switch (outputActivation) {
                    case CLAMP -> finiteBounds;
                    case SOFTPLUS -> 1;
                    case SIGMOID -> 2;
                };
        if (finiteBounds != needed) {
            throw new IllegalArgumentException("outputActivation " + outputActivation + " needs exactly " + needed
                    + " finite bound" + (needed == 1 ? "" : "s") + ", but lowerBound is " + lowerBound
                    + " and upperBound is " + upperBound + ".");
        }
    }

    /**
     * Checks that a training can go on with these settings: all but the maximum number of epochs, the patience and the learning
     * rate must be as before.
     *
     * @param before the settings so far
     * @throws IllegalArgumentException if another one differs; the message names it and both its values
     */
    public void requireResumable(Hyperparameters before) {
        requireSame("hiddenSize", before.hiddenSize, hiddenSize);
        requireSame("lowerBound", before.lowerBound, lowerBound);
        requireSame("upperBound", before.upperBound, upperBound);
        requireSame("outputActivation", before.outputActivation, outputActivation);
        requireSame("gradientPolicy", before.gradientPolicy, gradientPolicy);
        requireSame("leakSlope", before.leakSlope, leakSlope);
        requireSame("lossFunction", before.lossFunction, lossFunction);
        requireSame("miniBatchSize", before.miniBatchSize, miniBatchSize);
        requireSame("validationSetSize", before.validationSetSize, validationSetSize);
        requireSame("optimizer", before.optimizer, optimizer);
        requireSame("momentum", before.momentum, momentum);
        requireSame("weightDecay", before.weightDecay, weightDecay);
        requireSame("maxGradientNorm", before.maxGradientNorm, maxGradientNorm);
        requireSame("seed", before.seed, seed);
    }

    private static void requireSame(String name, Object before, Object now) {
        if (!before.equals(now)) {
            throw new IllegalArgumentException(
                    name + " must stay " + before + " where training goes on, but is now " + now + ".");
        }
    }

    /** {@return hyperparameters of its own with the same values} */
    public Hyperparameters copy() {
        return new Hyperparameters()
                .hiddenSize(hiddenSize)
                .learningRate(learningRate)
                .lowerBound(lowerBound)
                .upperBound(upperBound)
                .outputActivation(outputActivation)
                .gradientPolicy(gradientPolicy)
                .leakSlope(leakSlope)
                .lossFunction(lossFunction)
                .maxEpochs(maxEpochs)
                .miniBatchSize(miniBatchSize)
                .validationSetSize(validationSetSize)
                .patience(patience)
                .optimizer(optimizer)
                .momentum(momentum)
                .weightDecay(weightDecay)
                .maxGradientNorm(maxGradientNorm)
                .seed(seed)
                .numThreads(numThreads);
    }

    /** Refuses null, which Java code can pass in spite of the annotations. */
    private static void requireOneOf(Object[] constants, String name, @Nullable Object value) {
        if (value == null) {
            String names = Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
            require(false, name, value, "one of " + names);
        }
    }

    private static void require(boolean allowed, String name, @Nullable Object value, String what) {
        if (!allowed) {
            throw new IllegalArgumentException(name + " must be " + what + ", but is " + value + ".");
        }
    }
}
