package weka.classifiers.functions.boundedmlp.data;

import java.io.Serializable;

/**
 * Converts to standard units, the distance from a centre divided by a unit, and back. No intermediate result overflows
 * for any finite value.
 *
 * @param center the value that becomes 0, finite
 * @param unit the distance that becomes 1, above 0
 */
public record Scale(double center, double unit) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Leaves values as they are. */
    static final Scale IDENTITY = new Scale(0, 1);

    /**
     * Creates a scale.
     *
     * @throws IllegalArgumentException if the centre is not finite, or the unit not finite and above 0
     */
    public Scale {
        if (!Double.isFinite(center) || !(unit > 0 && unit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A scale needs a finite centre and a finite unit above 0, but has "
                    + center + " and " + unit + ".");
        }
    }

    /**
     * {@return a value converted to standard units}
     *
     * @param value a value in its own units; the result is infinite if it is
     */
    public double toStandard(double value) {
        return (value / 2 - center / 2) / unit * 2; // halved, because the difference of two large values can overflow
    }

    /** {@return values converted to standard units} */
    double[] toStandard(double[] values) {
        double[] standard = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standard[i] = toStandard(values[i]);
        }
        return standard;
    }

    /**
     * {@return a value converted to its own units, at most {@link Double#MAX_VALUE} in size}
     *
     * @param standard a value in standard units
     */
    public double fromStandard(double standard) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, center + standard * unit));
    }
}
