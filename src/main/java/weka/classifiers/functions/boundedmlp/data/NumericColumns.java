package weka.classifiers.functions.boundedmlp.data;

import java.util.Arrays;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.SparseInstance;

/** The values of the numeric attributes and of the class, row by row. */
final class NumericColumns {

    private final UsableRows data;
    /** The index of the attribute of each column. */
    private final int[] attributes;
    /** The column of each attribute; -1 for one without a column. */
    private final int[] columns;

    NumericColumns(UsableRows data) {
        this.data = data;
        columns = new int[data.attributeCount()];
        int[] numeric = new int[columns.length];
        int width = 0;
        for (int i = 0; i < columns.length; i++) {
            boolean isColumn = i == data.classIndex() || !data.attribute(i).isNominal();
            columns[i] = isColumn ? width : -1;
            if (isColumn) {
                numeric[width++] = i;
            }
        }
        attributes = Arrays.copyOf(numeric, width);
    }

    /** The number of rows. */
    int size() {
        return data.size();
    }

    /** The number of columns, at least 1. */
    int width() {
        return attributes.length;
    }

    /** The weights of the rows, above 0; not a copy. */
    double[] weights() {
        return data.weights();
    }

    /** The column of the class. */
    int classColumn() {
        return columns[data.classIndex()];
    }

    /** The column of a numeric attribute. */
    int columnOf(int attribute) {
        return columns[attribute];
    }

    /** The attribute of a column. */
    Attribute attribute(int column) {
        return data.attribute(attributes[column]);
    }

    /**
     * Checks that all values of a column are finite or missing.
     *
     * @param range the smallest and the largest value
     * @throws IllegalArgumentException if a value is infinite; the message names the attribute and the row
     */
    void requireAllowed(int column, ValueLimits range) {
        data.requireAllowed(attribute(column), range);
    }

    /**
     * Reads a row.
     *
     * @param row the index of the row
     * @param values overwritten with one value per column, NaN for missing values
     */
    void read(int row, double[] values) {
        Instance instance = data.row(row);
        if (instance instanceof SparseInstance) {
            Arrays.fill(values, 0);
            for (int i = 0; i < instance.numValues(); i++) {
                int column = columns[instance.index(i)];
                if (column >= 0) {
                    values[column] = instance.valueSparse(i);
                }
            }
        } else {
            for (int column = 0; column < values.length; column++) {
                values[column] = instance.value(attributes[column]);
            }
        }
    }

    /**
     * {@return the values of a column, NaN for missing ones}
     *
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    double[] column(int column) throws InterruptedException {
        return data.column(attributes[column]);
    }
}
