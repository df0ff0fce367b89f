package weka.classifiers.functions.boundedmlp.nn;

/**
 * The inputs of one row without those that are known to be zero: of the many inputs of a nominal attribute only one is
 * stored. One object serves row after row.
 */
public final class SparseInputs {

    private final int[] inputs;
    private final float[] values;
    private int count;
    private boolean all;

    /**
     * Creates a row of zeros.
     *
     * @param capacity the largest number of inputs that are not zero
     */
    public SparseInputs(int capacity) {
        inputs = new int[capacity];
        values = new float[capacity];
    }

    /**
     * Sets one of the inputs.
     *
     * @param i from 0 to the capacity - 1
     * @param input its number, larger than that of the one before
     * @param value its value, finite
     */
    public void set(int i, int input, float value) {
        inputs[i] = input;
        values[i] = value;
    }

    /**
     * Sets the number of inputs that are stored; all others are zero.
     *
     * @param value how many of them
     */
    public void setCount(int value) {
        count = value;
        all = false;
    }

    /** {@return the values of the stored inputs, to be written before {@link #setAll}; not a copy} */
    public float[] values() {
        return values;
    }

    /**
     * Says that the first {@link #values()} are all inputs, in their order.
     *
     * @param value how many of them
     */
    public void setAll(int value) {
        count = value;
        all = true;
    }

    /** {@return the number of stored inputs} */
    public int count() {
        return count;
    }

    /**
     * {@return the number of a stored input}
     *
     * @param i from 0 to {@code count() - 1}
     */
    public int input(int i) {
        return all ? i : inputs[i];
    }

    /**
     * Copies all inputs.
     *
     * @param to overwritten except where inputs are zero
     * @param begin where the first of them is
     */
    public void copyTo(float[] to, int begin) {
        for (int i = 0; i < count; i++) {
            to[begin + input(i)] = values[i];
        }
    }
}
