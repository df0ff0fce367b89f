package weka.classifiers.functions.boundedmlp.benchmark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Rows of numbers for learners that know no labels: a column for each numeric attribute, and for each label of a
 * nominal attribute one that is 1 in the rows with this label and 0 in the others. A missing value is NaN in all
 * columns of its attribute. The class is left out.
 */
final class OneHot implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int classIndex;
    /** The number of labels of each attribute, 0 for numeric ones. */
    private final int[] labels;

    /** Creates the encoding of rows with these attributes. */
    OneHot(Instances header) {
        classIndex = header.classIndex();
        labels = IntStream.range(0, header.numAttributes())
                .map(index -> labels(header.attribute(index)))
                .toArray();
    }

    private static int labels(Attribute attribute) {
        return attribute.isNominal() ? attribute.numValues() : 0;
    }

    /** The number of columns. */
    int columns() {
        int columns = 0;
        for (int a = 0; a < labels.length; a++) {
            columns += a == classIndex ? 0 : width(a);
        }
        return columns;
    }

    private int width(int attribute) {
        return labels[attribute] == 0 ? 1 : labels[attribute];
    }

    /** The rows one after the other, each with {@link #columns} numbers. */
    float[] matrix(List<Instance> rows) {
        float[] matrix = new float[Math.multiplyExact(rows.size(), columns())];
        int at = 0;
        for (Instance row : rows) {
            for (int a = 0; a < labels.length; a++) {
                if (a != classIndex) {
                    encode(row, a, matrix, at);
                    at += width(a);
                }
            }
        }
        return matrix;
    }

    private void encode(Instance row, int attribute, float[] matrix, int at) {
        if (row.isMissing(attribute)) {
            Arrays.fill(matrix, at, at + width(attribute), Float.NaN);
        } else if (labels[attribute] == 0) {
            matrix[at] = (float) row.value(attribute);
        } else {
            matrix[at + (int) row.value(attribute)] = 1;
        }
    }
}
