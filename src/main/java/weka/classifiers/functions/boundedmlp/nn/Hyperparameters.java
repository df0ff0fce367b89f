package weka.classifiers.functions.boundedmlp.nn;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
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
 * Everything that a user can set about a network and its training, in the user's units. Defaults and allowed ranges are
 * declared only here. Each setter refuses a value out of its range; {@link #requireConsistent} refuses values that do
 * not fit together.
 */
public final class Hyperparameters implements Serializable, Cloneable {

    private static final long serialVersionUID = 1L;

    /** Default number of hidden units: with 64, small smooth problems did markedly worse; with 100, no better. */
    public static final int HIDDEN_SIZE = 128;
    /**
     * Value of {@link #bins()}, and its default, that lets the held-out rows choose: bins gain up to 40 % of the error
     * where the target bends, and lose where it is smooth and rows are few.
     */
    public static final int BINS_BY_HELD_OUT_ROWS = -1;
    /** Default number of networks that are averaged: five gained 1 to 5 % of the error over one. */
    public static final int MEMBERS = 5;
    /**
     * Default learning rate, the usual one of Adam: 0.002 and 0.003 helped only on large data and were worse on small
     * noisy data.
     */
    public static final double LEARNING_RATE = 0.001;
    /** Default lower bound. */
    public static final double LOWER_BOUND = 0;
    /** Default upper bound: none. */
    public static final double UPPER_BOUND = Double.POSITIVE_INFINITY;
    /** Default slope of the leaky gradient. */
    public static final double LEAK_SLOPE = 0.01;
    /**
     * Default maximum number of epochs: large data still improves after 400, and on noisy data early stopping ends
     * training long before.
     */
    public static final int MAX_EPOCHS = 500;
    /** Default mini-batch size: chosen from the number of rows. */
    public static final int MINI_BATCH_SIZE = 0;
    /** Default percentage of rows held out for early stopping: with 10 the chosen epoch depended on chance. */
    public static final int VALIDATION_SET_SIZE = 20;
    /** Default number of epochs without improvement before training stops: 50 was no better. */
    public static final int PATIENCE = 30;
    /** Default momentum of stochastic gradient descent. */
    public static final double MOMENTUM = 0.9;
    /**
     * Default weight decay. It is divided by the sum of the instance weights, so one value serves 150 rows as well as
     * 17,000. The value 1 is better on noisy data and much worse on smooth data; 0.1 is the opposite.
     */
    public static final double WEIGHT_DECAY = 0.3;
    /** Default maximum gradient norm, against single extreme batches: 1 and less did worse on small noisy data. */
    public static final double MAX_GRADIENT_NORM = 3;
    /** Default seed. */
    public static final int SEED = 1;
    /** Default number of threads: Weka's other schemes use one, which leaves the other processors to other work. */
    public static final int NUM_THREADS = 1;

    private static final int MOST_BINS = 1000;
    private static final int MOST_MEMBERS = 1000;
    private static final double INF = Double.POSITIVE_INFINITY;

    /**
     * The fields that may change when training is resumed. All others must stay the same, including any added later.
     */
    private static final Set<String> CHANGEABLE = Set.of("learningRate", "maxEpochs", "patience", "numThreads");

    private int hiddenSize = HIDDEN_SIZE;
    private int bins = BINS_BY_HELD_OUT_ROWS;
    private int members = MEMBERS;
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
    private HeldOutRows heldOutRows = HeldOutRows.RANDOM;
    private int patience = PATIENCE;
    private OptimizerKind optimizer = OptimizerKind.ADAM;
    private double momentum = MOMENTUM;
    private double weightDecay = WEIGHT_DECAY;
    private double maxGradientNorm = MAX_GRADIENT_NORM;
    private int seed = SEED;
    private int numThreads = NUM_THREADS;

    /** Creates the defaults. */
    public Hyperparameters() {}

    /** {@return the number of hidden units of each member, at least 1} */
    public int hiddenSize() {
        return hiddenSize;
    }

    /** Sets {@link #hiddenSize()}. */
    public Hyperparameters hiddenSize(int value) {
        hiddenSize = require(value >= 1, "hiddenSize", value, "a whole number of at least 1");
        return this;
    }

    /**
     * {@return the largest number of bins of a numeric attribute, 0 for none, or {@link #BINS_BY_HELD_OUT_ROWS} to let
     * the held-out rows choose}
     */
    public int bins() {
        return bins;
    }

    /** Sets {@link #bins()}. */
    public Hyperparameters bins(int value) {
        bins = require(
                value >= BINS_BY_HELD_OUT_ROWS && value <= MOST_BINS,
                "bins",
                value,
                "a whole number from -1 to " + MOST_BINS + ", where -1 lets the held-out rows choose");
        return this;
    }

    /** {@return the number of networks that are trained and averaged, at least 1} */
    public int members() {
        return members;
    }

    /** Sets {@link #members()}. */
    public Hyperparameters members(int value) {
        members = require(
                value >= 1 && value <= MOST_MEMBERS, "members", value, "a whole number from 1 to " + MOST_MEMBERS);
        return this;
    }

    /** {@return the size of the optimizer's steps, above 0 and finite} */
    public double learningRate() {
        return learningRate;
    }

    /** Sets {@link #learningRate()}. */
    public Hyperparameters learningRate(double value) {
        learningRate = require(value > 0 && value < INF, "learningRate", value, "a finite number above 0");
        return this;
    }

    /** {@return the smallest value that a prediction may have; negative infinity for none} */
    public double lowerBound() {
        return lowerBound;
    }

    /** Sets {@link #lowerBound()}. */
    public Hyperparameters lowerBound(double value) {
        lowerBound = require(value < INF, "lowerBound", value, "a number below the upper bound, or -Infinity for none");
        return this;
    }

    /** {@return the largest value that a prediction may have; positive infinity for none} */
    public double upperBound() {
        return upperBound;
    }

    /** Sets {@link #upperBound()}. */
    public Hyperparameters upperBound(double value) {
        upperBound = require(value > -INF, "upperBound", value, "a number above the lower bound, or Infinity for none");
        return this;
    }

    /** {@return which function keeps predictions within the bounds} */
    public OutputKind outputActivation() {
        return outputActivation;
    }

    /** Sets {@link #outputActivation()}. */
    public Hyperparameters outputActivation(OutputKind value) {
        outputActivation = requireOneOf(OutputKind.values(), "outputActivation", value);
        return this;
    }

    /** {@return what the gradient does where the clamp is active} */
    public GradientPolicy gradientPolicy() {
        return gradientPolicy;
    }

    /** Sets {@link #gradientPolicy()}. */
    public Hyperparameters gradientPolicy(GradientPolicy value) {
        gradientPolicy = requireOneOf(GradientPolicy.values(), "gradientPolicy", value);
        return this;
    }

    /**
     * {@return the fraction of the gradient that {@link GradientPolicy#LEAKY} keeps where the clamp is active, in (0,
     * 1)}
     */
    public double leakSlope() {
        return leakSlope;
    }

    /** Sets {@link #leakSlope()}. */
    public Hyperparameters leakSlope(double value) {
        leakSlope = require(value > 0 && value < 1, "leakSlope", value, "a number between 0 and 1, both excluded");
        return this;
    }

    /** {@return the loss that training minimises} */
    public LossKind lossFunction() {
        return lossFunction;
    }

    /** Sets {@link #lossFunction()}. */
    public Hyperparameters lossFunction(LossKind value) {
        lossFunction = requireOneOf(LossKind.values(), "lossFunction", value);
        return this;
    }

    /** {@return the maximum number of epochs, that is, passes over the training rows; at least 0} */
    public int maxEpochs() {
        return maxEpochs;
    }

    /** Sets {@link #maxEpochs()}. */
    public Hyperparameters maxEpochs(int value) {
        maxEpochs = require(value >= 0, "maxEpochs", value, "a whole number of at least 0");
        return this;
    }

    /** {@return the number of rows in a mini-batch, or 0 to choose it from the number of rows} */
    public int miniBatchSize() {
        return miniBatchSize;
    }

    /** Sets {@link #miniBatchSize()}. */
    public Hyperparameters miniBatchSize(int value) {
        miniBatchSize = require(
                value >= 0,
                "miniBatchSize",
                value,
                "a whole number of at least 0, where 0 chooses the size from the data");
        return this;
    }

    /** {@return the percentage of rows held out for early stopping, from 0 (none) to 90} */
    public int validationSetSize() {
        return validationSetSize;
    }

    /** Sets {@link #validationSetSize()}. */
    public Hyperparameters validationSetSize(int value) {
        validationSetSize =
                require(value >= 0 && value <= 90, "validationSetSize", value, "a whole number from 0 to 90");
        return this;
    }

    /** {@return which rows are held out} */
    public HeldOutRows heldOutRows() {
        return heldOutRows;
    }

    /** Sets {@link #heldOutRows()}. */
    public Hyperparameters heldOutRows(HeldOutRows value) {
        heldOutRows = requireOneOf(HeldOutRows.values(), "heldOutRows", value);
        return this;
    }

    /** {@return the number of epochs without a better validation loss after which training stops, at least 1} */
    public int patience() {
        return patience;
    }

    /** Sets {@link #patience()}. */
    public Hyperparameters patience(int value) {
        patience = require(value >= 1, "patience", value, "a whole number of at least 1");
        return this;
    }

    /** {@return the rule that turns gradients into steps} */
    public OptimizerKind optimizer() {
        return optimizer;
    }

    /** Sets {@link #optimizer()}. */
    public Hyperparameters optimizer(OptimizerKind value) {
        optimizer = requireOneOf(OptimizerKind.values(), "optimizer", value);
        return this;
    }

    /** {@return the momentum of stochastic gradient descent, in [0, 1)} */
    public double momentum() {
        return momentum;
    }

    /** Sets {@link #momentum()}. */
    public Hyperparameters momentum(double value) {
        momentum = require(value >= 0 && value < 1, "momentum", value, "a number of at least 0 and below 1");
        return this;
    }

    /**
     * {@return the factor of the penalty on the squared weights, at least 0 and finite; the penalty is divided by the
     * sum of the instance weights}
     */
    public double weightDecay() {
        return weightDecay;
    }

    /** Sets {@link #weightDecay()}. */
    public Hyperparameters weightDecay(double value) {
        weightDecay = require(value >= 0 && value < INF, "weightDecay", value, "a finite number of at least 0");
        return this;
    }

    /** {@return the norm to which longer gradients are cut, above 0; positive infinity for no limit} */
    public double maxGradientNorm() {
        return maxGradientNorm;
    }

    /** Sets {@link #maxGradientNorm()}. */
    public Hyperparameters maxGradientNorm(double value) {
        maxGradientNorm = require(value > 0, "maxGradientNorm", value, "a number above 0, or Infinity for no limit");
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

    /**
     * {@return the maximum number of training threads, or 0 for one per processor; the result is the same with any
     * number}
     */
    public int numThreads() {
        return numThreads;
    }

    /** Sets {@link #numThreads()}. */
    public Hyperparameters numThreads(int value) {
        numThreads =
                require(value >= 0, "numThreads", value, "a whole number of at least 0, where 0 means all processors");
        return this;
    }

    /** {@return the number of training threads: at least 1 and at most the number of processors} */
    public int threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return numThreads == 0 ? processors : Math.min(numThreads, processors);
    }

    /** {@return the lower and the upper bound together} */
    public Bounds bounds() {
        return new Bounds(lowerBound, upperBound);
    }

    /**
     * {@return the output activation in standard units, in which {@code center} is 0 and {@code scale} is 1}
     *
     * @param center the target value, in the user's units, that becomes 0
     * @param scale the distance, in the user's units, that becomes 1; above 0
     */
    public OutputActivation outputActivation(double center, double scale) {
        Bounds scaled = bounds().scaled(center, scale);
        return switch (outputActivation) {
            case CLAMP -> new ClampOutput(scaled, gradientPolicy, leakSlope);
            case SOFTPLUS -> new SoftplusOutput(scaled);
            case SIGMOID -> new SigmoidOutput(scaled);
        };
    }

    /**
     * {@return the loss that training minimises, in standard units, where {@code center} is 0 and {@code scale} is 1}
     *
     * @param center the target value, in the user's units, that becomes 0
     * @param scale the distance, in the user's units, that becomes 1; above 0
     */
    public Loss loss(double center, double scale) {
        return lossFunction.of(outputActivation(center, scale));
    }

    /**
     * Checks that the values fit together.
     *
     * @throws IllegalArgumentException if the lower bound is not below the upper bound, or the output activation does
     *     not fit the bounds; the message names the options and their values
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
     * Checks that training can be resumed with these hyperparameters: only the learning rate, the maximum number of
     * epochs, the patience and the number of threads may differ.
     *
     * @param before the hyperparameters so far
     * @throws IllegalArgumentException if another one differs; the message names it and both its values
     */
    public void requireResumable(Hyperparameters before) {
        for (Field field : Hyperparameters.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !CHANGEABLE.contains(field.getName())) {
                requireSame(field.getName(), before.value(field), value(field));
            }
        }
    }

    private Object value(Field field) {
        try {
            return field.get(this);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static void requireSame(String name, Object before, Object now) {
        if (!before.equals(now)) {
            throw new IllegalArgumentException(
                    name + " must stay " + before + " when training is resumed, but is now " + now + ".");
        }
    }

    /** Refuses values that no setter allows. Whether they fit together is checked where they are used. */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Hyperparameters checked = new Hyperparameters();
        try {
            for (Field field : Hyperparameters.class.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    Hyperparameters.class
                            .getMethod(field.getName(), field.getType())
                            .invoke(checked, value(field));
                }
            }
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw DamagedModel.because(refusal);
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) { // a field without its setter
            throw new LinkageError(e.toString(), e);
        }
    }

    /** {@return an independent copy with the same values} */
    public Hyperparameters copy() {
        try {
            return (Hyperparameters) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** Refuses null, which Java code can pass despite the annotations. */
    private static <T> T requireOneOf(T[] constants, String name, @Nullable T value) {
        if (value == null) {
            String names = Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
            throw refused(name, "null", "one of " + names);
        }
        return value;
    }

    private static <T> T require(boolean allowed, String name, T value, String what) {
        if (!allowed) {
            throw refused(name, value, what);
        }
        return value;
    }

    private static IllegalArgumentException refused(String name, Object value, String what) {
        return new IllegalArgumentException(name + " must be " + what + ", but is " + value + ".");
    }
}
