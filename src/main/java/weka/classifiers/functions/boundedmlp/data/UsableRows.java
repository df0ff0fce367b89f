package weka.classifiers.functions.boundedmlp.data;

import java.util.Arrays;
import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The rows that can be used for training: those with a class value and a weight above 0. Refuses data that no network
 * could learn from.
 */
public final class UsableRows {

    private final Instances data;
    private final Instance[] rows;
    private final double[] targets;
    private final double[] weights;

    private UsableRows(Instances data, Instance[] rows, double[] targets, double[] weights) {
        this.data = data;
        this.rows = rows;
        this.targets = targets;
        this.weights = weights;
    }

    /**
     * {@return the usable rows of some data, in their order; not copies}
     *
     * @param data the user's data with its class set; not modified
     * @throws IllegalArgumentException if a class value is infinite, a weight is negative or not finite, the weights
     *     have an infinite sum, or no row is usable; if one row is to blame, the message names it, counted from 1
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static UsableRows of(Instances data) throws InterruptedException {
        int target = data.classAttribute().index();
        int most = data.numInstances();
        UsableRows all = new UsableRows(data, new Instance[most], new double[most], new double[most]);
        int count = 0;
        for (int from = 0; from < most; from += Interruption.ROWS) {
            Interruption.check();
            count = all.takeUsable(from, Math.min(most, from + Interruption.ROWS), target, count);
        }
        if (count == 0) {
            throw new IllegalArgumentException("No row of " + data.relationName()
                    + " can be trained on: at least one must have a value of "
                    + data.classAttribute().name() + " and a weight above 0.");
        }
        UsableRows usable = new UsableRows(
                data,
                Arrays.copyOf(all.rows, count),
                Arrays.copyOf(all.targets, count),
                Arrays.copyOf(all.weights, count));
        usable.requireFiniteWeight();
        return usable;
    }

    /** Appends the usable rows of a range to those already taken; returns how many have been taken then. */
    private int takeUsable(int from, int to, int classIndex, int taken) {
        int count = taken;
        for (int i = from; i < to; i++) {
            Instance row = data.instance(i);
            double target = row.value(classIndex);
            double weight = row.weight();
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Row " + (i + 1) + " has the weight " + weight + "; weights must be finite and not negative.");
            }
            if (Double.isInfinite(target)) {
                throw notAllowed(data.classAttribute(), target, i);
            }
            if (!Double.isNaN(target) && weight > 0) {
                rows[count] = row;
                targets[count] = target;
                weights[count] = weight;
                count++;
            }
        }
        return count;
    }

    private void requireFiniteWeight() {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (total > Double.MAX_VALUE) {
            throw new IllegalArgumentException("The weights of the rows of " + data.relationName() + " add up to "
                    + total + "; the sum must be finite.");
        }
    }

    /** The number of rows, at least 1. */
    public int size() {
        return rows.length;
    }

    /** The row with the given index, counted from 0. */
    Instance row(int i) {
        return rows[i];
    }

    /** The class values, one for each row; not a copy. */
    double[] targets() {
        return targets;
    }

    /** The weights of the rows, above 0, with a finite sum; not a copy. */
    double[] weights() {
        return weights;
    }

    /** The number of attributes, the class included. */
    int attributeCount() {
        return data.numAttributes();
    }

    /** The attribute with the given index, counted from 0. */
    Attribute attribute(int i) {
        return data.attribute(i);
    }

    /** The index of the class. */
    int classIndex() {
        return data.classIndex();
    }

    /**
     * {@return the values of an attribute, NaN for missing ones}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    double[] column(int attribute) throws InterruptedException {
        double[] column = new double[rows.length];
        for (int from = 0; from < rows.length; from += Interruption.ROWS) {
            Interruption.check();
            readColumn(attribute, from, Math.min(rows.length, from + Interruption.ROWS), column);
        }
        return column;
    }

    private void readColumn(int attribute, int from, int to, double[] column) {
        for (int i = from; i < to; i++) {
            column[i] = rows[i].value(attribute);
        }
    }

    /**
     * Checks that all values of an attribute can be used for training.
     *
     * @param range the smallest and the largest value
     * @throws IllegalArgumentException if a numeric value is infinite or a nominal value is not the index of a label;
     *     the message names the attribute and the row
     */
    void requireAllowed(Attribute attribute, ValueLimits range) {
        ValueLimits allowed = attribute.isNominal()
                ? new ValueLimits(0, attribute.numValues() - 1)
                : new ValueLimits(-Double.MAX_VALUE, Double.MAX_VALUE);
        if (range.lowest() >= allowed.lowest() && range.highest() <= allowed.highest()) {
            return;
        }
        int row = 0;
        double value = data.instance(row).value(attribute);
        while (Double.isNaN(value) || allowed.limit(value) == value) {
            row++;
            value = data.instance(row).value(attribute);
        }
        throw notAllowed(attribute, value, row);
    }

    private static IllegalArgumentException notAllowed(Attribute attribute, double value, int row) {
        return new IllegalArgumentException("Attribute " + attribute.name() + " is " + value + " in row " + (row + 1)
                + "; values must be " + (attribute.isNominal() ? "indices of the attribute's labels" : "finite")
                + " or missing.");
    }
}
