package weka.classifiers.functions.boundedmlp.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Columns of numbers, and their encodings. */
public final class Columns {

    private static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private Columns() {}

    /** Data with a single attribute x and a class that is 0 in each row. */
    static UsableRows data(double[] values, double[] weights) throws InterruptedException {
        ArrayList<Attribute> attributes = new ArrayList<>(List.of(new Attribute("x"), new Attribute("y")));
        Instances data = new Instances("column", attributes, values.length);
        data.setClassIndex(1);
        for (int i = 0; i < values.length; i++) {
            data.add(new DenseInstance(weights[i], new double[] {values[i], 0}));
        }
        return UsableRows.of(data);
    }

    /** The scale of values, without limits. */
    static Scale scale(double[] values, double[] weights) throws InterruptedException {
        ColumnStatistics statistics = new ColumnStatistics(new NumericColumns(data(values, weights)));
        return statistics.scales(new ValueLimits[] {statistics.range(0), statistics.range(1)})[0];
    }

    /** The encoding of values with weights. */
    static NumericEncoding input(double[] values, double[] weights) throws InterruptedException {
        return (NumericEncoding) encoder(values, weights).attributes().get(0);
    }

    /** An encoder that is fitted to the single column of values. */
    public static Encoder encoder(double[] values, double[] weights) throws InterruptedException {
        return encoder(data(values, weights));
    }

    /** An encoder of some data. */
    public static Encoder encoder(UsableRows data) throws InterruptedException {
        return Encoder.fit(data, NumericScales.of(data, NONE));
    }

    /** An encoder of some data. */
    public static Encoder encoder(Instances data) throws InterruptedException {
        return encoder(UsableRows.of(data));
    }

    /** The inputs for all rows of some data. */
    public static float[][] inputs(Encoder encoder, Instances data) throws InterruptedException {
        UsableRows rows = UsableRows.of(data);
        var inputs = encoder.encode(rows);
        float[][] copy = new float[rows.size()][];
        for (int row = 0; row < copy.length; row++) {
            int begin = inputs.begin(row);
            copy[row] = Arrays.copyOfRange(inputs.array(row), begin, begin + encoder.inputCount());
        }
        return copy;
    }
}
