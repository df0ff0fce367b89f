package weka.classifiers.functions.boundedmlp;

import weka.classifiers.functions.boundedmlp.nn.Interruption;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Decides which rows can be trained on, and refuses data that no network could learn from. */
final class TrainingData {

    private TrainingData() {}

    /**
     * {@return a copy of the rows that have a class value and a weight above 0}
     *
     * @param data the user's data, class set; not modified
     * @throws IllegalArgumentException if an attribute or class value is infinite or the index of no label, a weight is negative or
     *     not finite, or no row is left; the message names the attribute and the row, counted from 1
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    static Instances usable(Instances data) throws InterruptedException {
        Instances usable = new Instances(data, data.numInstances());
        double totalWeight = 0;
        double[] lowest = new double[data.numAttributes()];
        double[] highest = new double[data.numAttributes()];
        for (int k = 0; k < lowest.length; k++) {
            Attribute attribute = data.attribute(k);
            lowest[k] = attribute.isNominal() ? 0 : -Double.MAX_VALUE;
            highest[k] = attribute.isNominal() ? attribute.numValues() - 1 : Double.MAX_VALUE;
        }
        for (int i = 0; i < data.numInstances(); i++) {
            Interruption.check();
            Instance row = data.instance(i);
            requireUsable(row, i + 1, lowest, highest);
            if (!row.classIsMissing() && row.weight() > 0) {
                usable.add(row);
                totalWeight += row.weight();
            }
        }
        if (usable.isEmpty()) {
            throw new IllegalArgumentException(
                    "No row of " + data.relationName() + " can be trained on: at least one must have a value of "
                            + data.classAttribute().name() + " and a weight above 0.");
        }
        if (totalWeight > Double.MAX_VALUE) {
            throw new IllegalArgumentException("The weights of the rows of " + data.relationName() + " add up to "
                    + totalWeight + "; the sum must be finite.");
        }
        return usable;
    }

    /** {@return the values of an attribute, NaN for missing ones} */
    static double[] column(Instances data, int attributeIndex) throws InterruptedException {
        double[][] columns = new double[1][data.numInstances()];
        readColumns(data, attributeIndex, attributeIndex + 1, columns);
        return columns[0];
    }

    /**
     * Reads the values of some attributes.
     *
     * @param from the index of the first attribute
     * @param to the index behind the last
     * @param columns overwritten with the values, column by column, NaN for missing ones
     */
    static void readColumns(Instances data, int from, int to, double[][] columns) throws InterruptedException {
        for (int i = 0; i < data.numInstances(); i++) {
            Interruption.check();
            readRow(data.instance(i), i, from, to, columns);
        }
    }

    /** A method of its own, as HotSpot compiles one that is called often sooner than a loop that runs long. */
    private static void readRow(Instance row, int number, int from, int to, double[][] columns) {
        for (int k = from; k < to; k++) {
            columns[k - from][number] = row.value(k);
        }
    }

    /** {@return the weights of the rows} */
    static double[] weights(Instances data) throws InterruptedException {
        double[] weights = new double[data.numInstances()];
        for (int i = 0; i < weights.length; i++) {
            Interruption.check();
            weights[i] = data.instance(i).weight();
        }
        return weights;
    }

    private static void requireUsable(Instance row, int number, double[] lowest, double[] highest) {
        if (!(row.weight() >= 0 && row.weight() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Row " + number + " has the weight " + row.weight() + "; weights must be finite and not negative.");
        }
        for (int i = 0; i < row.numValues(); i++) {
            int k = row.index(i);
            double value = row.valueSparse(i);
            if (value < lowest[k] || value > highest[k]) {
                Attribute attribute = row.attribute(k);
                throw new IllegalArgumentException("Attribute " + attribute.name() + " is " + value + " in row "
                        + number + "; values must be "
                        + (attribute.isNominal() ? "indices of the attribute's labels" : "finite") + " or missing.");
            }
        }
    }
}
