package weka.classifiers.functions.boundedmlp.nn;

/**
 * The inputs of one row, but zeros that were left out: of the many inputs of a nominal attribute one is enough. Made to be used
 * again for row after row.
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
     * Makes all inputs zero but the first ones set.
     *
     * @param value how many of them
     */
    public void setCount(int value) {
        count = value;
        all = false;
    }

    /** {@return the values of the inputs that were not left out, to be set before {@link #setAll}; not a copy} */
    public float[] values() {
        return values;
    }

    /**
     * Makes the inputs the first {@link #values()}, none left out.
     *
     * @param value how many of them
     */
    public void setAll(int value) {
        count = value;
        all = true;
    }

    /** {@return how many inputs were not left out} */
    public int count() {
        return count;
    }

    /**
     * {@return the number of an input that was not left out}
     *
     * @param i from 0 to {@code count() - 1}
     */
    public int input(int i) {
        return all ? i : inputs[i];
    }

    /**
     * Copies all inputs.
     *
     * @param to overwritten, but where inputs are zero
     * @param begin where the first of them is
     */
    public void copyTo(float[] to, int begin) {
        for (int i = 0; i < count; i++) {
            to[begin + input(i)] = values[i];
        }
    }
}
