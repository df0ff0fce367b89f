package weka.classifiers.functions.boundedmlp.data;

import org.jspecify.annotations.Nullable;
import weka.classifiers.functions.boundedmlp.nn.output.Bounds;

/** The limits and scales of the numeric attributes and the class, learnt from training data. */
public final class NumericScales {

    private final NumericColumns columns;
    private final ValueLimits[] limits;
    private final Scale[] scales;

    private NumericScales(NumericColumns columns, ValueLimits[] limits, Scale[] scales) {
        this.columns = columns;
        this.limits = limits;
        this.scales = scales;
    }

    /**
     * {@return the limits and scales of some data}
     *
     * @param data the rows
     * @param bounds the bounds of the predictions; the class values are limited to them first. So the initial output
     *     lies within the bounds, and the bounds do not coincide in standard units.
     * @throws IllegalArgumentException if a value is infinite; the message names the attribute and the row
     * @throws InterruptedException if the thread was interrupted; its interrupt flag stays set
     */
    public static NumericScales of(UsableRows data, Bounds bounds) throws InterruptedException {
        NumericColumns columns = new NumericColumns(data);
        ColumnStatistics statistics = new ColumnStatistics(columns);
        ValueLimits[] limits = new ValueLimits[columns.width()];
        for (int k = 0; k < limits.length; k++) {
            limits[k] = statistics.range(k);
            columns.requireAllowed(k, limits[k]);
        }
        int target = columns.classColumn();
        limits[target] = new ValueLimits(bounds.limit(limits[target].lowest()), bounds.limit(limits[target].highest()));
        Scale[] scales = statistics.scales(limits);
        boolean narrowed = false;
        boolean[] suffice = statistics.rangesSuffice(scales);
        for (int k = 0; k < limits.length; k++) {
            if (k != target && !suffice[k] && limits[k].lowest() < limits[k].highest()) {
                limits[k] = limits[k].narrowed(new WeightedQuantiles(columns.column(k), data.weights()));
                narrowed = true;
            }
        }
        return new NumericScales(columns, limits, narrowed ? statistics.scales(limits) : scales);
    }

    /**
     * The encoding of a numeric attribute; null if its inputs would be the same for all rows, since a missing value
     * becomes the mean.
     *
     * @param attribute the index of the attribute
     */
    @Nullable
    NumericEncoding input(int attribute) {
        int column = columns.columnOf(attribute);
        return limits[column].lowest() < limits[column].highest()
                ? NumericEncoding.of(columns.attribute(column), limits[column], scales[column])
                : null;
    }

    /** The scale of the class. */
    public Scale targetScale() {
        return scales[columns.classColumn()];
    }
}
